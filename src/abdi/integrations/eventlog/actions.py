"""Leading a staged log into the ledger."""

from dataclasses import asdict, dataclass

from abdi.facts.actions import record_facts
from abdi.integrations.eventlog.activities import activity_facts
from abdi.integrations.eventlog.closings import Closings
from abdi.integrations.eventlog.spans import span_of
from abdi.integrations.eventlog.staging import Staging
from abdi.integrations.places import ensure_places
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record


@dataclass(frozen=True, slots=True)
class Tally:
    """`recorded` and `skipped` count events; `closings` the facts that the ends of cases told."""

    recorded: int
    skipped: int
    closings: int


@action
def record_event_log(*, actor: User, log: Staging, layanan_code: str, ends_told: bool) -> Tally:
    """Record every event, and every finished or overdue case, of `log` in the current instansi: all or nothing.

    What the ledger knows already is left alone; a case that this log takes further is closed anew.
    """
    check_can_manage_organisation(actor)
    places = ensure_places(actor, log.desks, layanan_code)
    source = f"eventlog:{places.layanan.code}"
    activities = (fact for events in log.by_case() for fact in activity_facts(events, places))
    events = record_facts(actor=actor, facts=activities, source=source)
    spans = (span_of(events, places) for events in log.by_case())
    told = Closings(places, ends_told, log.until).facts(spans)
    closings = record_facts(actor=actor, facts=told, source=source)
    tally = Tally(events.recorded, events.skipped, closings.recorded)
    record(actor=actor, tag="integrations:eventlog:import", subject=places.layanan, data=asdict(tally))
    return tally
