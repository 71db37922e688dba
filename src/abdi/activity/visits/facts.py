"""The kinds of fact that work in the field records, and how a visit becomes facts."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.activity.visits.models import PlannedVisit
from abdi.facts.kinds import FactKind, register
from abdi.facts.selectors import current
from abdi.facts.types import NewFact

SOURCE = "kunjungan"
PLANNED = FactKind(
    "field.planned",
    _("Kunjungan terencana"),
    "",
    _("Satu kunjungan lapangan yang direncanakan, dicatat saat dilakukan atau saat harinya lewat."),
)
VISIT = FactKind(
    "field.visit",
    _("Kunjungan lapangan"),
    "1/0",
    _(
        "1 bila tiba di dalam jendela waktu dan di dalam radius titiknya; 0 bila terlambat, jauh, tanpa posisi "
        "padahal titiknya ditentukan, atau tidak dilakukan sampai harinya lewat. Rinciannya ada di attrs."
    ),
)


def register_kinds() -> None:
    register(PLANNED, VISIT)


def arrival_facts(visit: PlannedVisit, at: datetime) -> Iterator[NewFact]:
    """That it was planned, and what it came to. An arrival after the day supersedes the absence told by then."""
    yield _fact(visit, PLANNED, at, "rencana")
    told = current(kinds=[VISIT.code], sources=[SOURCE], source_keys=[f"{visit.uid}/terlewat"])
    yield _fact(
        visit,
        VISIT,
        at,
        "tiba",
        value=float(visit.is_on_spot),
        supersedes_id=told[0]["id"] if told else None,
        attrs={"place": visit.place_found, "in_time": visit.in_time, "distance": visit.distance},
    )


def missed_facts(visits: Iterable[PlannedVisit]) -> Iterator[NewFact]:
    """Visits whose day went by; they belong to the moment their window closed."""
    for visit in visits:
        closed = timezone.make_aware(datetime.combine(visit.day, visit.closes))
        yield _fact(visit, PLANNED, closed, "rencana")
        yield _fact(visit, VISIT, closed, "terlewat", value=0.0, attrs={"missed": True})


def _fact(visit: PlannedVisit, kind: FactKind, at: datetime, what: str, **more: Any) -> NewFact:
    return NewFact(
        kind=kind.code,
        occurred_at=at,
        unit_id=visit.unit_id,
        employee_id=visit.employee_id,
        case_key=str(visit.uid),
        source_key=f"{visit.uid}/{what}",
        **more,
    )
