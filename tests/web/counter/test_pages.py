"""The page of a counter: every verb a plain form, the work found again, nothing done twice."""

import pytest
from django.urls import reverse

from abdi.services.queue import actions
from abdi.services.queue.enums import Priority, TicketStatus
from abdi.services.queue.models import Interval, Session, Ticket

START = reverse("counter:start")
QUERIES = 14  # four of every page of somebody signed in, ten of its own


class Desk:
    """An officer before his screen."""

    def __init__(self, client, at_nine) -> None:
        self.client, self.at_nine = client, at_nine

    def look(self) -> str:
        with self.at_nine():
            return self.client.get(START).content.decode()

    def press(self, name: str, thing=None, after=40, **fields) -> str:
        with self.at_nine(after):
            address = reverse(f"counter:{name}", args=[thing.uid] if thing else [])
            return self.client.post(address, fields, follow=True).content.decode()


@pytest.fixture
def rina(hall, enter, at_nine) -> Desk:
    return Desk(enter("rina"), at_nine)


def test_a_morning_at_the_counter(hall, rina):
    first, second = hall.issue(), hall.issue(priority=Priority.LANSIA)
    assert "Loket 1" in rina.look()
    assert "2 menunggu" in rina.press("open", hall.counters[0])
    page = rina.press("call")
    at_hand = Session.objects.get().tickets.get()
    assert f"{at_hand} dipanggil ke Loket 1" in page
    assert "Lanjut usia" in page
    assert at_hand == second
    assert "dipanggil lagi" in rina.press("recall", at_hand)
    assert "Sedang dilayani" in rina.press("begin", at_hand)
    page = rina.press("finish", at_hand, delivered="KK baru", quantity="2")
    assert f"{first} dipanggil ke Loket 1" in page
    at_hand.refresh_from_db()
    assert (at_hand.status, at_hand.delivered, at_hand.quantity) == ("selesai", "KK baru", 2)
    assert f"<title>{first} · Loket 1" in rina.look(), "found again after a reload"


def test_enter_twice_finishes_one(hall, rina):
    hall.sit()
    numbers = [hall.issue() for _ in range(3)]
    rina.press("call")
    rina.press("begin", numbers[0])
    rina.press("finish", numbers[0])
    assert 'role="alert"' in rina.press("finish", numbers[0]), "the second press is refused in words"
    found = list(Ticket.objects.order_by("sequence").values_list("status", flat=True))
    assert found == [TicketStatus.SELESAI, TicketStatus.DIPANGGIL, TicketStatus.MENUNGGU]


def test_out_of_order_needs_a_reason(hall, rina, at_nine):
    hall.sit()
    hall.issue()
    second = hall.issue()
    address = reverse("counter:pick", args=[second.uid])
    with at_nine():
        refused = rina.client.post(address, {"reason": " "})
    assert refused.status_code == 422
    assert "Tulis alasan" in refused.content.decode()
    assert "Dipanggil" in rina.press("pick", second, reason="Sakit")
    assert Interval.objects.filter(ticket=second, cause="picked", note="Sakit").exists()


def test_held_handed_over_and_rested(hall, rina):
    hall.sit()
    hall.sit("joko", 2)
    one, other = hall.issue(), hall.issue()
    rina.press("call")
    rina.press("begin", one)
    page = rina.press("hold", one, cause="hold_citizen", note="Akta tertinggal")
    assert "Lanjutkan" in page
    assert "Istirahat" in rina.press("state", state="istirahat")
    assert "Kembali melayani" in rina.look()
    rina.press("state", state="melayani")
    assert "Sedang dilayani" in rina.press("resume", one)
    rina.press("transfer", one, counter=hall.counters[1].uid, note="Perlu tanda tangan")
    one.refresh_from_db()
    assert (one.status, one.waits_for) == ("menunggu", hall.counters[1])
    rina.press("call")
    assert "tidak hadir" not in rina.press("no_show", other).split("</h1>")[1][:400], (
        "not called often enough"
    )
    rina.press("transfer", other, counter=hall.counters[1].uid)
    assert "Pilih loket" in rina.press("close")


def test_only_the_officer_himself(hall, enter, at_nine):
    hall.sit()
    ticket = hall.issue()
    with at_nine():
        actions.call_next(actor=hall.user("rina"), session=Session.objects.get())
    joko = enter("joko")
    for name in ("recall", "begin", "finish", "hold", "no_show", "transfer"):
        with at_nine():
            assert joko.post(reverse(f"counter:{name}", args=[ticket.uid])).status_code == 403
    ticket.refresh_from_db()
    assert ticket.status == "dipanggil"


def test_as_many_queries_however_long_the_line(hall, rina, django_assert_num_queries):
    hall.sit()
    for number in range(4):
        hall.issue()
        if number == 1:
            rina.press("call")
    with django_assert_num_queries(QUERIES):
        rina.look()
    for _ in range(30):
        hall.issue(after=1)
    with django_assert_num_queries(QUERIES):
        assert "dan " in rina.look()


def test_who_serves_nowhere_is_told_whom_to_ask(office, enter):
    assert "admin unit yang memberikan peran itu" in enter("dewi").get(START).content.decode()
