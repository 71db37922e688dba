"""The plans led through their stages, each step by the person whose step it is."""

from collections.abc import Callable

from abdi.demo.accounts import account_of
from abdi.demo.achievements import achieve
from abdi.demo.building import Region
from abdi.demo.periods import Calendar
from abdi.demo.plans import PLANS, Plan, Stage, Verdict
from abdi.evaluation import actions as judging
from abdi.evaluation.models import Evaluation
from abdi.organisation.actions import create_account
from abdi.organisation.models import Employee
from abdi.planning import actions as planning
from abdi.planning.models import Iki, Skp
from abdi.platform.accounts.models import User

_EXPECTATIONS = {
    "berorientasi_pelayanan": "Menyapa lebih dahulu dan menjelaskan syarat sampai warga paham",
    "akuntabel": "Mencatat setiap perkara pada hari yang sama",
    "kompeten": "Mengajari rekan satu loket hal yang dikuasainya",
}
_SUPPORT = ["Loket dengan mesin antrean", "Pelatihan standar pelayanan satu kali setahun"]


def lead_plans(*, actor: User, region: Region, calendar: Calendar) -> dict[str, Skp]:
    """Username → SKP, each at the stage plans.py gives it."""
    achieve(actor=actor, region=region, calendar=calendar)
    return {plan.username: _lead(actor, plan, region, calendar) for plan in PLANS}


def _lead(actor: User, plan: Plan, region: Region, calendar: Calendar) -> Skp:
    employee = region.cast[plan.username]
    skp = _draft(plan, employee, calendar)
    leader = _user(actor, skp.pejabat_penilai)
    steps: dict[Stage, Callable[[], object]] = {
        Stage.SUBMITTED: lambda: planning.submit_skp(actor=account_of(employee), skp=skp),
        Stage.AGREED: lambda: planning.agree_skp(actor=leader, skp=skp),
        Stage.OPENED: lambda: _open(skp, calendar),
        Stage.DECIDED: lambda: _decide(leader, skp, plan.verdict),
    }
    for stage, step in steps.items():
        if stage <= plan.stage:
            step()
    return skp


def _draft(plan: Plan, employee: Employee, calendar: Calendar) -> Skp:
    user = account_of(employee)
    skp = planning.draft_skp(actor=user, employee=employee, period=calendar.year)
    for promise in plan.promises:
        rhk = planning.add_rhk(actor=user, skp=skp, text=promise.text, intervened_text=plan.intervened)
        for fields in promise.indicators:
            planning.add_iki(actor=user, rhk=rhk, fields=fields)
    planning.set_ekspektasi(actor=user, skp=skp, texts=_EXPECTATIONS)
    planning.set_annex(actor=user, skp=skp, lists={"dukungan": _SUPPORT})
    return skp


def _user(actor: User, person: Employee) -> User:
    """Somebody outside the cast who has to agree gets an account, too; nobody can sign in with it."""
    return person.user or create_account(actor=actor, employee=person)


def _open(skp: Skp, calendar: Calendar) -> Evaluation:
    """Measured figures fill themselves; the employee adds what no fact measures."""
    user = account_of(skp.employee)
    evaluation = judging.open_evaluation(actor=user, skp=skp, period=calendar.judged)
    for iki in Iki.objects.filter(rhk__skp=skp, metric=""):
        judging.report_realisation(
            actor=user,
            evaluation=evaluation,
            iki=iki,
            value=float(iki.target) if iki.target else None,
            evidence="Nota dinas 045/CONTOH/07: panduan loket hasil perbaikan",
        )
    return evaluation


def _decide(leader: User, skp: Skp, verdict: Verdict | None) -> None:
    evaluation = skp.evaluations.get()
    if verdict is None:
        raise ValueError(f"the plan of {skp.employee} is to be decided without a verdict")
    first = Iki.objects.filter(rhk__skp=skp).first()
    judging.give_feedback(
        actor=leader,
        evaluation=evaluation,
        results={first: verdict.feedback} if first else {},
        perilaku={"berorientasi_pelayanan": verdict.feedback},
    )
    judging.give_ratings(
        actor=leader,
        evaluation=evaluation,
        hasil=verdict.hasil,
        perilaku=verdict.perilaku,
        reason=verdict.reason,
    )
    judging.decide_predikat(actor=leader, evaluation=evaluation)
