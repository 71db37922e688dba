"""The verbs of standing aside. Order in each: permit, policy, change, audit, notify."""

from django.utils import timezone

from abdi.evaluation.recusal import permissions, policies
from abdi.evaluation.recusal.enums import ConflictKind, ConflictStatus
from abdi.evaluation.recusal.models import Conflict, Reviewer
from abdi.evaluation.recusal.selectors import judge_of, superior_over
from abdi.evaluation.recusal.workflow import CONFLICT
from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of
from abdi.organisation.telling import tell
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write

KIND, DEADLINE = "evaluation:conflict", "ap_benturan_kepentingan"


@action
def declare_conflict(*, actor: User, skp: Skp, kind: ConflictKind | str, text: str) -> Conflict:
    """Say that who judges this SKP is related to its employee, or has an interest in it; his superior decides."""
    hold(skp)
    permissions.check_can_declare_conflict(actor, skp)
    now = timezone.now()
    conflict = Conflict(
        skp=skp,
        assessor=judge_of(skp),
        kind=kind,
        text=stated(text, "Jelaskan hubungannya dan sebutkan buktinya (UU 30/2014 Ps 44 ayat (2)).", "text"),
        declared_by=actor,
        declared_at=now,
        due=due_day(DEADLINE, now),
    )
    write(conflict)
    record(
        actor=actor,
        tag="evaluation:conflict:declare",
        subject=conflict,
        data={
            "skp": skp.uid,
            "assessor": conflict.assessor.uid,
            "kind": conflict.kind,
            "text": conflict.text,
        },
    )
    _tell(
        superior_over(skp, conflict.assessor), conflict, "Laporan benturan kepentingan menunggu putusan Anda"
    )
    _tell(conflict.assessor, conflict, "Ada laporan benturan kepentingan tentang penilaian Anda")
    return conflict


@action
def decide_conflict(*, actor: User, conflict: Conflict, accepted: bool, reason: str) -> Conflict:
    """Accepted, the superior who decides judges in the assessor's place (UU 30/2014 Ps 44(4))."""
    hold(conflict)
    permissions.check_can_decide_conflict(actor, conflict)
    step = CONFLICT.check("accept" if accepted else "reject", conflict.status)
    superior = policies.superior_for(conflict)
    conflict.finding = stated(reason, "Tulis alasan putusan Anda; pelapor dan penilai membacanya.", "reason")
    conflict.status = ConflictStatus(step.target)
    conflict.stand_in = superior if accepted else None
    conflict.decided_by, conflict.decided_at = actor, timezone.now()
    write(conflict)
    stand_in = conflict.stand_in.uid if conflict.stand_in else None
    record(
        actor=actor, tag=step.tag, subject=conflict, data={"reason": conflict.finding, "stand_in": stand_in}
    )
    outcome = f"Benturan kepentingan diputus: {conflict.get_status_display()}"
    # Ps 44(5): told to the assessor, and reported to the superior of who decided
    for person in (conflict.skp.employee, conflict.assessor, assessor_of(superior)):
        _tell(person, conflict, outcome)
    return conflict


@action
def withdraw_conflict(*, actor: User, conflict: Conflict) -> Conflict:
    hold(conflict)
    permissions.check_can_withdraw_conflict(actor, conflict)
    step = CONFLICT.check("withdraw", conflict.status)
    conflict.status = ConflictStatus(step.target)
    write(conflict)
    record(actor=actor, tag=step.tag, subject=conflict)
    superior = superior_over(conflict.skp, conflict.assessor)
    _tell(superior, conflict, "Laporan benturan kepentingan dicabut pelapornya")
    return conflict


@action
def name_reviewer(*, actor: User, skp: Skp, employee: Employee, reason: str) -> Reviewer:
    """Where nobody stands above the assessor: who decides on hand-over, objection and conflict in his stead."""
    hold(skp)
    permissions.check_can_name_reviewer(actor, skp)
    policies.check_needs_reviewer(skp, employee)
    reviewer = Reviewer.objects.filter(skp=skp).first() or Reviewer(skp=skp)
    reviewer.employee, reviewer.named_by, reviewer.named_at = employee, actor, timezone.now()
    reviewer.reason = stated(reason, "Sebutkan dasar penunjukan, misalnya nomor surat.", "reason")
    write(reviewer)
    record(
        actor=actor,
        tag="evaluation:reviewer:name",
        subject=reviewer,
        data={"skp": skp.uid, "employee": employee.uid, "reason": reviewer.reason},
    )
    title = "Anda ditunjuk memutus di atas pejabat penilai"
    tell(employee, kind="evaluation:reviewer", title=title, body=str(skp), url="/kerja/keberatan/menunggu/")
    return reviewer


def _tell(person: Employee | None, conflict: Conflict, title: str) -> None:
    tell(person, kind=KIND, title=title, body=str(conflict), url=f"/kerja/keberatan/benturan/{conflict.uid}/")
