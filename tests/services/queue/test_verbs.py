"""From the number to its end: who may, what the state allows, and what the ledger is told."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from abdi.facts.selectors import current
from abdi.platform import moments
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.live.signals import versions
from abdi.services.queue import actions, selectors
from abdi.services.queue.enums import Cause, Channel, OfficerState, Priority, TicketStatus
from abdi.services.queue.models import SessionState, Ticket


def facts_of(ticket):
    return {row["kind"]: row["value"] for row in current(cases=[str(ticket.uid)], limit=1_000)}


def test_a_number_from_the_kiosk_to_served(hall):
    seen = versions([selectors.topic(hall.office.unit)])
    ticket = hall.issue()
    assert (ticket.label, ticket.sequence, len(ticket.code)) == ("A-001", 1, 10)
    session = hall.sit()
    assert hall.call(session, after=60) == ticket
    hall.do(actions.begin_service, "rina", 15, ticket=ticket)
    hall.do(actions.put_on_hold, "rina", 120, ticket=ticket, cause=Cause.HOLD_CITIZEN, note="Fotokopi KTP")
    hall.do(actions.resume, "rina", 600, session=session, ticket=ticket)
    hall.do(actions.finish, "rina", 180, ticket=ticket, delivered="KK baru", quantity=2)

    assert (ticket.wait_seconds, ticket.service_seconds, ticket.quantity) == (60, 300, 2)
    assert facts_of(ticket) == {
        "queue.wait": 60,
        "queue.wait_service": 75,
        "queue.service": 300,
        "queue.hold_citizen": 600,
        "queue.hold_agency": 0,
        "queue.total": 975,
        "queue.picked": 0,
        "queue.recalled_too_fast": 0,
        "queue.abandoned": 0,
        "queue.no_show": 0,
    }
    row = current(cases=[str(ticket.uid)], kinds=["queue.service"])[0]
    assert row["employee_id"] == hall.office.rina.pk
    assert row["attrs"]["cause"] == "generic"
    assert row["channel"] == "kios"
    states = [one.state for one in ticket.intervals.all()]
    assert states == ["menunggu", "dipanggil", "dilayani", "ditunda", "dilayani", "selesai"]
    assert versions(seen)[selectors.topic(hall.office.unit)] > max(seen.values())


def test_after_each_prioritised_number_the_line_owes_ordinary_ones(hall):
    actions.change_pool(
        actor=hall.user("sari"),
        pool=hall.lines["A"],
        name="Kependudukan",
        layanan=[hall.office.layanan],
        settings=actions.PoolSettings(ordinary_between=2),
    )
    waiting = [hall.issue(priority=one) for one in [Priority.BIASA] * 3 + [Priority.LANSIA] * 2]
    session = hall.sit()
    with moments.replayed_at(hall.at):
        ahead = [selectors.position_of(ticket).ahead for ticket in waiting]
    called = [hall.serve(session).sequence for _ in waiting]
    assert called == [4, 1, 2, 5, 3]
    assert ahead == [1, 2, 4, 0, 3]


def test_two_lines_at_one_counter_go_by_arrival_and_who_was_sent_here_first(hall):
    a1, b1, a2, b2 = (hall.issue(line) for line in "ABAB")
    both, only_b = hall.sit("rina", 2), hall.sit("joko", 3)
    assert hall.call(only_b) == b1
    hall.do(actions.transfer, "joko", ticket=b1, counter=both.counter, note="Salah loket")
    with moments.replayed_at(hall.at):
        assert selectors.next_for(both) == b1
        assert list(selectors.waiting_for(both)) == [a1, b1, a2, b2]
        assert list(selectors.waiting_for(only_b)) == [b2]
    assert [hall.serve(both) for _ in range(4)] == [b1, a1, a2, b2]
    assert hall.call(both) is None


def test_out_of_turn_needs_a_reason_and_is_told(hall):
    hall.issue()
    second = hall.issue()
    session = hall.sit()
    with pytest.raises(InputRefused, match="alasan"):
        hall.do(actions.call_ticket, "rina", session=session, ticket=second, reason=" ")
    hall.do(actions.call_ticket, "rina", session=session, ticket=second, reason="Ambulans menunggu")
    hall.serve(session, second)
    assert facts_of(second)["queue.picked"] == 1
    wrong_line = hall.issue("B")
    with pytest.raises(PolicyRefused, match="tidak dilayani di Loket 1"):
        hall.do(actions.call_ticket, "rina", session=session, ticket=wrong_line, reason="Dekat")


def test_absent_only_after_spaced_recalls(hall):
    ticket = hall.issue()
    session = hall.sit()
    hall.call(session)
    for seconds in (30, 5, 30):  # the second comes too soon to count
        hall.do(actions.recall, "rina", seconds, ticket=ticket)
    with pytest.raises(PolicyRefused, match="1 kali lagi"):
        hall.do(actions.no_show, "rina", 60, ticket=ticket)
    hall.do(actions.recall, "rina", 0, ticket=ticket)
    with pytest.raises(PolicyRefused, match="Beri waktu"):
        hall.do(actions.no_show, "rina", 10, ticket=ticket)
    hall.do(actions.no_show, "rina", 25, ticket=ticket)
    told = facts_of(ticket)
    assert (told["queue.no_show"], told["queue.recalled_too_fast"]) == (1, 1)
    assert "queue.service" not in told


def test_an_end_is_undone_by_a_second_person_and_its_facts_withdrawn(hall):
    ticket = hall.issue()
    session = hall.sit()
    hall.serve(session, hall.call(session))
    with pytest.raises(PermissionRefused, match="orang kedua"):
        hall.do(actions.undo, "rina", ticket=ticket, reason="Salah tekan")
    with pytest.raises(PermissionRefused):
        hall.do(actions.undo, "budi", ticket=ticket, reason="Salah tekan")
    with pytest.raises(InputRefused, match="alasan"):
        hall.do(actions.undo, "dewi", ticket=ticket, reason="")
    hall.do(actions.undo, "dewi", 30, ticket=ticket, reason="Salah tekan")
    assert (ticket.status, ticket.session) == (TicketStatus.DILAYANI, session)
    assert set(facts_of(ticket).values()) == {None}
    assert selectors.undone_on(hall.office.unit, ticket.service_date) == 1

    hall.do(actions.finish, "rina", 70, ticket=ticket)
    told = facts_of(ticket)
    assert (told["queue.service"], told["queue.total"]) == (370, 5 + 20 + 300 + 30 + 70)

    other = hall.issue()
    hall.call(session)
    hall.do(actions.undo, "joko", ticket=ticket, reason="Berkas tertukar")
    assert (ticket.status, other.status) == (TicketStatus.DITUNDA, TicketStatus.MENUNGGU)


def test_the_holder_steps_back_and_cancels(hall):
    first, second, third = (hall.issue() for _ in range(3))
    hall.do(actions.step_back, public_user(), ticket=first)
    with moments.replayed_at(hall.at):
        assert [selectors.position_of(one).ahead for one in (first, second, third)] == [1, 0, 2]
    hall.do(actions.cancel_ticket, public_user(), ticket=second)
    session = hall.sit()
    assert hall.call(session) == first
    with pytest.raises(PolicyRefused, match="tidak sedang menunggu"):
        hall.do(actions.step_back, public_user(), ticket=first)
    with pytest.raises(PolicyRefused, match="Belum ada nomor di belakang"):
        hall.do(actions.step_back, public_user(), ticket=third)
    with pytest.raises(PermissionRefused):
        hall.do(actions.cancel_ticket, "budi", ticket=third)
    assert facts_of(second) == {"queue.abandoned": 0, "queue.no_show": 0}


def test_what_the_day_leaves_is_abandoned_and_never_served(hall):
    waiting, served, done = (hall.issue() for _ in range(3))
    session = hall.sit()
    hall.do(actions.call_ticket, "rina", session=session, ticket=done, reason="Uji")
    hall.serve(session, done)
    hall.do(actions.call_ticket, "rina", session=session, ticket=served, reason="Uji")
    hall.do(actions.begin_service, "rina", ticket=served)
    with pytest.raises(PermissionRefused):
        hall.do(actions.close_day, "sari", day=hall.at.date())
    day = hall.at.date()
    closed = hall.do(actions.close_day, system_user(), 20 * 3600, day=day)
    assert closed == 2
    assert {one.status for one in Ticket.objects.exclude(pk=done.pk)} == {TicketStatus.DITINGGALKAN}
    assert facts_of(served).keys() == {
        "queue.wait",
        "queue.picked",
        "queue.recalled_too_fast",
        "queue.abandoned",
        "queue.no_show",
    }
    assert facts_of(waiting)["queue.abandoned"] == 1
    session.refresh_from_db()
    assert session.ended_at.astimezone(hall.at.tzinfo).date() == day
    assert hall.do(actions.close_day, system_user(), day=day) == 0


def test_sessions_are_one_a_counter_and_one_an_officer(hall):
    session = hall.sit("rina", 1)
    with pytest.raises(InputRefused, match="petugas lain"):
        hall.sit("joko", 1)
    with pytest.raises(InputRefused, match="loket lain"):
        hall.sit("rina", 2)
    with pytest.raises(PermissionRefused, match="petugas loket"):
        hall.sit("dewi", 2)
    hall.do(actions.set_state, "rina", 60, session=session, state=OfficerState.ISTIRAHAT)
    hall.issue()
    with pytest.raises(PolicyRefused, match="kembali melayani"):
        hall.call(session)
    with pytest.raises(PermissionRefused, match="Rina Misal"):
        hall.do(actions.set_state, "joko", session=session, state=OfficerState.MELAYANI)
    hall.do(actions.set_state, "rina", 60, session=session, state=OfficerState.MELAYANI)
    ticket = hall.call(session)
    with pytest.raises(PolicyRefused, match=ticket.label):
        hall.do(actions.close_counter, "rina", session=session)
    hall.serve(session, ticket)
    hall.do(actions.close_counter, "rina", session=session)
    states = SessionState.objects.values_list("state", flat=True)
    assert list(states) == ["melayani", "istirahat", "melayani", "selesai"]


def test_who_waits_for_a_counter_that_closes_waits_for_his_line_again(hall):
    ticket = hall.issue()
    one, two = hall.sit("rina", 1), hall.sit("joko", 2)
    hall.call(one)
    hall.do(actions.transfer, "rina", ticket=ticket, counter=two.counter)
    assert hall.call(one) is None
    hall.do(actions.close_counter, "joko", session=two)
    assert hall.call(one) == ticket


@pytest.mark.parametrize(
    ("changed", "refusal", "sentence"),
    [
        ({"channel": Channel.DARING}, PolicyRefused, "dari jauh"),
        ({"channel": Channel.PETUGAS}, PermissionRefused, "petugas loket"),
        ({"priority": Priority.DIFABEL}, InputRefused, "alasan prioritas"),
        ({"priority": Priority.DIFABEL, "priority_reason": "x" * 10_000_000}, InputRefused, "200"),
        ({"line": "B", "wrong": True}, InputRefused, "tidak dilayani"),
    ],
)
def test_no_number_is_given_out_wrongly(hall, changed, refusal, sentence):
    if changed.pop("wrong", False):
        changed["layanan"] = hall.office.layanan
    pool = hall.lines[changed.pop("line", "A")]
    told = {"pool": pool, "layanan": hall.office.layanan, "channel": Channel.KIOS} | changed
    with pytest.raises(refusal, match=sentence):
        hall.do(actions.issue_ticket, public_user(), **told)
    assert Ticket.objects.count() == 0
    assert hall.issue().sequence == 1


def test_a_clock_set_back_lets_nobody_pass(hall):
    first = hall.issue()
    second = hall.issue(after=-3600)
    session = hall.sit()
    assert hall.call(session) == first
    hall.serve(session, first, walks=-60, lasts=-60)
    assert second.place_at >= first.place_at
    began = list(first.intervals.values_list("began_at", flat=True))
    assert began == sorted(began)
    assert min(value for value in facts_of(first).values()) == 0


@pytest.mark.parametrize("table", ["queue_interval", "queue_call", "queue_sessionstate"])
def test_states_and_calls_are_never_overwritten(hall, table):
    hall.issue()
    hall.call(hall.sit())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
