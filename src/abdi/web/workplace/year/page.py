"""What the pages of the year show."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Unit
from abdi.planning.enums import AnnexKind, Arah, MetricScope, RhkKind
from abdi.planning.models import Period, Skp
from abdi.planning.versions.difference import Change, difference
from abdi.planning.versions.models import SkpVersion
from abdi.planning.versions.policies import who_assesses
from abdi.planning.versions.selectors import absence_of, versions_of
from abdi.planning.year.chase import ChaseState, Waiting, counts, waiting_rows
from abdi.planning.year.deadlines import filing_due
from abdi.planning.year.permissions import units_chased
from abdi.planning.year.selectors import transfer_day
from abdi.platform.accounts.models import User
from abdi.web.deadlines import in_days, why_moved

A_CHUNK = 500  # rows of an export that are looked up together
HEADER = (_("Nama"), "NIP", _("Jabatan"), _("Unit kerja"), _("Keadaan"), _("Menunggu"))
TONES = {
    ChaseState.BELUM: "bad",
    ChaseState.DRAF: "warn",
    ChaseState.DIKEMBALIKAN: "warn",
    ChaseState.DIAJUKAN: "here",
}
PARTS = {
    "pendekatan": _("Pendekatan"),
    "pejabat_penilai": _("Pejabat penilai"),
    "jabatan": _("Jabatan"),
    "unit": _("Unit kerja"),
    "rhk": _("RHK"),
    "iki": _("IKI"),
    "text": _("Rumusan"),
    "kind": _("Klasifikasi"),
    "intervened_text": _("RHK pimpinan yang diintervensi"),
    "assigned_by": _("Penugasan dari"),
    "label_aspek": _("Aspek"),
    "label_perspektif": _("Perspektif"),
    "arah": _("Arah"),
    "metric": _("Ukuran"),
    "metric_scope": _("Cakupan ukuran"),
    "target": _("Target"),
    "ekspektasi": _("Ekspektasi perilaku"),
    **{kind.value: kind.label for kind in AnnexKind},
}
CODES: dict[str, dict[str, Any]] = {
    "kind": dict(RhkKind.choices),
    "arah": dict(Arah.choices),
    "metric_scope": dict(MetricScope.choices),
}
HOW = {
    "ditambah": ("ok", _("ditambah")),
    "dihapus": ("bad", _("dihapus")),
    "diubah": ("warn", _("diubah")),
}


def units_to_filter(user: User, on: date) -> QuerySet[Unit]:
    units = units_chased(user, on)
    return Unit.objects.all() if units is None else Unit.objects.filter(pk__in=units)


def deadline(period: Period, on: date) -> dict[str, Any]:
    due = filing_due(period)
    return {"day": due.day, "left": in_days(due.left(on)), "why": why_moved(due)}


def summary(user: User, period: Period, on: date) -> list[dict[str, Any]]:
    """How many stand where, those who are done at the end."""
    found = counts(user, period, on=on)
    states = [(state.label, found.get(state.value, 0)) for state in ChaseState]
    return [{"label": label, "people": people} for label, people in states] + [
        {"label": _("Disepakati"), "people": found.get("disepakati", 0)}
    ]


def chase_rows(people: Any, period: Period, on: date) -> list[dict[str, Any]]:
    return [
        {"one": row, "label": row.state.label, "tone": TONES[row.state], "on_whom": _turn(row)}
        for row in waiting_rows(people, period, on=on)
    ]


def chase_table(found: QuerySet[Any], period: Period, on: date) -> Iterator[list[object]]:
    for page in Paginator(found, A_CHUNK):
        for row in waiting_rows(page.object_list, period, on=on):
            place = row.placement.position if row.placement else None
            yield [
                row.employee.name,
                row.employee.nip,
                place.name if place else "",
                place.unit.name if place else "",
                row.state.label,
                _turn(row),
            ]


def versions_context(skp: Skp, asked: dict[str, str]) -> dict[str, Any]:
    """All versions, and what two of them differ in: the last two until others are chosen."""
    versions = list(versions_of(skp))
    new = _asked_for(versions, asked.get("ke", "")) or (versions[0] if versions else None)
    old = _asked_for(versions, asked.get("dari", "")) or (versions[1] if len(versions) > 1 else new)
    changes = difference(old.content, new.content) if old and new else []
    return {
        "skp": skp,
        "versions": versions,
        "old": old,
        "new": new,
        "changes": [_in_words(change) for change in changes],
    }


def year_notes(skp: Skp, on: date, *, may_edit: bool) -> dict[str, Any]:
    """What the year did to this plan: a move to answer, an absence to know of."""
    absence = absence_of(skp.employee, on)
    return {
        "transfer": transfer_day(skp) if may_edit else None,
        "absence": absence,
        "absence_note": who_assesses(absence) if absence else "",
        "may_carry": may_edit,
    }


def _turn(row: Waiting) -> object:
    return row.on_whom or _("Belum punya pejabat penilai; admin melengkapi")


def _asked_for(versions: list[SkpVersion], number: str) -> SkpVersion | None:
    return next((one for one in versions if str(one.number) == number), None)


def _in_words(change: Change) -> dict[str, Any]:
    known = CODES.get(change.part, {})
    tone, how = HOW[change.how]
    return {
        "tone": tone,
        "how": how,
        "part": PARTS[change.part],
        "of": change.of,
        "old": known.get(change.old, change.old),
        "new": known.get(change.new, change.new),
    }
