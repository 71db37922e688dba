"""What the ledger is told of a permohonan when the agency is done with it, and when it is closed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from abdi.facts.types import NewFact
from abdi.services.facts import ACTIVITY, COMPLETED, COMPLETED_WORKING, ON_TIME
from abdi.services.requests.enums import PermohonanStatus
from abdi.services.requests.models import Permohonan, Step
from abdi.services.requests.timing import clocks_of

SOURCE = "permohonan"
_DECIDED = {PermohonanStatus.SELESAI, PermohonanStatus.DITOLAK}


def closing_facts(permohonan: Permohonan, steps: Sequence[Step]) -> Iterator[NewFact]:
    """Every step so far, and the two clocks once it is decided; what was told before is skipped by its key.

    Seconds by the calendar (`service.completed`) and of the agency (`service.completed_working`); 1 or 0 in time.
    A withdrawn one was not served, so it has no clocks.
    """
    for one, after in pairwise(steps):
        seconds = (after.began_at - one.began_at).total_seconds()
        yield _fact(permohonan, ACTIVITY.code, f"step/{one.number}", one, after, seconds, activity=one.status)
    decided = next((one for one in steps if one.status in _DECIDED), None)
    if decided is None:
        return
    clocks = clocks_of(permohonan, steps, decided.began_at)
    told = {
        COMPLETED.code: clocks.felt.total_seconds(),
        COMPLETED_WORKING.code: clocks.agency.total_seconds(),
    }
    if permohonan.due_at is not None:
        told[ON_TIME.code] = float(decided.began_at <= permohonan.due_at)
    for kind, value in told.items():
        yield _fact(permohonan, kind, kind, decided, decided, value, outcome=decided.status)


def _fact(
    permohonan: Permohonan, kind: str, key: str, done: Step, ended: Step, value: float, **attrs: str
) -> NewFact:
    """`done` by its handler, until `ended` began."""
    return NewFact(
        kind=kind,
        occurred_at=ended.began_at,
        unit_id=permohonan.unit_id,
        service_id=permohonan.layanan_id,
        employee_id=done.handler_id,
        channel=permohonan.channel,
        case_key=str(permohonan.uid),
        source_key=f"{permohonan.uid}/{key}",
        value=value,
        attrs={**attrs, "standar": permohonan.standar.version if permohonan.standar else None},
    )
