"""The verbs of contesting a fact. Order in each: permit, policy, change, audit, fact, notify."""

from django.utils import timezone

from abdi.evaluation.actions import measure_after_correction
from abdi.evaluation.contest import permissions, policies
from abdi.evaluation.contest.enums import ContestStatus
from abdi.evaluation.contest.models import Contest
from abdi.evaluation.contest.selectors import evaluations_on, stewards_of
from abdi.evaluation.contest.workflow import CONTEST
from abdi.evaluation.models import Realisation
from abdi.facts.actions import supersede_fact
from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Employee, Unit
from abdi.organisation.telling import tell
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write

# no law sets the days for checking a datum: the general ones for a request do
KIND, DEADLINE = "evaluation:contest", "ap_permohonan"


@action
def contest_fact(
    *, actor: User, realisation: Realisation, fact_id: int, reason: str, evidence: str = ""
) -> Contest:
    """Say that one fact behind this number is wrong; the number stays until the steward has looked."""
    hold(realisation)
    permissions.check_can_contest(actor, realisation.evaluation)
    fact, now = policies.contestable(realisation, fact_id), timezone.now()
    contest = Contest(
        realisation=realisation,
        fact_id=fact_id,
        unit=Unit.objects.get(pk=fact["unit_id"]),
        kind=fact["kind"],
        case_key=fact["case_key"],
        occurred_at=fact["occurred_at"],
        value=fact["value"],
        reason=stated(reason, "Tulis apa yang keliru pada fakta ini dan apa yang benar.", "reason"),
        evidence=evidence.strip(),
        filed_at=now,
        due=due_day(DEADLINE, now),
    )
    write(contest)
    data = {"fact": fact_id, "reason": contest.reason, "evidence": contest.evidence}
    record(actor=actor, tag="evaluation:contest:file", subject=contest, data=data)
    for steward in stewards_of(contest.unit):
        _tell(steward, contest, f"{realisation.evaluation.skp.employee} menyanggah satu fakta; periksa")
    return contest


@action
def reject_contest(*, actor: User, contest: Contest, reason: str) -> Contest:
    """The fact is right, and the employee reads why."""
    hold(contest)
    permissions.check_can_check_contest(actor, contest)
    _answer(actor, contest, "reject", reason)
    return contest


@action
def correct_contest(*, actor: User, contest: Contest, value: float, reason: str) -> Contest:
    """The right value as a new fact that supersedes the old; open evaluations it bears on are measured again."""
    hold(contest)
    permissions.check_can_check_contest(actor, contest)
    CONTEST.check("correct", contest.status)
    policies.check_value(contest.kind, value)
    fact = policies.contestable(contest.realisation, contest.fact_id)
    contest.successor_id = supersede_fact(actor=actor, fact_id=contest.fact_id, value=value, reason=reason)
    _answer(actor, contest, "correct", reason)
    if touched := evaluations_on(fact):
        measure_after_correction(actor=actor, evaluations=touched, unit=contest.unit)
    return contest


@action
def withdraw_contest(*, actor: User, contest: Contest) -> Contest:
    hold(contest)
    permissions.check_can_contest(actor, contest.realisation.evaluation)
    step = CONTEST.check("withdraw", contest.status)
    contest.status = ContestStatus(step.target)
    write(contest)
    record(actor=actor, tag=step.tag, subject=contest)
    return contest


def _answer(actor: User, contest: Contest, name: str, reason: str) -> None:
    step = CONTEST.check(name, contest.status)
    contest.answer = stated(reason, "Tulis apa yang Anda temukan; pegawai membacanya.", "reason")
    contest.status = ContestStatus(step.target)
    contest.checked_by, contest.checked_at = actor, timezone.now()
    write(contest)
    data = {"answer": contest.answer, "fact": contest.fact_id, "successor": contest.successor_id}
    record(actor=actor, tag=step.tag, subject=contest, data=data)
    employee = contest.realisation.evaluation.skp.employee
    _tell(employee, contest, f"Sanggahan data Anda dijawab: {contest.get_status_display()}")


def _tell(person: Employee | None, contest: Contest, title: str) -> None:
    tell(person, kind=KIND, title=title, body=str(contest), url=f"/kerja/keberatan/data/{contest.uid}/")
