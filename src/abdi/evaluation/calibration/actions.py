"""The verbs of the board. It proposes; the pejabat penilai alone rates and decides (PP 30/2019 Ps 46)."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from abdi.evaluation.actions import give_ratings
from abdi.evaluation.calibration import permissions, policies
from abdi.evaluation.calibration.enums import Answer, SessionStatus
from abdi.evaluation.calibration.models import Move, Seat, Session
from abdi.evaluation.calibration.selectors import drafts_of
from abdi.evaluation.calibration.workflow import CALIBRATION
from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.organisation.models import Unit
from abdi.organisation.telling import tell
from abdi.planning.models import Period
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write

AT_ONCE = 500  # rows a statement: below the parameters that either database takes


@action
def open_session(*, actor: User, unit: Unit, period: Period) -> Session:
    """Put everybody of the unit and below whose two ratings are drafted on the board."""
    hold(unit)
    permissions.check_can_lead_calibration(actor, unit)
    session = write(Session(unit=unit, period=period, opened_at=timezone.now(), opened_by=actor))
    seated = _seat(session)
    data = {"unit": unit.uid, "period": period.uid, "people": seated}
    record(actor=actor, tag="evaluation:calibration:open", subject=session, data=data)
    return session


@action
def refresh_session(*, actor: User, session: Session) -> int:
    """Take in drafts that came later, and those that changed before anybody moved them; how many came."""
    hold(session)
    permissions.check_can_lead_calibration(actor, session.unit)
    CALIBRATION.check("move", session.status)
    seated = _seat(session)
    record(actor=actor, tag="evaluation:calibration:refresh", subject=session, data={"people": seated})
    return seated


@action
def move(
    *,
    actor: User,
    session: Session,
    evaluation: Evaluation,
    hasil: Rating | str,
    perilaku: Rating | str,
    reason: str,
) -> Move:
    """Propose other ratings for one person; his assessor is told, and decides."""
    hold(session)
    hold(evaluation)
    seat = _seat_of(session, evaluation)
    permissions.check_can_lead_calibration(actor, session.unit)
    policies.check_movable(seat)
    policies.check_move(seat, hasil, perilaku, reason)
    made = write(
        Move(
            seat=seat,
            from_hasil=seat.hasil,
            from_perilaku=seat.perilaku,
            to_hasil=hasil,
            to_perilaku=perilaku,
            reason=reason.strip(),
            made_at=timezone.now(),
            author=actor,
        )
    )
    _place(seat, hasil, perilaku, Answer.BELUM if _differs(evaluation, hasil, perilaku) else "")
    record(actor=actor, tag=CALIBRATION["move"].tag, subject=seat, data=_told(made))
    _tell_assessor(actor, seat, made)
    return made


@action
def accept_proposal(*, actor: User, seat: Seat, reason: str = "") -> Seat:
    """The assessor takes the board's ratings as his own draft; `reason` is what the employee will read."""
    _hold(seat)
    permissions.check_can_answer(actor, seat)
    policies.check_answerable(seat)
    evaluation = seat.evaluation
    give_ratings(
        actor=actor,
        evaluation=evaluation,
        hasil=Rating(seat.hasil),
        perilaku=Rating(seat.perilaku),
        reason=reason or evaluation.reason,
        notes=evaluation.notes,
    )
    _answer(seat, Answer.DITERIMA, reason)
    record(actor=actor, tag="evaluation:calibration:accept", subject=seat, data={"reason": reason})
    return seat


@action
def keep_ratings(*, actor: User, seat: Seat, reason: str) -> Seat:
    """The assessor stays with his draft and says why; the person goes back to where that puts him."""
    _hold(seat)
    permissions.check_can_answer(actor, seat)
    policies.check_answerable(seat)
    reason = stated(reason, "Tulis alasan Anda mempertahankan rating semula.", "reason")
    seat.hasil, seat.perilaku = seat.evaluation.rating_hasil, seat.evaluation.rating_perilaku
    _answer(seat, Answer.DIPERTAHANKAN, reason)
    record(actor=actor, tag="evaluation:calibration:keep", subject=seat, data={"reason": reason})
    return seat


