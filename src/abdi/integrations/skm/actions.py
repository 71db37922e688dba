"""Leading survey answers into the ledger."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.integrations.places import Places, ensure_places
from abdi.integrations.skm.responses import Response
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.voice.facts import skm_kind


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers, not responses: each answered element is a fact of its own."""

    recorded: int
    skipped: int


@action
def record_responses(*, actor: User, responses: Sequence[Response], layanan_code: str) -> Tally:
    """Record every answer in the current instansi; a response the ledger knows already adds nothing."""
    check_can_manage_organisation(actor)
    desks = Counter((response.officer, response.unit) for response in responses)
    places = ensure_places(actor, desks, layanan_code)
    facts = (fact for response in responses for fact in _facts(response, places))
    told = record_facts(actor=actor, facts=facts, source=f"skm:{places.layanan.code}")
    tally = Tally(told.recorded, told.skipped)
    record(actor=actor, tag="integrations:skm:import", subject=places.layanan, data=asdict(tally))
    return tally


def _facts(response: Response, places: Places) -> Iterator[NewFact]:
    moment = response.at.isoformat()  # some surveys number their responses anew each period
    for unsur, answer in response.answers.items():
        yield NewFact(
            kind=skm_kind(unsur).code,
            occurred_at=response.at,
            unit_id=places.unit_id(response.unit),
            service_id=places.layanan.pk,
            employee_id=places.employee_id(response.officer),
            channel=response.channel,
            case_key=response.key,
            value=float(answer),
            source_key=f"{response.key}/{moment}/{unsur}",
        )
