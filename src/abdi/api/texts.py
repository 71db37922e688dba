"""Whether what was sent is text that every database keeps."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.texts import is_storable


def check_storable(texts: Iterable[str]) -> None:
    if not all(map(is_storable, texts)):
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
