"""What the pages of visits show."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.activity.visits import permissions
from abdi.activity.visits.enums import VisitStatus
from abdi.activity.visits.models import PlannedVisit
from abdi.activity.visits.selectors import WEEK, visits_around, visits_of_week, visits_on
from abdi.organisation.models import Employee
from abdi.organisation.permissions import acting_employee
from abdi.organisation.selectors import employee_of, subordinates_of
from abdi.platform.ui import formats
from abdi.web.workplace.finding import find_one_of
from abdi.web.workplace.visits.forms import ArrivalForm, CancelForm

ON_A_PAGE = 100
Shown = dict[str, Any]


def find_visit(request: HttpRequest, uid: UUID) -> PlannedVisit:
    """404 where the instansi has none, 403 where this person may not see it."""
    visit = get_object_or_404(
        PlannedVisit.objects.select_related("employee__user", "unit", "rhk", "photo", "instansi"), uid=uid
    )
    permissions.check_can_see_visit(request.user, visit)
    return visit


def planned_for(request: HttpRequest) -> Employee:
    """Whom the plan is for: whoever `?pegawai=` names, or oneself."""
    asked = request.GET.get("pegawai")
    employee = find_one_of(Employee.objects, asked) if asked else acting_employee(request.user)
    permissions.check_can_plan_visit(request.user, employee)
    return employee


def my_context(employee: Employee, today: date) -> Shown:
    return {
        "today": today,
        "now": shown(visits_on(employee, today), today),
        "around": shown(visits_around(employee, today), today),
    }


def week_context(request: HttpRequest, day: date) -> Shown:
    """A week of everybody this person leads or manages, by day."""
    today, monday = timezone.localdate(), day - timedelta(days=day.weekday())
    page = Paginator(visits_of_week(request.user, monday), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = shown(page.object_list, today)
    leader = employee_of(request.user)
    return {
        "monday": monday,
        "sunday": monday + WEEK - timedelta(days=1),
        "before": monday - WEEK,
        "after": monday + WEEK,
        "page": page,
        "days": [(one, list(some)) for one, some in groupby(rows, key=lambda row: row["visit"].day)],
        "people": list(subordinates_of(leader)) if leader else [],
    }


def visit_context(request: HttpRequest, visit: PlannedVisit, **forms: Any) -> Shown:
    today = timezone.localdate()
    is_open = visit.status == VisitStatus.DIRENCANAKAN
    may_arrive = is_open and permissions.can_check_in(request.user, visit)
    return {
        **shown([visit], today)[0],
        "may_arrive": may_arrive and visit.day <= today,
        "too_early": may_arrive and visit.day > today,
        "may_cancel": is_open
        and not visit.is_missed(today)
        and permissions.can_cancel_visit(request.user, visit),
        "arrival_form": forms.get("arrival_form") or ArrivalForm.blank(),
        "cancel_form": forms.get("cancel_form") or CancelForm(),
    }


def shown(visits: Iterable[PlannedVisit], today: date) -> list[Shown]:
    return [
        {"visit": one, "tone": tone, "label": label} for one in visits for tone, label in [said(one, today)]
    ]


def said(visit: PlannedVisit, today: date) -> tuple[str, str]:
    """Its state in words, and the colour of the badge."""
    if visit.is_missed(today):
        return "bad", _("Terlewat")
    if visit.status != VisitStatus.DIKUNJUNGI:
        return ("here" if visit.status == VisitStatus.DIRENCANAKAN else ""), visit.get_status_display()
    when = _("tepat waktu") if visit.in_time else _("di luar jam")
    return ("ok" if visit.is_on_spot else "warn"), f"{visit.get_place_found_display()}, {when}".capitalize()


def arrived_words(visit: PlannedVisit) -> str:
    """What a person reads after his arrival was recorded: as it is, without blame."""
    away = formats.with_unit(formats.number(visit.distance), "meter") if visit.distance is not None else ""
    return _("Kedatangan dicatat: %(state)s%(away)s") % {
        "state": said(visit, timezone.localdate())[1].lower(),
        "away": f" ({away})" if away else "",
    }
