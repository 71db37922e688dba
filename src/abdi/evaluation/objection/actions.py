"""The verbs of objecting. Order in each: permit, policy, change, audit, notify."""

from typing import BinaryIO

from django.utils import timezone

from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection import permissions, policies
from abdi.evaluation.objection.enums import KeberatanStatus
from abdi.evaluation.objection.models import Keberatan, Revision
from abdi.evaluation.objection.selectors import DECIDE, EXPLAIN, boxes_of, decision_of
from abdi.evaluation.objection.workflow import KEBERATAN
from abdi.evaluation.recusal.selectors import decider_of, superior_over
from abdi.evaluation.results import predikat_of
from abdi.evaluation.snapshot import judgement_of
from abdi.evaluation.workflow import EVALUATION
from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Employee
from abdi.organisation.telling import tell
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.files.actions import store_file
from abdi.platform.files.models import StoredFile
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write

KIND, PURPOSE = "evaluation:keberatan", "evaluation.keberatan"


@action
def file_keberatan(
    *,
    actor: User,
    evaluation: Evaluation,
    reasons: str,
    evidence: str = "",
    attachment: BinaryIO | None = None,
    name: str = "",
) -> Keberatan:
    """Dispute the predikat, with reasons; `attachment` is a seekable file that is called `name`."""
    hold(evaluation)
    permissions.check_can_file_keberatan(actor, evaluation)
    now = timezone.now()
    policies.check_can_be_disputed(evaluation, timezone.localdate(now))
    reasons = stated(reasons, "Tulis alasan keberatan Anda (PP 30/2019 Ps 59).", "reasons")
    keberatan = Keberatan(
        evaluation=evaluation,
        assessor=decider_of(evaluation),
        reasons=reasons,
        evidence=evidence.strip(),
        attachment=_stored(actor, attachment, name),
        filed_at=now,
        explain_due=due_day(EXPLAIN, now),
        decide_due=due_day(DECIDE, now),
    )
    write(keberatan)
    _print(keberatan)
    record(
        actor=actor,
        tag="evaluation:keberatan:file",
        subject=keberatan,
        data={"evaluation": evaluation.uid, "reasons": reasons, "evidence": keberatan.evidence},
    )
    _tell(keberatan.assessor, keberatan, f"{evaluation.skp.employee} mengajukan keberatan; beri penjelasan")
    _tell(_superior(keberatan), keberatan, f"{evaluation.skp.employee} mengajukan keberatan kepada Anda")
    return keberatan


@action
def explain_keberatan(*, actor: User, keberatan: Keberatan, text: str) -> Keberatan:
    _hold(keberatan)
    permissions.check_can_explain_keberatan(actor, keberatan)
    step = KEBERATAN.check("explain", keberatan.status)
    keberatan.explanation = stated(text, "Tulis penjelasan Anda atas keberatan ini.", "text")
    keberatan.status = KeberatanStatus(step.target)
    keberatan.explained_by, keberatan.explained_at = actor, timezone.now()
    write(keberatan)
    _print(keberatan)
    record(actor=actor, tag=step.tag, subject=keberatan, data={"explanation": keberatan.explanation})
    _tell(_superior(keberatan), keberatan, "Keberatan sudah dijelaskan penilainya dan menunggu putusan Anda")
    return keberatan


@action
def uphold_predikat(*, actor: User, keberatan: Keberatan, reason: str) -> Keberatan:
    """The superior examined it, and the predikat stands. Final."""
    _decide(actor, keberatan, "uphold", reason)
    _print(keberatan)
    _tell_outcome(keberatan)
    return keberatan


