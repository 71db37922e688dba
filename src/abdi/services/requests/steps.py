"""One step of a permohonan: its state, and the row that keeps when it began and in whose hands."""

from collections.abc import Sequence

from abdi.facts.actions import record_facts
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import record
from abdi.platform.validation import write
from abdi.services.endings import Served, tell_served
from abdi.services.requests.facts import SOURCE, closing_facts
from abdi.services.requests.models import Permohonan, Step
from abdi.services.requests.telling import tell_citizen
from abdi.services.requests.timing import due_of
from abdi.services.requests.workflow import PERMOHONAN


def advance(permohonan: Permohonan, name: str, actor: User, note: str = "") -> list[Step]:
    """Take a transition of the table, and return every step so far. The permohonan is held by the caller.

    The deadline is reckoned anew, so that a stop that just ended has moved it. What was written of a person stays in
    the step; the trail names the state alone.
    """
    transition = PERMOHONAN.check(name, permohonan.status)
    permohonan.status = transition.target
    steps = begin(permohonan, actor, note, list(permohonan.steps.order_by("number")))
    at = steps[-1].began_at
    permohonan.due_at = due_of(permohonan, steps, at)
    permohonan.closed_at = at if permohonan.is_closed else None
    write(permohonan)
    told = {"number": str(permohonan.number), "status": permohonan.status}
    record(actor=actor, tag=transition.tag, subject=permohonan, data=told)
    return steps


def begin(permohonan: Permohonan, actor: User, note: str = "", before: Sequence[Step] = ()) -> list[Step]:
    """The present state as a step after those `before`; a clock set back lets none begin before the last."""
    now = moments.now()
    step = Step(
        permohonan=permohonan,
        number=len(before) + 1,
        status=permohonan.status,
        handler=permohonan.handler,
        actor=actor,
        began_at=max(now, before[-1].began_at) if before else now,
        note=note,
    )
    return [*before, write(step)]


def tell_decided(permohonan: Permohonan, actor: User, steps: Sequence[Step]) -> None:
    """The agency is done with it: whoever asked for it may say how it was."""
    served = Served(
        case=str(permohonan.uid),
        unit=permohonan.unit,
        layanan=permohonan.layanan,
        employee=permohonan.handler,
        channel=permohonan.channel,
        at=steps[-1].began_at,
        followed=permohonan.visit,
        page=f"/lacak/{permohonan.visit.code}/",
    )
    tell_served(actor, served)


def conclude(permohonan: Permohonan, actor: User, steps: Sequence[Step]) -> None:
    """The ledger is told what is known now, and the citizen that it is so."""
    record_facts(actor=actor, facts=closing_facts(permohonan, steps), source=SOURCE)
    tell_citizen(permohonan, steps[-1])
