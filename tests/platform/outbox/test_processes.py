"""Real workers on one database: nothing is delivered twice, and they stop when told."""

import signal
from collections import Counter

import pytest

pytestmark = pytest.mark.slow  # several whole processes

MESSAGES = 60

WRITE = f"""
from datetime import timedelta
from django.utils import timezone
from abdi.platform.accounts.models import User
from abdi.platform.notifications.notify import notify
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
one = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh")
rina = User.objects.create_user("rina", "rina@example.test", instansi=one)
with instansi_scope(one):
    for n in range({MESSAGES}):
        notify(recipient=rina, kind="uji", title=f"surat {{n}}")
"""

DELIVER = """
from abdi.platform.outbox.delivery import deliver_due
print(deliver_due())
"""

STATE = """
from abdi.platform.outbox.models import Heartbeat, Message, ScheduledRun
print(Message.objects.undelivered().count(), ScheduledRun.objects.count(), Heartbeat.objects.count())
"""


def letters(installation) -> Counter:
    """How often each letter was sent; without a mail server every sending is a file."""
    files = sorted((installation.home / "mail").glob("*"))
    lines = [line for file in files for line in file.read_text().splitlines()]
    return Counter(line for line in lines if line.startswith("Message-ID:"))


def test_two_workers_never_deliver_one_message_twice(own_installation):
    own_installation.python(WRITE)
    rivals = [own_installation.start("shell", "--no-imports", "-c", DELIVER) for _ in range(2)]
    made = []
    for rival in rivals:
        out, err = rival.communicate(timeout=120)
        assert rival.returncode == 0, err
        made.append(int(out))
    assert sum(made) == MESSAGES
    sent = letters(own_installation)
    assert len(sent) == MESSAGES
    assert set(sent.values()) == {1}


def test_rival_ticks_start_a_schedule_once(own_installation):
    rivals = [own_installation.start("tick", "--json") for _ in range(3)]
    outs = [rival.communicate(timeout=120) for rival in rivals]
    assert all(rival.returncode == 0 for rival in rivals), outs
    assert sum('"outbox.tidy"' in out for out, _ in outs) == 1


def test_a_worker_delivers_and_stops_cleanly(own_installation):
    own_installation.python(WRITE)
    worker = own_installation.start("worker", "--interval", "0.1")
    try:
        state = wait_for(own_installation, lambda state: state[0] == 0 and state[2] == 1)
    finally:
        worker.send_signal(signal.SIGTERM)
        _, err = worker.communicate(timeout=60)
    assert state[1] >= 1
    assert worker.returncode == 0, err
    assert "Traceback" not in err
    assert set(letters(own_installation).values()) == {1}


def test_a_batch_ends_by_itself(own_installation):
    own_installation.python(WRITE)
    done = own_installation.run("worker", "--batch")
    assert done.returncode == 0, done.stderr
    assert len(letters(own_installation)) == MESSAGES


def wait_for(installation, is_there, tries=20):
    """Each look is a process of its own, so a look is also a pause."""
    for _ in range(tries):
        state = [int(word) for word in installation.python(STATE).split()]
        if is_there(state):
            return state
    raise AssertionError(f"after {tries} looks: undelivered, runs, heartbeats = {state}")
