"""Two liaisons at once, each a real process, on whichever database the suite runs."""

import pytest

from tests.platform.conftest import own_installation
from tests.services.queue.test_processes import told

__all__ = ["own_installation"]
pytestmark = pytest.mark.slow  # processes of their own

BOTH = """
import json
from bench import crowd
from abdi.voice.complaints.models import Complaint, Event
from tests.cast import open_office
from tests.voice.complaints import rush
from tests.voice.complaints.conftest import open_town
with crowd.example():
    town = open_town(open_office())
    one = town.disposed(submission="pertama")
codes = crowd.finished(crowd.start(rush.take, [("rina", one.pk), ("nina", one.pk)]))
retries = crowd.finished(crowd.start(rush.file_again, [()] * 6))
with crowd.example():
    taken = Event.objects.filter(complaint=one, name="take").count()
    print(json.dumps([sorted(codes), taken, sorted(retries), Complaint.objects.count()]))
"""


def test_one_complaint_has_one_handler_and_a_retry_makes_no_second(own_installation):
    codes, taken, retries, complaints = told(own_installation, BOTH)
    assert (codes, taken) == ([0, 3], 1)
    assert (set(retries) <= {0, 4}, complaints) == (True, 2)