@action
def change_predikat(
    *, actor: User, keberatan: Keberatan, hasil: Rating | str, perilaku: Rating | str, reason: str
) -> Revision:
    """The superior sets two other ratings, and the rule of the period makes the predikat of them. Final.

    The first decision stays, whole, in the revision.
    """
    _decide(actor, keberatan, "change", reason)
    evaluation = keberatan.evaluation
    policies.check_changes(evaluation, hasil, perilaku)
    before = decision_of(evaluation)
    _set(actor, keberatan, Rating(hasil), Rating(perilaku))
    revision = Revision(
        keberatan=keberatan,
        evaluation=evaluation,
        before=before,
        after=decision_of(evaluation),
        reason=keberatan.decision,
        author=actor,
        made_at=timezone.now(),
    )
    write(revision)
    change = {"before": before["predikat"], "after": evaluation.predikat, "reason": revision.reason}
    record(
        actor=actor,
        tag=EVALUATION["change"].tag,
        subject=evaluation,
        data={**change, "lineage": evaluation.lineage},
    )
    _tell_outcome(keberatan)
    return revision


@action
def withdraw_keberatan(*, actor: User, keberatan: Keberatan) -> Keberatan:
    """Before it is decided; within his days he may file anew."""
    _hold(keberatan)
    permissions.check_can_withdraw_keberatan(actor, keberatan)
    step = KEBERATAN.check("withdraw", keberatan.status)
    keberatan.status = KeberatanStatus(step.target)
    write(keberatan)
    _print(keberatan)
    record(actor=actor, tag=step.tag, subject=keberatan)
    for person in (keberatan.assessor, _superior(keberatan)):
        _tell(person, keberatan, f"{keberatan.evaluation.skp.employee} menarik keberatannya")
    return keberatan


def _hold(keberatan: Keberatan) -> None:
    """The evaluation first, as filing does, so that two people never wait for each other."""
    hold(keberatan.evaluation)
    hold(keberatan)


def _decide(actor: User, keberatan: Keberatan, name: str, reason: str) -> None:
    _hold(keberatan)
    permissions.check_can_decide_keberatan(actor, keberatan)
    step = KEBERATAN.check(name, keberatan.status)
    policies.check_heard(keberatan, timezone.localdate())
    keberatan.decision = stated(
        reason, "Tulis alasan putusan Anda; pegawai dan penilainya membacanya.", "reason"
    )
    keberatan.status = KeberatanStatus(step.target)
    keberatan.decided_by, keberatan.decided_at = actor, timezone.now()
    write(keberatan)
    record(actor=actor, tag=step.tag, subject=keberatan, data={"decision": keberatan.decision})


def _set(actor: User, keberatan: Keberatan, hasil: Rating, perilaku: Rating) -> None:
    """The new decision on the evaluation itself; plan and realisations stay those of the first."""
    evaluation = keberatan.evaluation
    EVALUATION.check("change", evaluation.status)
    result = predikat_of(hasil.value, perilaku.value, evaluation.period.end)
    evaluation.rating_hasil, evaluation.rating_perilaku = hasil, perilaku
    evaluation.predikat, evaluation.lineage = result.value, result.as_dict()
    evaluation.reason = keberatan.decision
    evaluation.decided_by, evaluation.decided_at = actor, keberatan.decided_at
    evaluation.snapshot = {**evaluation.snapshot, **judgement_of(evaluation), **boxes_of(keberatan)}
    write(evaluation)


def _print(keberatan: Keberatan) -> None:
    """Boxes 6–8 of the frozen papers; nothing else in them changes."""
    evaluation = keberatan.evaluation
    evaluation.snapshot = {**evaluation.snapshot, **boxes_of(keberatan)}
    write(evaluation)


def _stored(actor: User, attachment: BinaryIO | None, name: str) -> StoredFile | None:
    if attachment is None:
        return None
    return store_file(actor=actor, content=attachment, name=name, purpose=PURPOSE)


def _superior(keberatan: Keberatan) -> Employee | None:
    return superior_over(keberatan.evaluation.skp, keberatan.assessor)


def _tell_outcome(keberatan: Keberatan) -> None:
    for person in (keberatan.evaluation.skp.employee, keberatan.assessor):
        _tell(person, keberatan, f"Keberatan diputus: {keberatan.get_status_display()}")


def _tell(person: Employee | None, keberatan: Keberatan, title: str) -> None:
    url = f"/kerja/keberatan/{keberatan.uid}/"
    tell(person, kind=KIND, title=title, body=str(keberatan.evaluation), url=url)