@action
def close_session(*, actor: User, session: Session) -> Session:
    """No more moves; what waits for an answer can still be answered."""
    hold(session)
    permissions.check_can_lead_calibration(actor, session.unit)
    CALIBRATION.check("close", session.status)
    session.status = SessionStatus.DITUTUP
    session.closed_at, session.closed_by = timezone.now(), actor
    write(session)
    record(actor=actor, tag=CALIBRATION["close"].tag, subject=session)
    return session


def _seat(session: Session) -> int:
    """New drafts get a place; a draft changed since keeps its place true while nobody proposed anything."""
    seats = {seat.evaluation_id: seat for seat in session.seats.all()}
    found = list(drafts_of(session.unit, session.period))
    new = [_new_seat(session, one) for one in found if one.pk not in seats]
    changed = [
        _as_drafted(seats[one.pk], one)
        for one in found
        if one.pk in seats and not seats[one.pk].answer and _differs_from_draft(seats[one.pk], one)
    ]
    Seat.objects.bulk_create(new, batch_size=AT_ONCE)
    Seat.objects.bulk_update(
        changed, ["before_hasil", "before_perilaku", "hasil", "perilaku"], batch_size=AT_ONCE
    )
    return len(new)


def _new_seat(session: Session, evaluation: Evaluation) -> Seat:
    seat = Seat(session=session, evaluation=evaluation, assessor_id=evaluation.skp.pejabat_penilai_id)
    return _as_drafted(seat, evaluation)


def _as_drafted(seat: Seat, evaluation: Evaluation) -> Seat:
    seat.before_hasil = seat.hasil = evaluation.rating_hasil
    seat.before_perilaku = seat.perilaku = evaluation.rating_perilaku
    return seat


def _differs_from_draft(seat: Seat, evaluation: Evaluation) -> bool:
    return _differs(evaluation, seat.before_hasil, seat.before_perilaku)


def _differs(evaluation: Evaluation, hasil: str, perilaku: str) -> bool:
    return (hasil, perilaku) != (evaluation.rating_hasil, evaluation.rating_perilaku)


def _seat_of(session: Session, evaluation: Evaluation) -> Seat:
    seat = Seat.objects.filter(session=session, evaluation=evaluation).first()
    if seat is None:
        raise InputRefused("Pegawai ini tidak ada di papan kalibrasi ini; muat ulang papannya.")
    seat.session, seat.evaluation = session, evaluation
    return seat


def _hold(seat: Seat) -> None:
    hold(seat)
    hold(seat.evaluation)


def _place(seat: Seat, hasil: str, perilaku: str, answer: Answer | str) -> None:
    """Back where the draft has him there is nothing left to answer."""
    seat.hasil, seat.perilaku = hasil, perilaku
    seat.answer, seat.answer_reason, seat.answered_at = answer, "", None
    write(seat)


def _answer(seat: Seat, answer: Answer, reason: str) -> None:
    seat.answer, seat.answer_reason, seat.answered_at = answer, reason.strip(), timezone.now()
    write(seat)


def _told(made: Move) -> Mapping[str, Any]:
    return {
        "before": {"hasil": made.from_hasil, "perilaku": made.from_perilaku},
        "after": {"hasil": made.to_hasil, "perilaku": made.to_perilaku},
        "reason": made.reason,
    }


def _tell_assessor(actor: User, seat: Seat, made: Move) -> None:
    if seat.assessor.user == actor:
        return
    title = f"Kalibrasi mengusulkan rating lain untuk {seat.evaluation.skp.employee}"
    url = f"/kerja/kalibrasi/usulan/{seat.uid}/"
    tell(seat.assessor, kind="evaluation:calibration", title=title, body=made.reason, url=url)
