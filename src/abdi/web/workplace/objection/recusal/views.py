"""A conflict of interest on screen: declared, decided, withdrawn; and the person named to decide."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.evaluation.recusal import actions, permissions
from abdi.evaluation.recusal.models import Conflict
from abdi.evaluation.recusal.selectors import judge_of, reviewer_of, superior_over
from abdi.evaluation.recusal.workflow import CONFLICT
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_skp
from abdi.web.workplace.objection import forms
from abdi.web.workplace.objection.finding import find_conflict


@signed_in
@require_http_methods(["GET", "POST"])
def conflict_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    permissions.check_can_declare_conflict(request.user, skp)
    form = forms.ConflictForm(request.POST or None)
    about = {"actor": request.user, "skp": skp}
    if form.is_valid() and (made := accepted(form, actions.declare_conflict, **about, **form.cleaned_data)):
        return redirect("workplace:conflict", made.uid)
    context = {"form": form, "skp": skp, "assessor": judge_of(skp)}
    status = 422 if form.errors else 200
    return render(request, "workplace/objection/conflict_new.html", context, status=status)


@signed_in
@require_GET
def conflict(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, find_conflict(request, uid), forms.FindingForm())


@signed_in
@require_POST
def decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    one, form = find_conflict(request, uid), forms.FindingForm(request.POST)
    if form.is_valid() and accepted(
        form, actions.decide_conflict, actor=request.user, conflict=one, **form.given()
    ):
        return redirect("workplace:conflict", one.uid)
    return _page(request, find_conflict(request, uid), form, 422)


@signed_in
@require_POST
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_conflict(request, uid)
    attempt(request, _("Laporan dicabut"), actions.withdraw_conflict, conflict=one)
    return redirect("workplace:conflict", one.uid)


@signed_in
@require_http_methods(["GET", "POST"])
def reviewer(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    permissions.check_can_name_reviewer(request.user, skp)
    form = forms.ReviewerForm(request.POST or None)
    if form.is_valid() and accepted(
        form, actions.name_reviewer, actor=request.user, skp=skp, **form.cleaned_data
    ):
        return redirect("workplace:reviewer", skp.uid)
    judge = judge_of(skp)
    context = {
        "form": form,
        "skp": skp,
        "judge": judge,
        "superior": superior_over(skp, judge),
        "named": reviewer_of(skp),
    }
    status = 422 if form.errors else 200
    return render(request, "workplace/objection/reviewer.html", context, status=status)


def _page(request: HttpRequest, one: Conflict, form: forms.FindingForm, status: int = 200) -> HttpResponse:
    is_open = CONFLICT.allows("accept", one.status)
    context = {
        "conflict": one,
        "skp": one.skp,
        "today": timezone.localdate(),
        "superior": superior_over(one.skp, one.assessor),
        "form": form if is_open and permissions.can_decide_conflict(request.user, one) else None,
        "may_withdraw": is_open and permissions.can_withdraw_conflict(request.user, one),
    }
    return render(request, "workplace/objection/conflict.html", context, status=status)
