"""The consultations of the demo: one open, one answered with what came of it, with letters to nobody."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from abdi.demo.building import build
from abdi.demo.consultation import hear_the_public
from abdi.facts.selectors import current
from abdi.platform.outbox.models import Message
from abdi.voice.consultation.models import Topic
from abdi.voice.consultation.phases import phase_of
from abdi.voice.consultation.selectors import late_topics, proposals_of, public_topics

TODAY = date(2026, 11, 20)


def told_of(topic: Topic, now: datetime) -> tuple[str, list[tuple[str, int]]]:
    phase = phase_of(topic, now.date(), topic.waiting)
    return phase, [(one.status, one.support) for one in proposals_of(topic, now).order_by("number")]


@pytest.mark.slow
def test_what_the_public_was_asked_and_told(instansi, system):
    hear_the_public(region=build(actor=system, since=date(2023, 1, 1)), today=TODAY)
    now = timezone.make_aware(datetime.combine(TODAY, time(12)))
    saturdays, lamps = public_topics()
    assert told_of(saturdays, now) == ("terbuka", [("diajukan", 5), ("diajukan", 3)])
    assert told_of(lamps, now) == ("terjawab", [("selesai", 7), ("diterima", 4), ("ditolak", 1)])
    assert not late_topics(TODAY)
    assert [row["value"] for row in current(kinds=["consultation.on_time"])] == [1, 1, 1]
    assert not Message.objects.filter(topic__in=["citizens.news", "followers.email"]).exists()
