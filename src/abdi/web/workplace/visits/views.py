"""Visits on screen: mine today, a team's week, one visit, and the arrival."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.activity.visits import actions, permissions
from abdi.organisation.permissions import acting_employee
from abdi.web import files
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.workplace.visits import forms, page


@signed_in
@require_GET
def visits(request: HttpRequest) -> HttpResponse:
    context = page.my_context(acting_employee(request.user), timezone.localdate())
    return render(request, "workplace/visits/mine.html", context)


@signed_in
@require_GET
def week(request: HttpRequest) -> HttpResponse:
    permissions.check_can_follow_visits(request.user)
    context = page.week_context(request, forms.WeekForm(request.GET).day())
    return render(request, "workplace/visits/week.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    employee = page.planned_for(request)
    first = {"day": timezone.localdate()}
    form = forms.RoundForm(request.POST or None, initial=first, employee=employee)
    if form.is_valid():
        made = accepted(form, actions.plan_round, actor=request.user, employee=employee, **form.round())
        if made:
            messages.success(request, _("%(n)d kunjungan direncanakan") % {"n": len(made)})
            is_own = employee == acting_employee(request.user)
            return redirect("workplace:visits" if is_own else "workplace:visits_week")
    context = {"form": form, "employee": employee}
    return render(request, "workplace/visits/plan.html", context, status=422 if form.errors else 200)


@signed_in
@require_GET
def visit(request: HttpRequest, uid: UUID) -> HttpResponse:
    context = page.visit_context(request, page.find_visit(request, uid))
    return render(request, "workplace/visits/visit.html", context)


@signed_in
@require_POST
def check_in(request: HttpRequest, uid: UUID) -> HttpResponse:
    one, form = page.find_visit(request, uid), forms.ArrivalForm(request.POST, request.FILES)
    arrive = {"actor": request.user, "visit": one, "at": timezone.now()}
    if form.is_valid() and accepted(form, actions.check_in, **arrive, **form.arrival()):
        messages.success(request, page.arrived_words(one))
        return redirect("workplace:visit", one.uid)
    context = page.visit_context(request, one, arrival_form=form)
    return render(request, "workplace/visits/visit.html", context, status=422)


@signed_in
@require_POST
def cancel(request: HttpRequest, uid: UUID) -> HttpResponse:
    one, form = page.find_visit(request, uid), forms.CancelForm(request.POST)
    if form.is_valid() and accepted(
        form, actions.cancel_visit, actor=request.user, visit=one, **form.cleaned_data
    ):
        return redirect("workplace:visit", one.uid)
    context = page.visit_context(request, one, cancel_form=form)
    return render(request, "workplace/visits/visit.html", context, status=422)


@signed_in
@require_GET
def photo(request: HttpRequest, uid: UUID) -> FileResponse:
    one = page.find_visit(request, uid)
    return files.stored(one.photo, permit=lambda _file: permissions.check_can_see_visit(request.user, one))
