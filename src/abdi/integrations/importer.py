"""What a subcommand of `abdi import` is. One table of them stands in the command itself."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.functional import Promise
from django.utils.translation import gettext as _

LONGEST_CODE = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """`data` for --json, `text` for people; `refusal` is the sentence when nothing was written after all."""

    data: Mapping[str, Any]
    text: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Importer:
    """`run` takes the parsed options; it raises `DomainError` for what it refuses."""

    name: str
    help: str | Promise
    example: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Mapping[str, Any]], Outcome]


def add_common_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("berkas yang dibaca"))
    parser.add_argument("--instansi", required=True, type=instansi_code, help=_("kode instansi"))
    parser.add_argument("--dry-run", action="store_true", help=_("periksa saja, tidak mencatat apa pun"))
    parser.add_argument("--json", action="store_true", help=_("keluaran satu objek JSON"))


def instansi_code(text: str) -> str:
    try:
        validate_slug(text)
    except ValidationError:
        text = ""
    if not 0 < len(text) <= LONGEST_CODE:
        raise ArgumentTypeError(_("kode instansi hanya huruf, angka, - dan _; paling banyak 50 huruf"))
    return text
