"""The verbs of handing a predikat over. Order in each: permit, policy, change, audit, notify."""

from typing import Any

from django.utils import timezone

from abdi.evaluation.handover import permissions, policies
from abdi.evaluation.handover.enums import HandoverStatus
from abdi.evaluation.handover.models import Handover, Question
from abdi.evaluation.handover.selectors import days_of, due_of, handover_of
from abdi.evaluation.handover.workflow import HANDOVER
from abdi.evaluation.models import Evaluation
from abdi.evaluation.recusal.selectors import decider_of, superior_over
from abdi.organisation.models import Employee
from abdi.organisation.telling import tell
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write

KIND = "evaluation:handover"


@action
def hand_over(*, actor: User, evaluation: Evaluation) -> Handover:
    """Give the signed document to the employee; from now on he has his days to sign it and return it."""
    hold(evaluation)
    permissions.check_can_hand_over(actor, evaluation)
    policies.check_decided(evaluation)
    handover = _step(actor, handover_of(evaluation), "hand_over", handed_at=timezone.now())
    _tell(evaluation.skp.employee, evaluation, "Rapor kinerja Anda diserahkan; baca dan catat penerimaannya")
    return handover


@action
def receive(*, actor: User, evaluation: Evaluation) -> Handover:
    """He has it. That is receipt, not consent: from this day he may object."""
    hold(evaluation)
    permissions.check_can_receive(actor, evaluation)
    return _step(actor, handover_of(evaluation), "receive", received_at=timezone.now())


@action
def sign(*, actor: User, evaluation: Evaluation) -> Handover:
    """Sign and return. Whoever signs has received."""
    hold(evaluation)
    permissions.check_can_receive(actor, evaluation)
    handover, now = handover_of(evaluation), timezone.now()
    _step(actor, handover, "sign", signed_at=now, received_at=handover.received_at or now)
    _tell(decider_of(evaluation), evaluation, f"{evaluation.skp.employee} menandatangani rapornya")
    return handover


@action
def refuse_to_sign(*, actor: User, evaluation: Evaluation, reason: str) -> Handover:
    """The assessor's superior then settles it; refusing is no objection, and takes none away."""
    hold(evaluation)
    permissions.check_can_receive(actor, evaluation)
    reason = stated(reason, "Tulis alasan Anda tidak menandatangani; atasan penilai membacanya.", "reason")
    handover, now = handover_of(evaluation), timezone.now()
    received = handover.received_at or now
    _step(actor, handover, "refuse", refused_at=now, refusal=reason, received_at=received)
    superior = superior_over(evaluation.skp, decider_of(evaluation))
    _tell(superior, evaluation, f"Rapor {evaluation.skp.employee} tidak ditandatangani; tetapkan")
    return handover


@action
def settle(*, actor: User, evaluation: Evaluation, reason: str) -> Handover:
    """The superior sets and signs what the employee or the assessor did not sign in time; the predikat stays."""
    hold(evaluation)
    permissions.check_can_settle(actor, evaluation)
    policies.check_decided(evaluation)
    handover = handover_of(evaluation)
    policies.check_settleable(handover, timezone.localdate())
    reason = stated(reason, "Tulis pertimbangan Anda; pegawai dan penilainya membacanya.", "reason")
    _step(actor, handover, "settle", settled_at=timezone.now(), settled_by=actor, settlement=reason)
    for person in (evaluation.skp.employee, decider_of(evaluation)):
        _tell(person, evaluation, "Rapor kinerja ditetapkan atasan pejabat penilai")
    return handover


@action
def ask_question(*, actor: User, evaluation: Evaluation, text: str) -> Question:
    hold(evaluation)
    permissions.check_can_receive(actor, evaluation)
    policies.check_decided(evaluation)
    question = Question(
        evaluation=evaluation,
        text=stated(text, "Tulis pertanyaan Anda tentang rapor ini.", "text"),
        asked_at=timezone.now(),
    )
    write(question)
    record(actor=actor, tag="evaluation:question:ask", subject=question, data={"text": question.text})
    _tell(decider_of(evaluation), evaluation, f"{evaluation.skp.employee} bertanya tentang rapornya")
    return question


@action
def answer_question(*, actor: User, question: Question, text: str) -> Question:
    hold(question)
    permissions.check_can_hand_over(actor, question.evaluation)
    policies.check_unanswered(question)
    question.answer = stated(text, "Tulis jawaban Anda.", "text")
    question.answered_by, question.answered_at = actor, timezone.now()
    write(question)
    record(actor=actor, tag="evaluation:question:answer", subject=question, data={"answer": question.answer})
    _tell(question.evaluation.skp.employee, question.evaluation, "Pertanyaan Anda tentang rapor dijawab")
    return question


def _step(actor: User, handover: Handover, name: str, **fields: Any) -> Handover:
    """One transition of the table, on the row held through its evaluation."""
    step = HANDOVER.check(name, handover.status)
    for field, value in {**fields, "status": HandoverStatus(step.target)}.items():
        setattr(handover, field, value)
    handover.due = due_of(handover)
    write(handover)
    if handover.received_at or handover.settled_at:
        _print(handover)
    told = {key: value for key, value in fields.items() if isinstance(value, str)}
    record(actor=actor, tag=step.tag, subject=handover, data={"evaluation": handover.evaluation.uid, **told})
    return handover


def _print(handover: Handover) -> None:
    """The days beside the signatures. Not before the receipt: what is being handed over stays the sheet in force."""
    evaluation = handover.evaluation
    evaluation.snapshot = {**evaluation.snapshot, "penyerahan": days_of(handover)}
    write(evaluation)


def _tell(person: Employee | None, evaluation: Evaluation, title: str) -> None:
    tell(
        person, kind=KIND, title=title, body=str(evaluation), url=f"/kerja/keberatan/rapor/{evaluation.uid}/"
    )
