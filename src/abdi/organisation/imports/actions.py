"""Applying an import: exactly what the preview showed, in one transaction, or nothing."""

import hashlib
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from abdi.organisation.imports.known import Known
from abdi.organisation.imports.preview import BARU, GALAT, SAMA, UBAH, ImportPreview, prepare
from abdi.organisation.locks import lock_organisation
from abdi.organisation.models import Employee, Placement, Position, ReportingLine, Unit
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.tenancy.scope import current_instansi

T = TypeVar("T", Employee, Placement, ReportingLine)

_BATCH = 500


@dataclass(frozen=True)
class ImportResult:
    """How many employees came, changed and stayed, and how many units were opened for them."""

    created: int
    changed: int
    unchanged: int
    units: int


@action
def apply_import(
    *, actor: User, content: bytes, digest: str, create_units: bool = False, file_name: str = ""
) -> ImportResult:
    """Write what `preview_import(content, create_units=…)` showed under that `digest`.

    Refused while a line is wrong, and when the data has moved on since: then the preview is out of date.
    """
    lock_organisation()
    check_can_manage_organisation(actor)
    prepared = prepare(content, create_units=create_units)
    _check_as_shown(prepared.preview, digest)
    _save(prepared.known)
    counts = prepared.preview.counts
    record(
        actor=actor,
        tag="organisation:employees:import",
        subject=current_instansi(),
        data={
            "file": file_name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "digest": digest,
            **counts,
            **_what_changed(prepared.preview, prepared.known),
        },
    )
    return ImportResult(counts[BARU], counts[UBAH], counts[SAMA], len(prepared.known.new_units))


def _check_as_shown(preview: ImportPreview, digest: str) -> None:
    if preview.counts[GALAT]:
        raise InputRefused(
            _("{n} baris masih galat, jadi tidak ada yang ditulis; perbaiki berkasnya.").format(
                n=preview.counts[GALAT]
            )
        )
    if preview.digest != digest:
        raise PolicyRefused(_("Data atau berkas berubah sejak pratinjau; periksa pratinjau yang baru."))


def _save(known: Known) -> None:
    """Endings before beginnings, so that no two periods overlap even for a moment."""
    Unit.objects.bulk_create(known.new_units)
    Position.objects.bulk_create(known.new_positions)
    Employee.objects.bulk_create(known.new_employees, batch_size=_BATCH)
    _update(Employee, known.changed_employees, ["name", "status", "golongan", "email"])
    _update(Placement, known.changed_placements, ["position", "valid_until"])
    Placement.objects.bulk_create(known.new_placements, batch_size=_BATCH)
    _update(ReportingLine, known.changed_lines, ["superior", "valid_until"])
    ReportingLine.objects.bulk_create(known.new_lines, batch_size=_BATCH)


def _update(model: type[T], rows: list[T], fields: list[str]) -> None:
    """As `bulk_update` does, but by upsert: no CASE as long as the batch for every column."""
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["id"], update_fields=fields, batch_size=_BATCH
    )


def _what_changed(preview: ImportPreview, known: Known) -> dict[str, Any]:
    """Enough to tell later what this import did to whom; people by uid, as everywhere in the trail."""
    return {
        "units": [unit.code for unit in preview.new_units],
        "created": [str(employee.uid) for employee in known.new_employees],
        "changed": {
            str(known.employees[row.nip].uid): [[one.field, one.before, one.after] for one in row.changes]
            for row in preview.rows
            if row.action == UBAH
        },
    }
