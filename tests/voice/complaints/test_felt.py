"""Whatever is done to a complaint, the citizen's wait is counted from the first receipt, by the calendar."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abdi.platform.errors import DomainError
from abdi.voice.complaints.selectors import clocks_of
from tests.voice.complaints.conftest import MONDAY

pytestmark = pytest.mark.django_db
DEEDS = {
    "pause": ("rina", {"cause": "instansi_lain", "note": "Menunggu."}),
    "resume": ("rina", {}),
    "answer": ("rina", {"text": "Sudah."}),
    "close": ("koko", {}),
    "reopen": ("warga", {"reason": "Belum."}),
    "take": ("rina", {}),
    "merge_later": ("koko", {}),
}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 9)), max_size=6))
def test_no_sequence_of_verbs_shortens_the_felt_time(town, deeds):
    town.at = MONDAY
    complaint = town.taken()
    cap = complaint.answer_due
    for name, days in deeds:
        who, more = DEEDS[name]
        try:
            if name == "merge_later":
                town.do("merge", who, complaint=town.file(days=days), into=complaint)
            else:
                town.do(name, who, days, complaint=complaint, **more)
        except DomainError:
            complaint.refresh_from_db()
        assert complaint.felt_since == MONDAY
        clocks = clocks_of(complaint, town.at)
        assert clocks.felt == (clocks.ended_at or town.at) - MONDAY
        assert clocks.pause_left >= 0
        assert complaint.answer_due >= cap
