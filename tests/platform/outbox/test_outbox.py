"""Messages: written once with their cause, delivered at least once, given up on in sight."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from abdi.platform.errors import PermissionRefused
from abdi.platform.outbox import delivery, handlers
from abdi.platform.outbox.actions import retry_dead
from abdi.platform.outbox.delivery import claim, deliver, deliver_due
from abdi.platform.outbox.handlers import UnknownTopic, handles
from abdi.platform.outbox.models import LEASE, MAX_ATTEMPTS, Message, backoff
from abdi.platform.outbox.permissions import can_retry
from abdi.platform.outbox.queue import enqueue
from abdi.platform.outbox.selectors import backlog, dead_letters
from abdi.platform.tenancy.scope import instansi_or_none, instansi_scope


@pytest.fixture
def delivered(monkeypatch):
    """What arrived at the topic "uji", as (key, payload, attempt, instansi)."""
    monkeypatch.setattr(handlers, "_handlers", {})
    arrived = []

    @handles("uji")
    def arrive(one):
        arrived.append((one.key, one.payload, one.attempt, instansi_or_none()))

    return arrived


@pytest.fixture
def failing(monkeypatch):
    """A topic that fails until told otherwise."""
    monkeypatch.setattr(handlers, "_handlers", {})
    attempts = []

    @handles("uji")
    def fail(one):
        attempts.append(one.attempt)
        raise ConnectionError("server surel menolak")

    return attempts


def make_due():
    Message.objects.update(available_at=timezone.now() - timedelta(seconds=1))


def test_is_delivered_in_the_scope_it_was_written_in(instansi, delivered):
    enqueue(topic="uji", key="k1", payload={"id": 7})
    with instansi_scope(None):
        assert deliver_due() == 1
    assert delivered == [("k1", {"id": 7}, 1, instansi)]
    assert deliver_due() == 0


def test_the_same_key_is_one_message(instansi, delivered):
    enqueue(topic="uji", key="k1", payload={"id": 1})
    enqueue(topic="uji", key="k1", payload={"id": 2})
    deliver_due()
    enqueue(topic="uji", key="k1", payload={"id": 3})
    deliver_due()
    assert [payload for _, payload, _, _ in delivered] == [{"id": 1}]


def test_each_instansi_and_the_system_have_keys_of_their_own(instansi, neighbour, delivered):
    for scope in (instansi, neighbour, None, None):
        with instansi_scope(scope):
            enqueue(topic="uji", key="k1")
    assert deliver_due() == 3


def test_goes_with_the_transaction_that_wrote_it(instansi, delivered):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        enqueue(topic="uji", key="k1")
        _ = 1 / 0
    assert deliver_due() == 0


def test_waits_until_it_is_available(instansi, delivered):
    enqueue(topic="uji", key="k1", available_at=timezone.now() + timedelta(hours=1))
    assert deliver_due() == 0
    make_due()
    assert deliver_due() == 1


def test_a_topic_without_a_handler_is_found_when_writing(instansi, delivered):
    with pytest.raises(UnknownTopic):
        enqueue(topic="tidak-ada", key="k1")


def test_a_topic_has_one_handler(delivered):
    with pytest.raises(ValueError, match="uji"):
        handles("uji")(print)


def test_a_failure_rests_longer_each_time(instansi, failing):
    enqueue(topic="uji", key="k1")
    rests = []
    for _ in range(3):
        make_due()
        before = timezone.now()
        deliver_due()
        rests.append((Message.objects.get().available_at - before).total_seconds())
    assert rests == pytest.approx([30, 60, 120], abs=5)
    assert failing == [1, 2, 3]
    assert Message.objects.get().last_error == "ConnectionError: server surel menolak"
    assert backoff(MAX_ATTEMPTS * 3) == timedelta(hours=6)


def test_one_failure_does_not_stop_the_others(instansi, delivered):
    @handles("rusak")
    def fail(one):
        raise ValueError

    enqueue(topic="rusak", key="k1")
    enqueue(topic="uji", key="k2")
    assert deliver_due() == 2
    assert len(delivered) == 1


def test_the_log_names_no_content(instansi, failing, caplog):
    enqueue(topic="uji", key="rina@example.test", payload={"name": "Rina Misal"})
    deliver_due()
    assert "uji" in caplog.text
    assert "rina" not in caplog.text.lower()
    assert "menolak" not in caplog.text


def test_is_given_up_on_in_sight_and_retried_by_an_operator(instansi, failing, operator, person, capsys):
    enqueue(topic="uji", key="k1")
    for _ in range(MAX_ATTEMPTS + 2):
        make_due()
        deliver_due()
    assert failing == list(range(1, MAX_ATTEMPTS + 1))
    make_due()
    assert backlog() == {"waiting": 0, "late": 0, "dead": 1}
    call_command("outbox")
    assert "server surel menolak" in capsys.readouterr().out
    assert can_retry(operator)
    assert not can_retry(person)
    with pytest.raises(PermissionRefused):
        retry_dead(actor=person)
    assert retry_dead(actor=operator) == 1
    assert not dead_letters().exists()
    deliver_due()
    assert failing[-1] == 1


def test_a_worker_that_dies_leaves_the_message_to_the_next(instansi, delivered):
    enqueue(topic="uji", key="k1")
    assert claim() is not None  # and dies here
    assert claim() is None
    resting = Message.objects.get().available_at - timezone.now()
    assert resting.total_seconds() == pytest.approx(LEASE.total_seconds(), abs=5)
    make_due()
    deliver_due()
    assert [(key, attempt) for key, _, attempt, _ in delivered] == [("k1", 2)]


def test_a_late_worker_does_not_overwrite_a_later_attempt(instansi, delivered):
    """Its lease ran out and somebody else delivered; its own failure is no news any more."""
    enqueue(topic="uji", key="k1")
    late = claim()
    make_due()
    deliver_due()
    delivery._set_back(late, RuntimeError("terlambat"))
    message = Message.objects.get()
    assert message.delivered_at
    assert not message.last_error


def test_a_failing_claim_by_hand_is_still_one_attempt(instansi, failing):
    enqueue(topic="uji", key="k1")
    deliver(claim())
    assert Message.objects.get().attempts == 1
