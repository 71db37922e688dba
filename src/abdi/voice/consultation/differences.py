"""What changed between two wordings, word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind`: same, gone or new."""

    kind: str
    text: str


def differences(old: str, new: str) -> Iterator[Piece]:
    """In reading order; "same" and "new" together are the new text, "same" and "gone" the old one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    for kind, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(after[start:end]))
            continue
        if first < last:
            yield Piece("gone", "".join(before[first:last]))
        if start < end:
            yield Piece("new", "".join(after[start:end]))
