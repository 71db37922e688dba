"""One doubted fact on screen: for the employee who doubts it, and for the steward who looks."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.evaluation.contest import actions, permissions
from abdi.evaluation.contest.models import Contest
from abdi.evaluation.contest.policies import contestable
from abdi.evaluation.contest.workflow import CONTEST
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_realisation
from abdi.web.workplace.objection import forms
from abdi.web.workplace.objection.finding import find_contest


@signed_in
@require_http_methods(["GET", "POST"])
def contest_new(request: HttpRequest, uid: UUID, fact: int) -> HttpResponse:
    realisation = find_realisation(request, uid)
    permissions.check_can_contest(request.user, realisation.evaluation)
    row, form = contestable(realisation, fact), forms.ContestForm(request.POST or None)
    about = {"actor": request.user, "realisation": realisation, "fact_id": fact}
    if form.is_valid() and (made := accepted(form, actions.contest_fact, **about, **form.cleaned_data)):
        return redirect("workplace:contest", made.uid)
    context = {"form": form, "realisation": realisation, "fact": row}
    status = 422 if form.errors else 200
    return render(request, "workplace/objection/contest_new.html", context, status=status)


@signed_in
@require_GET
def contest(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, find_contest(request, uid), forms.CheckForm())


@signed_in
@require_POST
def check(request: HttpRequest, uid: UUID) -> HttpResponse:
    one, form = find_contest(request, uid), forms.CheckForm(request.POST)
    if form.is_valid():
        given: dict[str, Any] = {"reason": form.cleaned_data["reason"]}
        act: Callable[..., Any] = actions.reject_contest
        if form.cleaned_data["outcome"] == forms.CORRECT:
            act, given["value"] = actions.correct_contest, float(form.cleaned_data["value"])
        if accepted(form, act, actor=request.user, contest=one, **given):
            return redirect("workplace:contest", one.uid)
    return _page(request, find_contest(request, uid), form, 422)


@signed_in
@require_POST
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_contest(request, uid)
    attempt(request, _("Sanggahan ditarik"), actions.withdraw_contest, contest=one)
    return redirect("workplace:contest", one.uid)


def _page(request: HttpRequest, one: Contest, form: forms.CheckForm, status: int = 200) -> HttpResponse:
    is_open, evaluation = CONTEST.allows("reject", one.status), one.realisation.evaluation
    context = {
        "contest": one,
        "evaluation": evaluation,
        "skp": evaluation.skp,
        "today": timezone.localdate(),
        "form": form if is_open and permissions.can_check_contest(request.user, one) else None,
        "may_withdraw": is_open and permissions.can_contest(request.user, evaluation),
    }
    return render(request, "workplace/objection/contest.html", context, status=status)
