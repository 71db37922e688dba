"""One's own progress on screen: the day, the week, and one entry."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.activity.progress import actions
from abdi.activity.progress.models import Entry
from abdi.organisation.permissions import acting_employee
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.progress.finding import find_entry
from abdi.web.workplace.progress.forms import DayForm, ProgressForm, change_form
from abdi.web.workplace.progress.page import day_context, entry_context, week_context


@signed_in
@require_http_methods(["GET", "POST"])
def day(request: HttpRequest) -> HttpResponse:
    employee, on = acting_employee(request.user), DayForm(request.GET).day()
    form = ProgressForm(request.POST, employee=employee) if request.method == "POST" else None
    if (
        form
        and form.is_valid()
        and accepted(form, actions.enter_progress, actor=request.user, employee=employee, **form.cleaned_data)
    ):
        return redirect(day_url(form.cleaned_data["day"]))
    context = day_context(employee, on, form)
    return render(request, "workplace/progress/day.html", context, status=422 if form else 200)


@signed_in
@require_GET
def week(request: HttpRequest) -> HttpResponse:
    context = week_context(acting_employee(request.user), DayForm(request.GET).day())
    return render(request, "workplace/progress/week.html", context)


@signed_in
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    employee, on = acting_employee(request.user), DayForm({"hari": request.POST.get("day")}).day()
    seen = dict(zip(request.POST.getlist("topic"), request.POST.getlist("digest"), strict=False))
    said = _("Disahkan dan dikirim kepada atasan")
    attempt(request, said, actions.confirm_day, employee=employee, day=on, seen=seen)
    return redirect(day_url(on))


@signed_in
@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_entry(request, uid)
    if request.method == "GET":
        return render(request, "workplace/progress/entry.html", entry_context(request, one))
    form = change_form(one, request.POST)
    if form.is_valid():
        given = {"text": one.text, **form.cleaned_data}
        if accepted(form, actions.change_progress, actor=request.user, entry=one, **given):
            return redirect(day_url(one.day))
    context = entry_context(request, get_object_or_404(Entry.objects, pk=one.pk), change_form=form)
    return render(request, "workplace/progress/entry.html", context, status=422)


@signed_in
@require_POST
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_entry(request, uid)
    attempt(request, _("Progres ditarik"), actions.withdraw_progress, entry=one)
    return redirect(day_url(one.day))


def day_url(on: date) -> str:
    """Today has the plain address: the one page that also opens without a network."""
    page = reverse("workplace:progress")
    return page if on == timezone.localdate() else f"{page}?hari={on:%Y-%m-%d}"
