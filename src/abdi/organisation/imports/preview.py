"""The preview: what an import would do, line by line, without writing anything."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from abdi.organisation.imports import checks
from abdi.organisation.imports.columns import Header, read_header
from abdi.organisation.imports.known import Known, read_known
from abdi.organisation.imports.plan import Change, Plan, plan_employee, plan_line, plan_placement
from abdi.organisation.imports.reading import read_lines
from abdi.organisation.imports.rows import CellError, Row, read_row
from abdi.platform.tables.rows import Line

BARU, UBAH, SAMA, GALAT = "baru", "ubah", "sama", "galat"


@dataclass(frozen=True)
class NewUnit:
    """A unit kerja that the file names and the instansi does not have."""

    code: str
    name: str


@dataclass(frozen=True)
class PreviewRow:
    """One line of the file; `action` is baru, ubah, sama or galat, `errors` every error at once."""

    line: int
    action: str
    nip: str
    name: str
    errors: list[CellError]
    changes: list[Change]


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do. `digest` names exactly this outcome, and `apply_import` does no other."""

    rows: list[PreviewRow]
    new_units: list[NewUnit]
    ignored_columns: list[str]
    digest: str

    @property
    def counts(self) -> dict[str, int]:
        """How many lines are baru, ubah, sama and galat."""
        found = Counter(row.action for row in self.rows)
        return {action: found[action] for action in (BARU, UBAH, SAMA, GALAT)}

    @property
    def is_applicable(self) -> bool:
        return not self.counts[GALAT]

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready: the counts, then everything."""
        return {**self.counts, **asdict(self)}


@dataclass(frozen=True)
class Prepared:
    """A preview, and beside it the rows that applying it saves."""

    preview: ImportPreview
    known: Known


def preview_import(content: bytes, *, create_units: bool = False, on: date | None = None) -> ImportPreview:
    """Read a CSV or XLSX file of employees against the current instansi. Five queries, no writing.

    With `create_units` the units it names are created as well, to be completed later. Raises
    `InputRefused` for a file that is no such table at all.
    """
    return prepare(content, create_units=create_units, on=on).preview


def prepare(content: bytes, *, create_units: bool, on: date | None = None) -> Prepared:
    on = on or timezone.localdate()
    (_first, headings), *lines = read_lines(content)
    header = read_header(headings)
    rows = _read_rows(lines, header, on)
    known = read_known()
    new_units = _new_units(rows, known)
    if create_units:
        _open_units(new_units, rows, known)
    checks.check_once(rows)
    checks.check_units(rows, known)
    checks.check_superiors(rows, known)
    plans = _plan(rows, known, on)
    shown = [_show(row, plans.get(row.line)) for row in rows]
    preview = ImportPreview(
        shown, new_units, header.ignored, _digest(content, shown, new_units, create_units)
    )
    return Prepared(preview, known)


def _read_rows(lines: Sequence[Line], header: Header, on: date) -> list[Row]:
    rows = []
    for number, cells in lines:
        named = {
            column: cells[place] if place < len(cells) else "" for column, place in header.places.items()
        }
        rows.append(read_row(number, named, on))
    return rows


def _new_units(rows: Sequence[Row], known: Known) -> list[NewUnit]:
    names: dict[str, str] = {}
    for row in rows:
        if row.unit_code and row.unit_code not in known.units:
            names[row.unit_code] = names.get(row.unit_code) or row.unit_name
    return [NewUnit(code, name or code) for code, name in sorted(names.items())]


def _open_units(units: Sequence[NewUnit], rows: Sequence[Row], known: Known) -> None:
    since: dict[str, date] = {}
    for row in rows:
        since[row.unit_code] = min(row.start, since.get(row.unit_code, row.start))
    for unit in units:
        known.open_unit(unit.code, unit.name, since[unit.code])


def _plan(rows: Sequence[Row], known: Known, on: date) -> dict[int, Plan]:
    """Line number → plan. People first: a line may name a superior who stands further down.

    A line with an error is planned as far as it is understood, so that its other errors show as well.
    """
    people = [row for row in rows if row.understands("nip")]
    plans = {row.line: plan_employee(row, known) for row in people}
    dated = [row for row in people if row.understands("tmt", "akhir")]
    for row in dated:
        if row.understands("kode_unit"):
            plan_placement(row, plans[row.line], known)
    followed = [row for row in dated if row.understands("atasan_nip") and row.superior_nip in known.employees]
    planned = [(row, plan_line(row, plans[row.line], known, on)) for row in followed]
    checks.check_loops([(row, line) for row, line in planned if line], known)
    return plans


def _show(row: Row, plan: Plan | None) -> PreviewRow:
    changes = plan.changes if plan and not row.errors else []
    return PreviewRow(row.line, _action(row, plan), row.nip, row.name, row.errors, changes)


def _action(row: Row, plan: Plan | None) -> str:
    if row.errors or plan is None:
        return GALAT
    if plan.is_new:
        return BARU
    return UBAH if plan.changes else SAMA


def _digest(
    content: bytes, rows: Sequence[PreviewRow], new_units: Sequence[NewUnit], create_units: bool
) -> str:
    outcome = [[asdict(row) for row in rows], [asdict(unit) for unit in new_units], create_units]
    return hashlib.sha256(hashlib.sha256(content).digest() + json.dumps(outcome).encode()).hexdigest()
