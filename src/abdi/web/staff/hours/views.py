"""Opening hours of the units that somebody administers."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.models import Unit
from abdi.organisation.permissions import check_can_manage_units
from abdi.services.hours import actions
from abdi.services.hours.models import Schedule, SpecialDay
from abdi.services.hours.permissions import check_can_set_hours
from abdi.services.hours.selectors import opening, schedules_of, special_days_of
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.staff.hours import forms
from abdi.web.staff.hours.page import schedule_rows, special_rows, units_of
from abdi.web.staff.pages import Link, ask, ask_for

ASKED, ON_A_PAGE = ["GET", "POST"], 50


@signed_in
@require_GET
def hours(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    page = Paginator(units_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/hours/list.html", {"page": page})


@signed_in
@require_GET
def unit_hours(request: HttpRequest, uid: UUID) -> HttpResponse:
    unit, today = _unit(request, uid), timezone.localdate()
    context = {
        "unit": unit,
        "opening": opening(unit=unit, at=timezone.now()),
        "schedules": schedule_rows(schedules_of(unit, today)),
        "special": special_rows(special_days_of(unit, today)),
    }
    return render(request, "staff/hours/unit.html", context)


@signed_in
@require_http_methods(ASKED)
def schedule_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    unit = _unit(request, uid)
    form = forms.ScheduleForm(request.POST or None, unit=unit, initial={"valid_from": timezone.localdate()})
    if form.is_valid() and accepted(
        form, actions.set_schedule, actor=request.user, unit=unit, **form.given()
    ):
        return redirect("staff:unit_hours", uid)
    return ask(request, form, heading=_("Jam seminggu"), action=_("Simpan jam"), up=_up(unit))


@signed_in
@require_http_methods(ASKED)
def special_day_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    unit = _unit(request, uid)
    form = forms.SpecialDayForm(request.POST or None, unit=unit)
    page = {"heading": _("Hari khusus"), "action": _("Simpan hari"), "up": _up(unit)}
    return ask_for(request, form, partial(actions.set_special_day, unit=unit), **page)


@signed_in
@require_http_methods(ASKED)
def schedule_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    schedule = get_object_or_404(Schedule.objects.select_related("unit"), uid=uid)
    check_can_set_hours(request.user, schedule.unit)
    form = forms.EndForm(request.POST or None)
    page = {"heading": _("Akhiri jam"), "action": _("Akhiri"), "up": _up(schedule.unit)}
    return ask_for(request, form, partial(actions.end_schedule, schedule=schedule), **page)


@signed_in
@require_POST
def special_day_clear(request: HttpRequest, uid: UUID) -> HttpResponse:
    special = get_object_or_404(SpecialDay.objects.select_related("unit"), uid=uid)
    check_can_set_hours(request.user, special.unit)
    attempt(request, _("Hari khusus dihapus"), actions.clear_special_day, special_day=special)
    return redirect("staff:unit_hours", special.unit.uid)


def _unit(request: HttpRequest, uid: UUID) -> Unit:
    unit = get_object_or_404(Unit, uid=uid)
    check_can_set_hours(request.user, unit)
    return unit


def _up(unit: Unit) -> Link:
    return _("Jam %s") % unit, reverse("staff:unit_hours", args=[unit.uid])
