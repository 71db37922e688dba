"""What waits for a person today, and how far the promise of the year has come."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from abdi.evaluation.enums import AssessmentState
from abdi.evaluation.models import Evaluation
from abdi.evaluation.results import indicators_of
from abdi.evaluation.selectors import assessed, latest_evaluation, states_of
from abdi.organisation.models import Employee
from abdi.organisation.selectors import employee_of
from abdi.planning.completeness import lacking_in
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Period, Skp
from abdi.planning.selectors import current_skp, started_periods
from abdi.platform.accounts.models import User
from abdi.platform.notifications.models import Notice
from abdi.web.workplace.dialogue.talks.page import follow_ups
from abdi.web.workplace.judging.team import team_rows
from abdi.web.workplace.lines import lines_of, planned_lines
from abdi.web.workplace.onboarding.page import first_steps
from abdi.web.workplace.plans.page import TONES
from abdi.web.workplace.progress.page import progress_today

A_HANDFUL = 5
_WAITING = (AssessmentState.DIAJUKAN, AssessmentState.DINILAI, AssessmentState.BELUM_DIBUKA)
_GREETINGS = ((11, "Selamat pagi"), (15, "Selamat siang"), (18, "Selamat sore"), (24, "Selamat malam"))


def today_context(user: User, now: datetime) -> dict[str, Any]:
    employee = employee_of(user)
    period = started_periods(now.date()).first()
    notices = Notice.objects.of(user).unread()
    skp = current_skp(employee, now.date()) if employee else None
    return {
        "greeting": greeting(now.hour),
        "employee": employee,
        "period": period if period and period.end >= now.date() else None,
        "today": now.date(),
        "notices": list(notices[:A_HANDFUL]),
        "skp": skp,
        "tone": TONES[SkpStatus(skp.status)] if skp else "",
        "tasks": [*(_own_tasks(skp) if skp else []), *(follow_ups(employee, A_HANDFUL) if employee else [])],
        "progress": progress_today(employee, now.date()) if employee else None,
        "first_steps": first_steps(user, employee, now.date()),
        **_promise(skp),
        **_team(employee, period),
    }


def greeting(hour: int) -> str:
    words = {
        "Selamat pagi": _("Selamat pagi"),
        "Selamat siang": _("Selamat siang"),
        "Selamat sore": _("Selamat sore"),
        "Selamat malam": _("Selamat malam"),
    }
    return words[next(text for until, text in _GREETINGS if hour < until)]


def _promise(skp: Skp | None) -> dict[str, Any]:
    """The indicators with what the last evaluation found; before the first one, the targets alone."""
    if skp is None:
        return {"lines": [], "evaluation": None}
    evaluation = latest_evaluation(skp)
    if evaluation:
        return {"lines": lines_of(evaluation), "evaluation": evaluation}
    return {"lines": planned_lines(indicators_of(Evaluation(skp=skp))), "evaluation": None}


def _own_tasks(skp: Skp) -> list[dict[str, str]]:
    href = reverse("workplace:skp_detail", args=[skp.uid])
    if skp.status == SkpStatus.DIKEMBALIKAN:
        return [
            {
                "icon": "awas",
                "text": _("SKP dikembalikan untuk diperbaiki"),
                "about": skp.remarks,
                "href": href,
            }
        ]
    if skp.status == SkpStatus.DRAF:
        left = len(lacking_in(skp).missing)
        about = _("%(n)s hal lagi sebelum dapat diajukan") % {"n": left} if left else _("Siap diajukan")
        return [{"icon": "target", "text": _("Lengkapi dan ajukan SKP Anda"), "about": about, "href": href}]
    return []


def _team(employee: Employee | None, period: Period | None) -> dict[str, Any]:
    """Who needs this assessor: plans to agree and judgements to give, most urgent first."""
    if employee is None or period is None:
        return {"waiting": [], "waiting_more": 0, "team_size": 0}
    states = states_of(employee, period)
    waiting = sum(states.get(state, 0) for state in _WAITING)
    rows = team_rows(assessed(employee, period)[:A_HANDFUL]) if waiting else []
    shown = [row for row in rows if row["state"] in _WAITING]
    return {"waiting": shown, "waiting_more": waiting - len(shown), "team_size": sum(states.values())}
