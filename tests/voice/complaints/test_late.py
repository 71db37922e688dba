"""What is late: said of one complaint and asked of all, it is the same."""

from itertools import product

import pytest

from abdi.voice.complaints.enums import ENDED, Status
from abdi.voice.complaints.models import Complaint, late_on
from tests.voice.complaints.conftest import DAY, MONDAY

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()
DEADLINES = ("verify_due", "take_due", "answer_due")


def test_every_state_is_late_by_the_day_that_it_names(town):
    one = town.file()
    for status in set(Status) - set(ENDED):
        for days in product((None, TODAY - DAY, TODAY), repeat=len(DEADLINES)):
            Complaint.objects.update(status=status, **dict(zip(DEADLINES, days, strict=True)))
            one.refresh_from_db()
            is_late = one.due is not None and one.due < TODAY
            assert Complaint.objects.filter(late_on(TODAY)).exists() == is_late, (status, days)


@pytest.mark.parametrize(
    ("status", "days", "due"),
    [
        (Status.BARU, (1, None, None), 1),
        (Status.TERVERIFIKASI, (1, None, 4), 1),
        (Status.TERVERIFIKASI, (1, 3, 4), 3),
        (Status.DITERUSKAN, (1, 3, 2), 2),
        (Status.DIPROSES, (1, 2, 4), 4),
        (Status.DITUNDA, (1, 2, None), None),
        (Status.DIBUKA_KEMBALI, (1, 2, 4), 4),
        (Status.DIBUKA_KEMBALI, (1, None, None), 1),  # put away unverified, and brought back
        (Status.DIJAWAB, (1, 2, 3), None),
    ],
)
def test_what_is_due_next(status, days, due):
    dated = {name: day and TODAY + day * DAY for name, day in zip(DEADLINES, days, strict=True)}
    assert Complaint(status=status, **dated).due == (due and TODAY + due * DAY)
