"""What pages, boards and other displays read: right, without names, and with the same queries however many wait."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.facts.selectors import current
from abdi.platform import moments
from abdi.platform.accounts.models import public_user
from abdi.services.queue import actions, selectors
from abdi.services.queue.enums import Cause, Channel, TicketStatus
from abdi.services.queue.estimate import Basis
from abdi.services.queue.models import Ticket
from abdi.services.queue.tasks import close_days


def queries(read):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        read()
    return len(captured)


def test_the_desk_shows_everything_in_eight_queries(hall):
    session = hall.sit("rina", 2)
    served, at_hand = hall.issue(), hall.issue()
    hall.serve(session)
    held = hall.issue()
    hall.do(actions.call_ticket, "rina", session=session, ticket=held, reason="Uji")
    hall.do(actions.begin_service, "rina", ticket=held)
    hall.do(actions.put_on_hold, "rina", ticket=held, cause=Cause.HOLD_AGENCY)
    hall.call(session)
    hall.do(actions.recall, "rina", 40, ticket=at_hand)
    waiting = [hall.issue("B"), hall.issue("A")]
    with moments.replayed_at(hall.at):
        desk = selectors.desk(session)
        few = queries(lambda: selectors.desk(session))
    assert (desk.current.ticket, desk.current.recalls_left, len(desk.current.calls)) == (at_hand, 2, 2)
    assert desk.current.absent_from is None
    assert (desk.next, desk.waiting, desk.waiting_count) == (waiting[0], waiting, 2)
    assert (desk.held, desk.served_today, desk.median_seconds) == ([held], 1, 300)
    for _ in range(5):
        hall.issue()
    with moments.replayed_at(hall.at):
        assert queries(lambda: selectors.desk(session)) == few <= 8
    assert served.code not in repr(desk)


def test_a_board_and_the_monitor_are_json_without_names(hall):
    board = actions.create_board(
        actor=hall.user("sari"),
        unit=hall.office.unit,
        code="Ruang-Tunggu",
        name="Ruang tunggu",
        pools=[hall.lines["A"]],
    )
    assert board.code == "ruang-tunggu"
    session = hall.sit()
    tickets = [hall.issue() for _ in range(6)]
    for _ in tickets[:4]:
        hall.serve(session)
    hall.call(session)
    hall.do(actions.recall, "rina", 40, ticket=tickets[4])
    with moments.replayed_at(hall.at):
        state = selectors.board_state(board)
        monitor = selectors.queue_monitor(hall.lines["A"])
    assert [call["label"] for call in state["calls"]] == ["A-005", "A-004", "A-003", "A-002"]
    assert state["calls"][0]["times"] == 2
    assert [(one["label"], one["counter"]) for one in state["now"]] == [("A-005", "Loket 1")]
    assert (state["waiting"], state["n"], state["promise"]) == (1, 5, None)
    assert monitor["serviceStatus"] == "Open"
    assert (monitor["ticketServed"], monitor["lastTicketIssuedLabel"], monitor["ticketsToServe"]) == (
        5,
        "A-006",
        1,
    )
    text = json.dumps([state, monitor])
    assert not any(name in text for name in ("Rina", tickets[0].code, tickets[5].code))


def test_a_position_tells_its_range_and_what_it_rests_on(hall):
    session = hall.sit()
    for _ in range(20):
        hall.issue()
        hall.serve(session, lasts=240)
    first, second = hall.issue(), hall.issue()
    with moments.replayed_at(hall.at):
        position = selectors.position_of(second)
        assert position.ahead == 1
        assert (position.estimate.low, position.estimate.high) == (240, 240)
        assert (position.estimate.basis, position.estimate.n) == (Basis.SAME_HOUR, 20)
        assert selectors.position_of(first).estimate.high == 0
        assert queries(lambda: selectors.position_of(second)) <= 7
        assert selectors.estimate_for(hall.lines["A"]).high == 480
    with moments.replayed_at(hall.at + timedelta(days=61)):
        assert selectors.position_of(second).estimate is None
    assert selectors.ticket_by_code(second.code.lower()) == second
    with pytest.raises(Ticket.DoesNotExist):
        selectors.ticket_by_code("TIDAKADA22")


def test_the_hour_after_closing_ends_what_is_left(hall):
    """Not while an officer sits there, unless the day itself is over."""
    left, gone = hall.issue(), hall.issue()
    session = hall.sit()
    hall.do(actions.cancel_ticket, public_user(), ticket=gone)
    hall.later(10 * 3_600)
    assert closed_at(hall.at) == 0
    hall.do(actions.close_counter, "rina", session=session)
    assert closed_at(hall.at - timedelta(hours=9)) == 0  # still open
    assert closed_at(hall.at) == 1

    forgotten = hall.issue("B", after=14 * 3_600)
    hall.sit()
    assert closed_at(hall.at + timedelta(days=1)) == 1
    assert selectors.open_counters(hall.office.unit) == []
    for ticket in (left, forgotten):
        ticket.refresh_from_db()
        assert ticket.status == TicketStatus.DITINGGALKAN
        ended = ticket.intervals.order_by("number").last().began_at
        assert ended.astimezone(hall.at.tzinfo).date() == ticket.service_date


def closed_at(moment):
    with moments.replayed_at(moment):
        return close_days.func()


def test_too_fast_is_under_the_services_own_first_percentile(hall):
    session = hall.sit()
    told = []
    for past, lasts in [(99, 5), (1, 100), (0, 101)]:  # times of the days before: 101, 102 … 200 seconds
        have_served(hall, past)
        ticket = hall.issue()
        hall.serve(session, lasts=lasts)
        rows = current(cases=[str(ticket.uid)], kinds=["queue.served_too_fast"])
        told.append([row["value"] for row in rows])
    assert told == [[], [1.0], [0.0]]


def have_served(hall, number):
    """So many more numbers of the day before, each a second longer than the last."""
    before, line = Ticket.objects.exclude(service_date=hall.at.date()).count(), hall.lines["A"]
    Ticket.objects.bulk_create(
        Ticket(
            pool=line,
            waits_in=line,
            service_date=hall.at.date() - timedelta(days=1),
            sequence=one,
            label=f"A-{one:03d}",
            code=f"KEMARIN{one:03d}",
            layanan=hall.office.layanan,
            channel=Channel.KIOS,
            queued_at=hall.at,
            place_at=hall.at,
            status=TicketStatus.SELESAI,
            service_seconds=100 + one,
        )
        for one in range(before + 1, before + number + 1)
    )
