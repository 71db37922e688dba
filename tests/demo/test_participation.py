"""The park and the forums of the demo: in the phase they are told to be in, quickly, and with letters to nobody."""

from datetime import date

import pytest

from abdi.demo.building import build
from abdi.demo.participation import CITIZENS, take_part
from abdi.platform.outbox.models import Message
from abdi.voice.forums.models import Forum
from abdi.voice.projects.ballots import tally
from abdi.voice.projects.models import Project

TODAY = date(2026, 11, 20)


@pytest.mark.slow
def test_what_a_sub_district_made_with_its_people(instansi, system):
    take_part(region=build(actor=system, since=date(2023, 1, 1)), today=TODAY)
    park = Project.objects.get()
    assert park.phase == "pelaksanaan"
    assert [one.votes for one in tally(park, 1)] == [CITIZENS * 2 // 3, CITIZENS // 3]
    assert [bool(one.done_on) for one in park.milestones.all()] == [True, False]
    assert list(Forum.objects.order_by("starts_at").values_list("status", flat=True)) == [
        "ditetapkan",
        "diumumkan",
    ]
    assert not Message.objects.filter(topic__in=["citizens.news", "followers.email"]).exists()
