"""Whether what was sent is text that every database keeps."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

_UNFIT = re.compile("[\x00\ud800-\udfff]")


def check_storable(texts: Iterable[str]) -> None:
    """PostgreSQL keeps no NUL, and half of a surrogate pair is no letter at all. Raises InputRefused."""
    if any(map(_UNFIT.search, texts)):
        raise InputRefused(_("Kiriman memuat huruf yang tidak dapat disimpan; kirim teks Unicode yang utuh."))


def texts_in(content: Any) -> Iterator[str]:
    """Every text of what JSON told, names too."""
    waiting = [content]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list):
            waiting += one
