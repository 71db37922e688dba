"""Every event of a log as a fact of its own."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from abdi.facts.types import NewFact
from abdi.integrations.eventlog.events import Event
from abdi.integrations.places import Places
from abdi.services.facts import ACTIVITY

KEY_LENGTH = 24  # hex digits: 96 bits keep a billion events of one case apart


def activity_facts(events: Iterable[Event], places: Places) -> Iterator[NewFact]:
    """Of one case's events in time.

    Identical rows are told apart by their ordinal, so that a log which really has two of them records two, and
    the same log read again records none.
    """
    moment: datetime | None = None
    twins: Counter[tuple[str, ...]] = Counter()
    for event in events:
        if event.at != moment:
            moment, twins = event.at, Counter()
        identity = (event.activity, event.officer, event.lifecycle, event.instance)
        twins[identity] += 1
        yield NewFact(
            kind=ACTIVITY.code,
            occurred_at=event.at,
            unit_id=places.unit_id(event.unit),
            service_id=places.layanan.pk,
            employee_id=places.employee_id(event.officer),
            channel=event.channel,
            case_key=event.case,
            source_key=f"{event.case}/{digest(event.at.isoformat(), *identity, str(twins[identity]))}",
            attrs=_attrs(event),
        )


def digest(*words: str) -> str:
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:KEY_LENGTH]


def _attrs(event: Event) -> dict[str, str]:
    return {"activity": event.activity} | ({"lifecycle": event.lifecycle} if event.lifecycle else {})
