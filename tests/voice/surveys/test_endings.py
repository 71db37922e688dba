"""When the counter and the desk are done, a link is there; it is told to who follows, and never to staff."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from abdi.platform.accounts.models import public_user
from abdi.platform.followers.actions import follow
from abdi.platform.outbox.models import Message
from abdi.services.queue import actions as queue
from abdi.services.requests import actions as requests
from abdi.voice.surveys.models import Token
from abdi.voice.surveys.selectors import tokens_for
from abdi.voice.surveys.tokens import secret_of
from tests.services.queue.conftest import hall, open_hall

__all__ = ["hall"]


@pytest.fixture
def open_hall_lately(hall):
    """At nine on the last Monday to Thursday before today, in the office's hours."""
    days = (timezone.localdate() - timedelta(days=ago) for ago in range(1, 8))
    hall.at = timezone.make_aware(datetime.combine(next(day for day in days if day.weekday() < 4), time(9)))
    return hall


def test_a_number_that_was_served_asks_its_holder(open_hall_lately):
    hall = open_hall_lately
    ticket = hall.issue()
    follow(actor=public_user(), subject=ticket, email="warga@example.test")
    hall.serve(hall.sit())
    token = Token.objects.get()
    assert (token.employee, token.layanan) == (hall.office.rina, ticket.layanan)
    case = str(ticket.uid)
    assert tokens_for([case]) == {case: secret_of(case)}
    told = Message.objects.filter(topic="followers.email", payload__url=f"/antrean/{ticket.code}/")
    assert [message.payload["title"] for message in told][-1] == "Bagaimana Anda dilayani?"
    assert secret_of(case) not in str([message.payload for message in Message.objects.all()])

    hall.do(queue.undo, "dewi", 5, ticket=ticket, reason="Salah tekan")
    assert tokens_for([case]) == {}


def test_who_did_not_come_or_gave_up_is_not_asked(open_hall_lately):
    hall = open_hall_lately
    ticket = hall.issue()
    hall.do(queue.cancel_ticket, public_user(), ticket=ticket)
    assert not Token.objects.exists()


def test_a_day_gone_by_that_is_replayed_asks_nobody(hall):
    hall.issue()
    hall.serve(hall.sit())
    assert not Token.objects.exists()


def test_a_permohonan_decided_asks_its_visitor(office):
    open_hall(office)
    rina = office.user("rina")
    visit = requests.open_visit(
        actor=public_user(), unit=office.unit, layanan=[office.layanan], name="Warga Rekaan"
    )
    (one,) = visit.permohonan.all()
    assert tokens_for([str(one.uid)]) == {}
    requests.take_up(actor=rina, permohonan=one)
    requests.reject(actor=rina, permohonan=one, reason="Berkas milik orang lain.")
    assert tokens_for([str(one.uid)]) == {str(one.uid): secret_of(str(one.uid))}
    assert Token.objects.get().employee == office.rina
