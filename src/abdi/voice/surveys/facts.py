"""What the ledger is told of an answer once it is released."""

from collections.abc import Iterator
from datetime import datetime, time

from django.utils import timezone

from abdi.facts.types import NewFact
from abdi.voice.facts import skm_kind
from abdi.voice.surveys.models import Response

SOURCE = "survei"
NOON = time(12)  # a fact has a moment, an answer only a day


def answered_facts(response: Response) -> Iterator[NewFact]:
    """One an unsur, at noon of the answer's day; its case is the answer's own number of chance."""
    at = timezone.make_aware(datetime.combine(response.day, NOON))
    for unsur, point in response.answers.items():
        yield NewFact(
            kind=skm_kind(unsur).code,
            occurred_at=at,
            unit_id=response.unit_id,
            service_id=response.layanan_id,
            employee_id=response.employee_id,
            channel=response.channel,
            case_key=str(response.uid),
            source_key=f"{response.uid}/{unsur}",
            value=float(point),
            attrs={"flags": response.flags},
        )
