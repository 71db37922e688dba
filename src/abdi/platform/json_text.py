"""JSON as people type it."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

DEEPEST = 20  # lists and objects within each other; what a rule asks for has three
LONGEST_NUMBER = 400  # digits; a float has at most 309 before its point


def read_json(text: str) -> Any:
    """The value that `text` holds. Raises: InputRefused, with the place where it cannot be read."""
    try:
        value = json.loads(text, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise InputRefused(
            _("Tulis sebagai JSON; yang ini tidak terbaca mulai baris %(line)s kolom %(column)s.")
            % {"line": error.lineno, "column": error.colno}
        ) from None
    except RecursionError:
        raise _too_deep() from None
    if any(depth > DEEPEST for depth in _depths(value)):
        raise _too_deep()
    return value


def check_length(digits: str) -> None:
    """Python turns no text into a number of more than 4,300 digits, and no law needs one."""
    if len(digits) > LONGEST_NUMBER:
        raise InputRefused(_("Bilangan ini lebih dari %(most)d angka.") % {"most": LONGEST_NUMBER})


def _whole(literal: str) -> int:
    check_length(literal)
    return int(literal)


def _too_deep() -> InputRefused:
    return InputRefused(_("JSON ini bertingkat lebih dari %(most)d.") % {"most": DEEPEST})


def _depths(value: Any) -> Iterator[int]:
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        yield depth
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        waiting += [(each, depth + 1) for each in inner]
