"""The verbs of talks. What is said in konseling reaches no audit row, no notice, no paper."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from abdi.activity.dialogue import permissions, policies
from abdi.activity.dialogue.enums import DialogueStatus, SessionKind
from abdi.activity.dialogue.models import AgreedAction, CompetencyLine, Dialogue, Session, SessionFeedback
from abdi.activity.dialogue.workflow import DIALOGUE
from abdi.organisation.models import Employee
from abdi.organisation.permissions import acting_employee
from abdi.organisation.selectors import assessor_of
from abdi.organisation.telling import tell
from abdi.planning.models import Skp
from abdi.planning.permissions import can_decide_skp
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def plan_dialogue(
    *, actor: User, skp: Skp, starts_at: datetime, minutes: int, agenda: Iterable[str], place: str = ""
) -> Dialogue:
    """`agenda`: one line a point. Whichever of the two plans it, the other is invited."""
    permissions.check_can_plan_dialogue(actor, skp)
    policies.check_moment(skp, starts_at, timezone.localdate())
    dialogue = Dialogue(
        skp=skp,
        leader=_leader_of(actor, skp),
        starts_at=starts_at,
        minutes=minutes,
        place=place.strip(),
        agenda=policies.check_agenda(agenda),
        planned_at=timezone.now(),
    )
    write(dialogue)
    record(
        actor=actor,
        tag="dialogue:dialogue:plan",
        subject=dialogue,
        data={"skp": skp.uid, "starts_at": starts_at, "minutes": minutes},
    )
    _tell_the_other(actor, dialogue, f"Undangan dialog kinerja dari {acting_employee(actor)}")
    return dialogue


@action
def hold_dialogue(
    *, actor: User, dialogue: Dialogue, notes: str, agreed: Iterable[tuple[str, Employee, date]] = ()
) -> Dialogue:
    """Record what was said and agreed: (what, whose, until when). Who writes it confirms it by that."""
    hold(dialogue)
    permissions.check_can_see_dialogue(actor, dialogue)
    policies.check_holdable(dialogue, timezone.localdate())
    step = DIALOGUE["hold"]
    dialogue.notes, dialogue.status = policies.check_notes(notes), DialogueStatus.DILAKSANAKAN
    _confirm(dialogue, actor)
    write(dialogue)
    actions = [_agree(dialogue, text, owner, due) for text, owner, due in agreed]
    record(actor=actor, tag=step.tag, subject=dialogue, data={"agreed": len(actions)})
    _tell_the_other(actor, dialogue, "Benarkan catatan dialog kinerja")
    return dialogue


@action
def confirm_dialogue(*, actor: User, dialogue: Dialogue) -> Dialogue:
    """The other of the two agrees that this is what was said."""
    hold(dialogue)
    permissions.check_can_see_dialogue(actor, dialogue)
    step = DIALOGUE.check("confirm", dialogue.status)
    if policies.has_confirmed(dialogue, acting_employee(actor)):
        raise PolicyRefused("Anda sudah membenarkan catatan dialog ini.")
    _confirm(dialogue, actor)
    dialogue.save()
    record(actor=actor, tag=step.tag, subject=dialogue)
    return dialogue


@action
def cancel_dialogue(*, actor: User, dialogue: Dialogue, reason: str) -> Dialogue:
    hold(dialogue)
    permissions.check_can_see_dialogue(actor, dialogue)
    step = DIALOGUE.check("cancel", dialogue.status)
    if not reason.strip():
        raise InputRefused("Tulis alasan pembatalan dalam satu kalimat.", field="reason")
    dialogue.status = DialogueStatus.DIBATALKAN
    dialogue.save()
    record(actor=actor, tag=step.tag, subject=dialogue, data={"reason": reason.strip()})
    _tell_the_other(actor, dialogue, "Dialog kinerja dibatalkan", reason.strip())
    return dialogue


@action
def complete_action(*, actor: User, agreed: AgreedAction) -> AgreedAction:
    hold(agreed)
    permissions.check_can_complete_action(actor, agreed)
    if agreed.done_on:
        raise PolicyRefused("Tindakan ini sudah ditandai selesai.")
    agreed.done_on = timezone.localdate()
    agreed.save()
    record(actor=actor, tag="dialogue:agreed:complete", subject=agreed)
    return agreed


@action
def record_session(
    *,
    actor: User,
    kind: SessionKind,
    employees: list[Employee],
    day: date,
    topic: str = "",
    notes: str = "",
    tindak_lanjut: str = "",
) -> list[Session]:
    """One row a person; several people at once is a group (PP 30/2019 Ps 30), for bimbingan only."""
    may = permissions.check_can_counsel if kind == SessionKind.KONSELING else permissions.check_can_coach
    for one in employees:
        may(actor, one)
    said, about = notes.strip(), topic.strip()
    policies.check_session(kind, employees, about, said, day, timezone.localdate())
    policies.check_tindak_lanjut(tindak_lanjut)
    official = acting_employee(actor)
    shared = {"kind": kind, "official": official, "day": day, "topic": about, "notes": said}
    sessions = [
        write(Session(employee=one, is_group=len(employees) > 1, tindak_lanjut=tindak_lanjut, **shared))
        for one in employees
    ]
    for session in sessions:
        record(actor=actor, tag="dialogue:session:record", subject=session, data={"kind": kind, "day": day})
        _tell_about(session)
    return sessions


@action
def give_session_feedback(
    *, actor: User, session: Session, scores: list[int], note: str = ""
) -> SessionFeedback:
    """Form B.1.8: a score for each statement, in their order. Handed to the superior of who led the session."""
    hold(session)
    permissions.check_can_give_session_feedback(actor, session)
    policies.check_feedback_once(session)
    statements = policies.coaching_form(session.day)["pernyataan"]
    if len(scores) != len(statements):
        raise InputRefused(f"Jawab semua {len(statements)} pernyataan.", field="scores")
    policies.check_scores(scores, session.day)
    answers = [{"pernyataan": text, "skor": score} for text, score in zip(statements, scores, strict=True)]
    given = write(
        SessionFeedback(session=session, answers=answers, note=note.strip(), given_at=timezone.now())
    )
    record(actor=actor, tag="dialogue:session:feedback", subject=session)
    tell(
        assessor_of(session.official, timezone.localdate()),
        kind="dialogue:session_feedback",
        title=f"Umpan balik bimbingan (B.1.8) dari {session.employee}",
        url=_session_url(session),
    )
    return given


@action
def assess_competencies(
    *, actor: User, session: Session, lines: Iterable[Mapping[str, Any]]
) -> list[CompetencyLine]:
    """Form B.1.9. Each line: competency, score, reason, follow_up, needs_training. Replaces what stood there."""
    hold(session)
    permissions.check_can_assess_competencies(actor, session)
    policies.check_form_open(session)
    given = list(lines)
    if not given:
        raise InputRefused("Nilai sedikitnya satu kompetensi.")
    policies.check_scores([line["score"] for line in given], session.day)
    session.competencies.all().delete()
    kept = [
        write(CompetencyLine(session=session, order=order, **line))
        for order, line in enumerate(given, start=1)
    ]
    needs = [line.competency for line in kept if line.needs_training]
    record(actor=actor, tag="dialogue:session:competencies", subject=session, data={"perlu_pelatihan": needs})
    return kept


def _leader_of(actor: User, skp: Skp) -> Employee:
    """Who speaks for the leadership: the one who plans it, or who assesses the employee by now."""
    if can_decide_skp(actor, skp):
        return acting_employee(actor)
    return assessor_of(skp.employee, timezone.localdate()) or skp.pejabat_penilai


def _agree(dialogue: Dialogue, text: str, owner: Employee, due: date) -> AgreedAction:
    policies.check_owner(dialogue, owner)
    if due < timezone.localdate(dialogue.starts_at):
        raise InputRefused("Batas waktu tindakan tidak boleh sebelum dialognya.", field="due")
    return write(AgreedAction(dialogue=dialogue, text=text.strip(), owner=owner, due=due))


def _confirm(dialogue: Dialogue, actor: User) -> None:
    if acting_employee(actor) == dialogue.skp.employee:
        dialogue.confirmed_by_employee_at = timezone.now()
    else:
        dialogue.confirmed_by_leader_at = timezone.now()


def _tell_the_other(actor: User, dialogue: Dialogue, title: str, body: str = "") -> None:
    for one in (dialogue.skp.employee, dialogue.leader):
        if one.user != actor:
            tell(one, kind="dialogue:dialogue", title=title, body=body, url=f"/kerja/dialog/{dialogue.uid}/")


def _tell_about(session: Session) -> None:
    """A konseling is not announced: a notice may be read over a shoulder, or as a letter."""
    if not session.is_private:
        title = f"Isi umpan balik bimbingan dari {session.official}"
        tell(session.employee, kind="dialogue:session", title=title, url=_session_url(session))


def _session_url(session: Session) -> str:
    return f"/kerja/dialog/bimbingan/{session.uid}/"
