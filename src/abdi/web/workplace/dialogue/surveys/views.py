"""Survei 360° on screen: proposed, confirmed, answered, closed, read."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.activity.feedback import actions, permissions
from abdi.activity.feedback.enums import SEALED
from abdi.activity.feedback.selectors import collections_about, collections_led_by
from abdi.organisation.permissions import acting_employee
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.dialogue.finding import find_collection, find_survey
from abdi.web.workplace.dialogue.surveys.forms import AboutForm, AnswerForm, ProposeForm, RatersForm
from abdi.web.workplace.dialogue.surveys.page import scale_words, survey_context, survey_rows

ON_A_PAGE = 25


@signed_in
@require_GET
def surveys(request: HttpRequest) -> HttpResponse:
    employee, today = acting_employee(request.user), timezone.localdate()
    led = Paginator(collections_led_by(employee, today), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "own": survey_rows(collections_about(employee)[:ON_A_PAGE]),
        "led": survey_rows(led.object_list),
        "page": led,
    }
    return render(request, "workplace/dialogue/surveys.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    employee, today = acting_employee(request.user), timezone.localdate()
    asked = AboutForm(request.GET, employee=employee, on=today, initial={"tentang": employee.uid})
    about = asked.about()
    form = ProposeForm(request.POST or None, about=about, on=today)
    if form.is_valid():
        made = accepted(form, actions.propose_survey, actor=request.user, about=about, **form.given())
        if made:
            return redirect("workplace:survey", uid=made.uid)
    context = {
        "asked": asked,
        "about": about,
        "form": form,
        "choices": form.fields["raters"].queryset.exists(),
    }
    return render(request, "workplace/dialogue/survey_new.html", context, status=422 if form.errors else 200)


@signed_in
@require_GET
def survey(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_collection(uid)
    permissions.check_can_see_collection(request.user, one)
    return render(
        request, "workplace/dialogue/survey.html", survey_context(request, one, timezone.localdate())
    )


@signed_in
@require_POST
def confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    one, today = find_collection(uid), timezone.localdate()
    permissions.check_can_lead_collection(request.user, one)
    form = RatersForm(request.POST, about=one.about, on=today)
    if form.is_valid() and accepted(
        form, actions.confirm_survey, actor=request.user, survey=one, **form.given()
    ):
        return redirect("workplace:survey", uid=uid)
    context = survey_context(request, one, today, raters=form)
    return render(request, "workplace/dialogue/survey.html", context, status=422)


@signed_in
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_survey(uid)
    permissions.check_can_answer_survey(request.user, one)
    is_sealed = permissions.answering_role(acting_employee(request.user), one) in SEALED
    form = AnswerForm(request.POST or None, survey=one, is_sealed=is_sealed)
    if form.is_valid() and _answered(request, form, one):
        return redirect("workplace:feedback_mine")
    context = {"survey": one, "form": form, "is_sealed": is_sealed, "scale": scale_words(one)}
    return render(
        request, "workplace/dialogue/survey_answer.html", context, status=422 if form.errors else 200
    )


@signed_in
@require_POST
def close(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_collection(uid)
    permissions.check_can_lead_collection(request.user, one)
    attempt(request, _("Survei ditutup"), actions.close_collection, collection=one)
    return redirect("workplace:survey", uid=uid)


def _answered(request: HttpRequest, form: AnswerForm, one: object) -> bool:
    """Nothing is said but that it is kept: the page after an answer is the same for everybody."""
    kept = accepted(form, actions.answer_survey, actor=request.user, survey=one, **form.given())
    if kept:
        messages.success(request, _("Jawaban disimpan. Terima kasih."))
    return bool(kept)
