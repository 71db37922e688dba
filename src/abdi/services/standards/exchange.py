"""The field set of SIPPN: out of the catalogue, and out of a file into drafts."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan
from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.tables.files import read_lines
from abdi.platform.tables.rows import as_table
from abdi.services.standards.actions import change_standar, draft_standar
from abdi.services.standards.components import COMPONENTS
from abdi.services.standards.enums import StandarStatus, TimeUnit
from abdi.services.standards.models import Standar, requirement
from abdi.services.standards.selectors import in_force

COLUMNS = (
    "kode",
    "judul",
    "no_sk",
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "pengaduan",
    "kode_unit",
)
MOST_ROWS = 1_000
_TIME_UNITS = {
    "menit": TimeUnit.MENIT,
    "menit kerja": TimeUnit.MENIT,
    "jam": TimeUnit.JAM,
    "jam kerja": TimeUnit.JAM,
    "hari kerja": TimeUnit.HARI_KERJA,
    "hari": TimeUnit.HARI_KALENDER,  # a plain day is a calendar day, as everywhere in the law
    "hari kalender": TimeUnit.HARI_KALENDER,
}
_FREE = ("gratis", "tidak dipungut biaya", "tanpa biaya")


@dataclass(frozen=True, slots=True)
class Offer:
    """One row of a file: the service it belongs to and the components it fills; `problems` name line and column."""

    line: int
    code: str
    layanan: Layanan | None
    fields: Mapping[str, Any]
    problems: list[str] = field(default_factory=list)


def exported(on: date) -> list[dict[str, str]]:
    """Every standar in force on a day, by unit and code; list components one entry a line."""
    rows: QuerySet[Standar] = in_force(on).select_related("layanan__unit")
    return [_told(one) for one in rows.order_by("layanan__unit__code", "layanan__code")]


def _told(standar: Standar) -> dict[str, str]:
    parts = ["\n".join(one.lines(standar)) for one in COMPONENTS[:6]]
    layanan = standar.layanan
    told = [layanan.code, layanan.name, standar.decree, *parts, layanan.unit.code]
    return dict(zip(COLUMNS, told, strict=True))


def read_offers(user: User, content: bytes, name: str) -> list[Offer]:
    """What a CSV, XLSX or JSON file would draft. Raises InputRefused where it is no such file, with its place."""
    rows = list(_json_rows(content) if name.lower().endswith(".json") else _table_rows(content, name))
    if not rows or len(rows) > MOST_ROWS:
        raise InputRefused(
            _("Berkas memuat %(n)d baris; yang dapat dibaca 1 sampai %(most)d.")
            % {"n": len(rows), "most": MOST_ROWS}
        )
    managed = units_managed(user)
    known = {
        one.code: one
        for one in Layanan.objects.filter(code__in={row.get("kode", "") for _at, row in rows}).select_related(
            "unit"
        )
    }
    return [_offer(line, row, known.get(row.get("kode", "")), managed) for line, row in rows]


@action
def import_drafts(*, actor: User, offers: list[Offer]) -> int:
    """Write every row into the draft of its service, opening one where there is none; all of them or none.

    Raises InputRefused with the first problem. What was set stays: a file only ever makes drafts.
    """
    problems = [problem for one in offers for problem in one.problems]
    if problems:
        raise InputRefused(problems[0])
    for one in offers:
        if one.layanan is None:
            raise InputRefused(_("Baris %d: layanan tidak dikenal.") % one.line)
        draft = one.layanan.standar.filter(status=StandarStatus.RANCANGAN).first()
        draft = draft or draft_standar(actor=actor, layanan=one.layanan)
        try:
            change_standar(actor=actor, standar=draft, fields=one.fields)
        except (InputRefused, PolicyRefused) as refusal:
            raise InputRefused(f"{_('Baris')} {one.line}: {refusal.message}") from refusal
        record(actor=actor, tag="standards:standar:import", subject=draft, data={"line": one.line})
    return len(offers)


def _table_rows(content: bytes, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    table = as_table(read_lines(BytesIO(content), name))
    lacking = [one for one in ("kode", "judul") if one not in (table.columns or ())]
    if lacking:
        raise InputRefused(
            _("Baris 1: kolom %s tidak ada; unduh ekspor sebagai contoh.") % ", ".join(lacking)
        )
    for row in table.rows:
        if row.problem:
            raise InputRefused(_("Baris %(line)d: %(why)s.") % {"line": row.line, "why": row.problem})
        yield row.line, {key: value.strip() for key, value in row.values.items()}


def _json_rows(content: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError) as error:
        place = {"line": getattr(error, "lineno", 1), "column": getattr(error, "colno", 1)}
        raise InputRefused(_("JSON rusak pada baris %(line)d, kolom %(column)d.") % place) from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputRefused(_("JSON harus berupa daftar objek, seperti pada ekspor."))
    for number, row in enumerate(rows, start=1):
        yield number, {str(key): str(value).strip() for key, value in row.items()}


def _offer(line: int, row: Mapping[str, str], layanan: Layanan | None, managed: set[int] | None) -> Offer:
    problems = []
    if layanan is None:
        problems.append(
            _("Baris %(line)d, kolom kode: layanan “%(code)s” belum ada; catat dahulu di Layanan.")
            % {"line": line, "code": row.get("kode", "")[:50]}
        )
    elif managed is not None and layanan.unit_id not in managed:
        problems.append(
            _("Baris %(line)d, kolom kode: %(layanan)s diurus unit yang bukan tanggung jawab Anda.")
            % {"line": line, "layanan": layanan}
        )
    fields, more = _fields(line, row)
    return Offer(line, row.get("kode", ""), layanan, fields, problems + more)


def _fields(line: int, row: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    fields: dict[str, Any] = {"product": row.get("produk", ""), "complaint": row.get("pengaduan", "")}
    fields["requirements"] = [requirement(one) for one in lines_of(row.get("persyaratan", ""))]
    fields["procedure"] = lines_of(row.get("prosedur", ""))
    problems = []
    for column, read in (("waktu", read_time), ("biaya", read_fee)):
        try:
            fields |= read(row.get(column, ""))
        except ValueError:
            said = {"line": line, "column": column, "text": row.get(column, "")[:40]}
            problems.append(
                _(
                    "Baris %(line)d, kolom %(column)s: “%(text)s” tidak terbaca; tulis 3 hari kerja atau Rp25.000."
                )
                % said
            )
    return fields, problems


def lines_of(text: str) -> list[str]:
    """One entry a line; empty ones are none."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def read_time(text: str) -> dict[str, Any]:
    """“3 hari kerja” → its value and unit; ValueError for anything else."""
    if not text:
        return {}
    value, _space, unit = text.strip().lower().partition(" ")
    if not value.isdecimal() or unit.strip() not in _TIME_UNITS:
        raise ValueError(text)
    return {"time_value": int(value), "time_unit": _TIME_UNITS[unit.strip()]}


def read_fee(text: str) -> dict[str, Any]:
    """“Gratis”, “Rp25.000” and a note on the lines after it."""
    first, *note = lines_of(text) or [""]
    said = {"fee_note": " ".join(note)[:300]}
    if not first:
        return {}
    if first.lower().rstrip(".") in _FREE:
        return {"fee": 0, **said}
    amount = first.lower().removeprefix("rp").strip().replace(".", "").removesuffix(",00")
    if not amount.isdecimal():
        raise ValueError(text)
    return {"fee": int(amount), **said}
