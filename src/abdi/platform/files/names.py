"""File names as people may see them: no path, nothing invisible, not endless."""

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

LONGEST = 150
_FORBIDDEN = re.compile(r'[<>:"|?*/\\]')


def clean_name(name: str) -> str:
    """The last part of a path of either system, without control, direction and zero-width characters."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    visible = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    plain = _FORBIDDEN.sub("_", visible).strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    if not stem:
        return plain[:LONGEST] or "berkas"
    return stem[: LONGEST - len(suffix) - 1].rstrip(" .") + dot + suffix
