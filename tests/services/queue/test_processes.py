"""Officers and kiosks at once, each a real process, on whichever database the suite runs."""

import json

import pytest

pytestmark = pytest.mark.slow  # dozens of processes

NUMBERS, OFFICERS, KIOSKS = 500, 8, 50

CROWD = f"""
import json
from bench import crowd
with crowd.example():
    room = crowd.open_room({OFFICERS})
crowd.issue_many(room, {NUMBERS - KIOSKS})  # first, so that the kiosks start warm
codes = crowd.finished(crowd.start(crowd.issue_many, [(room, 1)] * {KIOSKS}))
officers = crowd.start(crowd.call_all, [(one,) for one in room.sessions])
codes += crowd.finished(officers)
with crowd.example():
    print(json.dumps([set(codes) == {{0}}, vars(crowd.count())]))
"""

KILLED = """
import json, os, signal
from bench import crowd
from abdi.services.queue.models import Ticket
with crowd.example():
    room = crowd.open_room(3)
crowd.issue_many(room, 60)
officers = crowd.start(crowd.serve_all, [(one,) for one in room.sessions])
with crowd.example():
    while Ticket.objects.unended().count() > 40:
        pass
os.kill(officers[0].pid, signal.SIGKILL)
codes = crowd.finished(officers)
with crowd.example():
    before = vars(crowd.count())
codes += crowd.finished(crowd.start(crowd.serve_all, [(room.sessions[0],)]))
with crowd.example():
    print(json.dumps([codes, before, vars(crowd.count())]))
"""


def told(installation, code):
    with installation.start("shell", "--no-imports", "-c", code) as process:
        try:
            out, err = process.communicate(timeout=1_200)  # the machine may be busy
        finally:
            process.kill()
    assert process.returncode == 0, err
    return json.loads(out)


def test_fifty_kiosks_and_eight_officers_at_once(own_installation):
    all_done, count = told(own_installation, CROWD)
    assert all_done
    assert count == {"issued": NUMBERS, "ended": NUMBERS, "gaps": 0, "double": 0, "lost": 0}


def test_who_is_killed_in_the_middle_loses_nothing_and_goes_on(own_installation):
    codes, before, after = told(own_installation, KILLED)
    assert codes == [-9, 0, 0, 0]
    assert (before["issued"], before["gaps"], before["double"], before["lost"]) == (60, 0, 0, 0)
    assert before["ended"] in {59, 60}  # at most the number at his counter is left
    assert after == {"issued": 60, "ended": 60, "gaps": 0, "double": 0, "lost": 0}
