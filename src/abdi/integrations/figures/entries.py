"""The rows of a table of figures: read, looked up, and every mistake told with its line and column."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.integrations.figures.lookup import Lookup
from abdi.integrations.tables.columns import check_columns
from abdi.measurement.figures import Figure, find_figure
from abdi.organisation.models import Employee, Unit
from abdi.platform.errors import InputRefused
from abdi.platform.tables.rows import Row, Table

COLUMNS = ("ukuran", "bulan", "sumber")
PARTS = {"numerator": "pembilang", "denominator": "penyebut", "value": "nilai"}
LONGEST_SOURCE = 200
_MONTH = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})(-\d{1,2})?|(?P<month_first>\d{1,2})/(?P<year_last>\d{4})"
)
_NUMBER = re.compile(r"\d{1,15}([.,]\d{1,6})?")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1.234 may mean 1234 or 1,234


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of one unit or one person for one month; `values` by part, as the figure declares them."""

    line: int
    figure: Figure
    unit: Unit
    employee: Employee | None
    month: date
    values: Mapping[str, Decimal]
    source: str

    @property
    def case_key(self) -> str:
        """What makes two rows the same figure, however often it is corrected."""
        whose = self.employee.nip if self.employee else self.unit.code
        return f"{self.figure.name}/{whose}/{self.month:%Y-%m}"

    @property
    def at(self) -> datetime:
        """The last moment of its month, by the clock of the instansi."""
        return timezone.make_aware(datetime.combine(last_day(self.month), time.max))


@dataclass(frozen=True, slots=True)
class Mistake:
    line: int
    column: str
    reason: str


@dataclass
class Reading:
    """What a file holds. Nothing of it is recorded while one row is wrong."""

    entries: list[Entry] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


class _Unfit(Exception):
    """A cell that cannot be used: its column and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


def read_entries(table: Table, today: date) -> Reading:
    """Every row, in order. Raises InputRefused where a column is missing altogether."""
    columns = table.columns or ()
    check_columns({name: name for name in COLUMNS}, columns)
    if not {"unit", "nip"} & set(columns):
        raise InputRefused(_("Berkas ini butuh kolom unit atau nip, supaya jelas angka itu milik siapa."))
    rows = list(table.rows)
    lookup, reading, lines = Lookup(_cells(rows, "unit"), _cells(rows, "nip")), Reading(), dict[str, int]()
    for row in rows:
        try:
            entry = _entry(row, lookup, today)
            _check_once(entry, lines)
        except _Unfit as unfit:
            reading.mistakes.append(Mistake(row.line, unfit.column, unfit.reason))
        else:
            reading.entries.append(entry)
    return reading


def last_day(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _entry(row: Row, lookup: Lookup, today: date) -> Entry:
    if row.problem:
        raise _Unfit("", row.problem)
    figure, month = _figure(row), _month(row, today)
    employee = _employee(row, lookup)
    return Entry(
        line=row.line,
        figure=figure,
        unit=_unit(row, lookup, employee, month),
        employee=employee,
        month=month,
        values=dict(_values(row, figure)),
        source=_source(row),
    )


def _figure(row: Row) -> Figure:
    try:
        return find_figure(row.values["ukuran"].strip())
    except InputRefused as unknown:
        raise _Unfit("ukuran", unknown.message) from None


def _month(row: Row, today: date) -> date:
    """A month that has not ended is no figure yet."""
    text = row.values["bulan"].strip()
    found = _MONTH.fullmatch(text)
    year = found and int(found["year"] or found["year_last"])
    number = found and int(found["month"] or found["month_first"])
    if not (year and number and year >= 1970 and 1 <= number <= 12):
        raise _Unfit("bulan", _("“%s” bukan bulan; tulis 2026-07 atau 07/2026") % text[:20])
    month = date(year, number, 1)
    if last_day(month) >= today:
        raise _Unfit("bulan", _("bulan %s belum berakhir") % f"{month:%m/%Y}")
    return month


def _employee(row: Row, lookup: Lookup) -> Employee | None:
    nip = _cell(row, "nip")
    if nip and nip not in lookup.employees:
        raise _Unfit("nip", _("tidak ada pegawai dengan NIP “%s”") % nip[:20])
    return lookup.employees[nip] if nip else None


def _unit(row: Row, lookup: Lookup, employee: Employee | None, month: date) -> Unit:
    """The unit that is named, or where the person worked at the end of that month."""
    code = _cell(row, "unit")
    if code:
        if code not in lookup.units:
            raise _Unfit("unit", _("tidak ada unit kerja dengan kode “%s”") % code[:50])
        return lookup.units[code]
    if employee is None:
        raise _Unfit("unit", _("isi kode unit atau NIP"))
    unit = lookup.unit_of(employee, last_day(month))
    if unit is None:
        raise _Unfit("nip", _("%s tidak ditempatkan di unit mana pun pada akhir bulan itu") % employee)
    return unit


def _values(row: Row, figure: Figure) -> Iterator[tuple[str, Decimal]]:
    values = {part: _number(row, column) for part, column in PARTS.items() if part in figure.parts}
    for part, column in PARTS.items():
        if part not in figure.parts and _cell(row, column):
            wanted = " dan ".join(PARTS[one] for one in figure.parts)
            raise _Unfit(
                column, _("%(figure)s diisi dengan %(wanted)s") % {"figure": figure.name, "wanted": wanted}
            )
    if figure.is_share:
        if not values["denominator"]:
            raise _Unfit(PARTS["denominator"], _("harus lebih besar dari nol"))
        if values["numerator"] > values["denominator"]:
            raise _Unfit(PARTS["numerator"], _("melebihi penyebutnya"))
    yield from values.items()


def _number(row: Row, column: str) -> Decimal:
    text = _cell(row, column)
    if _EITHER.fullmatch(text):
        raise _Unfit(column, _("“%s” dapat dibaca dua cara; tulis tanpa pemisah ribuan") % text)
    if not _NUMBER.fullmatch(text):
        raise _Unfit(column, _("“%s” bukan bilangan") % text[:20] if text else _("kosong"))
    return Decimal(text.replace(",", "."))


def _source(row: Row) -> str:
    text = _cell(row, "sumber")
    if not text or len(text) > LONGEST_SOURCE or not text.isprintable():
        raise _Unfit("sumber", _("tulis dari mana angka ini, paling panjang %d huruf") % LONGEST_SOURCE)
    return text


def _check_once(entry: Entry, lines: dict[str, int]) -> None:
    first = lines.setdefault(entry.case_key, entry.line)
    if first != entry.line:
        raise _Unfit("ukuran", _("angka bulan itu sudah disebut baris %d") % first)


def _cell(row: Row, column: str) -> str:
    return row.values.get(column, "").strip()


def _cells(rows: Iterable[Row], column: str) -> set[str]:
    return {_cell(row, column) for row in rows} - {""}
