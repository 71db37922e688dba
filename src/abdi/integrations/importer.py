"""What a subcommand of `abdi import` is, and what many of them share. One table of them stands in the command."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from abdi.organisation.actions import ensure_instansi
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.scope import instansi_scope

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


def add_table_arguments(parser: ArgumentParser, *, parts: str) -> None:
    """A table's columns and clock are as its system likes; `parts` is the help on what a column may be."""
    parser.add_argument(
        "--map", nargs="+", action="extend", default=[], metavar=_("BAGIAN=KOLOM"), help=parts
    )
    parser.add_argument(
        "--zona", default="", help=_("zona waktu yang tidak menyebut zona, mis. Asia/Jakarta")
    )


def add_strict_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help=_("satu baris ditolak: tidak ada yang dicatat"))


@contextmanager
def led_into(code: str, *, actor: User, dry_run: bool, zone: str = "") -> Iterator[None]:
    """All or nothing, in the scope and by the clock of the instansi; a dry run is taken back.

    One that is not known yet is opened, in `zone` where that is told.
    """
    with transaction.atomic():
        instansi = ensure_instansi(actor=actor, code=code, timezone=zone)
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            yield
        if dry_run:
            transaction.set_rollback(True)


def strict_refusal(rows: int) -> str:
    sentence = _("%(rows)s baris tidak dapat dibaca dan --strict diminta; tidak ada yang dicatat.")
    return sentence % {"rows": number_format(rows)}


def row_told(line: int, column: str, reason: str) -> str:
    """Where it is and what is wrong; a row that is wrong as a whole has no column."""
    place = _("  baris %(line)d, kolom %(column)s") if column else _("  baris %(line)d")
    return f"{place % {'line': line, 'column': column}}: {reason}"


def instansi_code(text: str) -> str:
    try:
        validate_slug(text)
    except ValidationError:
        text = ""
    if not 0 < len(text) <= LONGEST_CODE:
        raise ArgumentTypeError(_("kode instansi hanya huruf, angka, - dan _; paling banyak 50 huruf"))
    return text
