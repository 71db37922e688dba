"""The board: who sees and moves, what a move keeps, and that only the assessor rates."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.evaluation import actions as judging
from abdi.evaluation.calibration import actions
from abdi.evaluation.calibration.enums import Answer
from abdi.evaluation.calibration.models import Move, Seat
from abdi.evaluation.calibration.permissions import (
    can_answer,
    can_lead_calibration,
    can_see_seat,
    can_see_session,
)
from abdi.evaluation.calibration.selectors import board_of, ratings_by_assessor
from abdi.evaluation.calibration.statistics import Pair
from abdi.evaluation.distribution import distribution_of
from abdi.evaluation.enums import Rating
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests import cast
from tests.evaluation.calibration.board import draft, opened

MIDDLE = (Rating.SESUAI.value, Rating.SESUAI.value)


@pytest.fixture
def board(office):
    """Nine people of Dewi and six of Budi, all over the board."""
    draft(office, 9)
    draft(office, 6, [MIDDLE], assessor=office.budi)
    return opened(office)


def seat_at(board, hasil="sesuai", perilaku="sesuai", assessor=None):
    found = Seat.objects.filter(session=board, hasil=hasil, perilaku=perilaku)
    return (found.filter(assessor=assessor) if assessor else found).first()


def shift(
    office, board, seat, hasil="di_atas", perilaku="sesuai", who="dewi", reason="Dua kantor membandingkan."
):
    return actions.move(
        actor=office.user(who),
        session=board,
        evaluation=seat.evaluation,
        hasil=hasil,
        perilaku=perilaku,
        reason=reason,
    )


@pytest.mark.parametrize(
    ("who", "leads", "sees", "sees_budis", "answers_budis"),
    [
        ("rina", False, False, False, False),
        ("joko", False, False, False, False),
        ("sari", False, False, False, False),  # an admin has no business with ratings
        ("budi", False, True, True, True),  # an assessor on it
        ("dewi", True, True, True, True),  # leads the unit, and is the assessor of that person today
    ],
)
def test_who_sees_and_who_answers(office, board, who, leads, sees, sees_budis, answers_budis):
    seat, user = seat_at(board, assessor=office.budi), office.user(who)
    assert can_lead_calibration(user, board.unit) == leads
    assert can_see_session(user, board) == sees
    assert can_see_seat(user, seat) == sees_budis
    assert can_answer(user, seat) == answers_budis


def test_the_pengelola_leads_too(office, board):
    organisation.grant_role(
        actor=system_user(), user=office.user("sari"), role=Role.PENGELOLA_KINERJA, valid_from=cast.YEAR
    )
    assert can_lead_calibration(office.user("sari"), board.unit)


def test_an_assessor_sees_his_own_cards_and_counts(office, board):
    assert board_of(board, None, 12).total == 15
    own = board_of(board, office.budi, 4)
    assert own.people == {MIDDLE: 6}
    assert {seat.assessor for seat in own.first[MIDDLE]} == {office.budi}
    assert len(own.first[MIDDLE]) == 4


def test_a_move_keeps_author_reason_and_both_places(office, board):
    seat = seat_at(board, assessor=office.budi)
    made = shift(office, board, seat)
    assert (made.from_hasil, made.from_perilaku, made.to_hasil, made.to_perilaku) == (
        *MIDDLE,
        "di_atas",
        "sesuai",
    )
    assert (made.author, made.reason) == (office.user("dewi"), "Dua kantor membandingkan.")
    assert AuditEntry.objects.latest("pk").tag == "evaluation:calibration:move"
    assert Notice.objects.filter(recipient=office.user("budi"), kind="evaluation:calibration").count() == 1
    seat.evaluation.refresh_from_db()
    assert (seat.evaluation.rating_hasil, seat.evaluation.rating_perilaku) == MIDDLE  # his draft is untouched
    before, after = ratings_by_assessor(board), ratings_by_assessor(board, after=True)
    assert before[office.budi.pk] == {Pair(*MIDDLE): 6}
    assert after[office.budi.pk] == {Pair(*MIDDLE): 5, Pair("di_atas", "sesuai"): 1}


def test_the_assessor_takes_the_proposal(office, board):
    seat = seat_at(board, assessor=office.budi)
    shift(office, board, seat)
    seat.refresh_from_db()
    actions.accept_proposal(actor=office.user("budi"), seat=seat, reason="Melampaui target.")
    assert (seat.evaluation.rating_hasil, seat.evaluation.reason) == ("di_atas", "Melampaui target.")
    assert seat.answer == Answer.DITERIMA
    with pytest.raises(PolicyRefused, match="Tidak ada usulan"):
        actions.accept_proposal(actor=office.user("budi"), seat=seat)


def test_or_stays_with_his_own_and_says_why(office, board):
    seat = seat_at(board, assessor=office.budi)
    shift(office, board, seat)
    seat.refresh_from_db()
    with pytest.raises(InputRefused, match="mempertahankan"):
        actions.keep_ratings(actor=office.user("budi"), seat=seat, reason=" ")
    actions.keep_ratings(actor=office.user("budi"), seat=seat, reason="Target itu belum diverifikasi.")
    seat.refresh_from_db()
    assert (seat.answer, seat.hasil, seat.moves.count()) == (Answer.DIPERTAHANKAN, "sesuai", 1)


def test_back_at_the_draft_nothing_waits(office, board):
    seat = seat_at(board)
    shift(office, board, seat)
    shift(office, board, seat, "sesuai")
    seat.refresh_from_db()
    assert (seat.answer, seat.moves.count()) == ("", 2)


def test_what_is_refused(office, board):
    seat = seat_at(board)
    with pytest.raises(InputRefused, match="alasan perpindahan"):
        shift(office, board, seat, reason=" ")
    with pytest.raises(InputRefused, match="sudah berada"):
        shift(office, board, seat, *MIDDLE)
    with pytest.raises(InputRefused, match="Pilih rating"):
        shift(office, board, seat, "hebat")
    with pytest.raises(PermissionRefused, match="dipimpin pimpinannya"):
        shift(office, board, seat, who="budi")
    with pytest.raises(InputRefused, match="masih terbuka"):
        opened(office)
    judging.decide_predikat(actor=office.user("dewi"), evaluation=seat.evaluation)
    with pytest.raises(PolicyRefused, match="sudah ditetapkan"):
        shift(office, board, seat)
    actions.close_session(actor=office.user("dewi"), session=board)
    with pytest.raises(PolicyRefused, match="sudah ditutup"):
        shift(office, board, seat_at(board, "di_atas", "di_atas"))
    assert not Move.objects.exists()


def test_later_drafts_come_in_and_moved_people_stay(office, board):
    moved = seat_at(board, assessor=office.budi)
    shift(office, board, moved)
    changed = seat_at(board, "di_bawah", "di_bawah")
    judging.give_ratings(
        actor=office.user("dewi"), evaluation=changed.evaluation, hasil=Rating.SESUAI, perilaku=Rating.DI_ATAS
    )
    draft(office, 2, [MIDDLE])
    assert actions.refresh_session(actor=office.user("dewi"), session=board) == 2
    for seat in (moved, changed):
        seat.refresh_from_db()
    assert (moved.hasil, changed.hasil, changed.perilaku) == ("di_atas", "sesuai", "di_atas")


def test_the_distribution_counts_and_advises(office, board):
    # of fifteen: nine over the quadrant, six in its middle
    found = distribution_of(office.unit, office.quarter)
    assert found.total == 15
    assert found.drafted == {
        "sangat_baik": 1,
        "baik": 9,
        "butuh_perbaikan": 2,
        "kurang": 2,
        "sangat_kurang": 1,
    }
    assert (found.remarks, found.is_small) == ([], False)
    OrganisationResult.objects.update(predikat="istimewa")
    assert (
        "kelompok terbanyak semestinya Sangat Baik" in distribution_of(office.unit, office.quarter).remarks[0]
    )
    OrganisationResult.objects.all().delete()
    assert distribution_of(office.unit, office.quarter).expected == []


def test_more_people_cost_no_more_queries(office, board):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            found = board_of(board, None, 12)
            assert [str(seat.evaluation.skp.employee) for seats in found.first.values() for seat in seats]
            ratings_by_assessor(board)
            distribution_of(office.unit, office.quarter)
        return len(seen)

    queries()  # what the instansi has set for itself is read once
    few = queries()
    draft(office, 40)
    actions.refresh_session(actor=office.user("dewi"), session=board)
    assert queries() == few <= 9
