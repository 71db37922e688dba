"""One line of the file as an employee, with everything wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext as _

from abdi.organisation.enums import EmployeeStatus, JenisJabatan
from abdi.organisation.imports.columns import REQUIRED, letters
from abdi.organisation.models import Employee, Position, Unit
from abdi.organisation.nip import nip_errors

_STATUS = {
    **{letters(one): one for one in EmployeeStatus.values},
    "p3k": EmployeeStatus.PPPK,
    "pppkpw": EmployeeStatus.PPPK_PARUH_WAKTU,
    "p3kparuhwaktu": EmployeeStatus.PPPK_PARUH_WAKTU,
}
_JENIS = {
    **{letters(one): one for one in JenisJabatan.values},
    "jabatanpimpinantinggi": JenisJabatan.JPT,
    "jptutama": JenisJabatan.JPT,
    "jptmadya": JenisJabatan.JPT,
    "jptpratama": JenisJabatan.JPT,
    "jabatanadministrator": JenisJabatan.ADMINISTRATOR,
    "jabatanpengawas": JenisJabatan.PENGAWAS,
    "jabatanfungsional": JenisJabatan.FUNGSIONAL,
    "jf": JenisJabatan.FUNGSIONAL,
    "jabatanpelaksana": JenisJabatan.PELAKSANA,
}
_STORED_IN: dict[str, tuple[type[models.Model], str]] = {
    "nama": (Employee, "name"),
    "golongan": (Employee, "golongan"),
    "surel": (Employee, "email"),
    "jabatan": (Position, "name"),
    "kode_unit": (Unit, "code"),
    "unit": (Unit, "name"),
}
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ROUNDED = re.compile(r"\d+([.,]\d+)?e\+?\d+", re.IGNORECASE)
_KELAS = re.compile(r"[1-9]\d?")


@dataclass(frozen=True)
class CellError:
    """What is wrong with one cell, in one sentence."""

    column: str
    message: str


@dataclass
class Row:
    """Values as understood; `errors` says which of them could not be. An empty optional cell is ''/None."""

    line: int
    nip: str = ""
    name: str = ""
    status: str = ""
    golongan: str = ""
    position: str = ""
    jenis: str = ""
    kelas: int | None = None
    unit_code: str = ""
    unit_name: str = ""
    superior_nip: str = ""
    email: str = ""
    start: date = date.max
    end: date | None = None
    errors: list[CellError] = field(default_factory=list)

    def refuse(self, column: str, message: str) -> None:
        self.errors.append(CellError(column, message))

    def understands(self, *columns: str) -> bool:
        """Whether none of these cells has been refused."""
        return not any(error.column in columns for error in self.errors)


def read_row(line: int, cells: Mapping[str, str], on: date) -> Row:
    """Understand one line. `cells`: column → text, only the columns that the file has."""
    row = Row(
        line=line,
        nip=_number(cells.get("nip", "")),
        name=cells.get("nama", ""),
        golongan=cells.get("golongan", ""),
        position=cells.get("jabatan", ""),
        unit_code=cells.get("kode_unit", ""),
        unit_name=cells.get("unit", ""),
        superior_nip=_number(cells.get("atasan_nip", "")),
        email=cells.get("surel", ""),
    )
    for column in REQUIRED:
        if not cells.get(column):
            row.refuse(column, _("Kolom ini wajib diisi."))
    _read_numbers(row, on)
    _read_choices(row, cells)
    _read_kelas(row, cells.get("kelas", ""))
    _read_dates(row, cells, on)
    _check_texts(row, cells)
    return row


def parse_date(text: str) -> date | None:
    """31-01-2024, 31/01/2024, 31.01.2024 or 2024-01-31; None when it is no day."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(text: str) -> str:
    """A NIP as typed: in groups, or behind the apostrophe that keeps a spreadsheet from rounding it."""
    return "".join(text.removeprefix("'").split())


def _read_numbers(row: Row, on: date) -> None:
    rounded = _("Tersimpan sebagai angka sehingga digit akhirnya hilang; jadikan kolom ini teks.")
    if _ROUNDED.fullmatch(row.superior_nip):
        row.refuse("atasan_nip", rounded)
    if _ROUNDED.fullmatch(row.nip):
        row.refuse("nip", rounded)
    elif row.nip:
        for sentence in nip_errors(row.nip, on):
            row.refuse("nip", sentence)


def _read_choices(row: Row, cells: Mapping[str, str]) -> None:
    row.status = _choice(row, "status", cells.get("status", ""), _STATUS, EmployeeStatus)
    row.jenis = _choice(row, "jenis_jabatan", cells.get("jenis_jabatan", ""), _JENIS, JenisJabatan)


def _choice(
    row: Row, column: str, text: str, words: Mapping[str, str], choices: type[models.TextChoices]
) -> str:
    value = words.get(letters(text), "")
    if text and not value:
        row.refuse(
            column,
            _("'{text}' tidak dikenal; pilih {choices}.").format(
                text=text, choices=", ".join(choices.values)
            ),
        )
    return value


def _read_kelas(row: Row, text: str) -> None:
    if not text:
        return
    if _KELAS.fullmatch(text):
        row.kelas = int(text)
    else:
        row.refuse("kelas", _("'{text}' bukan kelas jabatan; tulis bilangan bulat.").format(text=text))


def _read_dates(row: Row, cells: Mapping[str, str], on: date) -> None:
    start = _day(row, "tmt", cells.get("tmt", ""))
    row.end = _day(row, "akhir", cells.get("akhir", ""))
    if start is None:
        return
    row.start = start
    if start > on:
        row.refuse("tmt", _("{day} di masa depan; impor setelah tanggal itu tiba.").format(day=_shown(start)))
    if row.end and row.end < start:
        row.refuse("akhir", _("{day} sebelum TMT.").format(day=_shown(row.end)))


def _day(row: Row, column: str, text: str) -> date | None:
    day = parse_date(text)
    if text and day is None:
        row.refuse(column, _("'{text}' bukan tanggal; tulis seperti 31-01-2024.").format(text=text))
    return day


def _check_texts(row: Row, cells: Mapping[str, str]) -> None:
    for column, (model, name) in _STORED_IN.items():
        longest = getattr(model._meta.get_field(name), "max_length", None)
        if longest and len(cells.get(column, "")) > longest:
            row.refuse(column, _("Lebih dari {n} karakter.").format(n=longest))
    if row.email:
        try:
            validate_email(row.email)
        except ValidationError:
            row.refuse("surel", _("'{email}' bukan alamat surel.").format(email=row.email))


def _shown(day: date) -> str:
    return f"{day:%d-%m-%Y}"
