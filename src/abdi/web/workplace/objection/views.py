"""Report cards and objections on screen."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.evaluation.handover import actions as handing
from abdi.evaluation.handover.selectors import report_cards
from abdi.evaluation.objection import actions
from abdi.evaluation.objection.permissions import check_can_file_keberatan, check_can_see_keberatan
from abdi.organisation.permissions import acting_employee
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.files import stored
from abdi.web.workplace.marks import objection_words
from abdi.web.workplace.objection import forms
from abdi.web.workplace.objection.finding import find_card, find_keberatan, find_question
from abdi.web.workplace.objection.page import card_context, keberatan_context
from abdi.web.workplace.objection.waiting import ON_A_PAGE, waiting_context


@signed_in
@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    page = Paginator(report_cards(acting_employee(request.user)), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "workplace/objection/cards.html", {"page": page})


@signed_in
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    asked, page = request.GET.get("jenis", ""), request.GET.get("page")
    context = waiting_context(request.user, acting_employee(request.user), timezone.localdate(), asked, page)
    return render(request, "workplace/objection/waiting.html", context)


@signed_in
@require_GET
def card(request: HttpRequest, uid: UUID) -> HttpResponse:
    return render(request, "workplace/objection/card.html", card_context(request, find_card(request, uid)))


@signed_in
@require_POST
def hand_over(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _step(request, uid, _("Rapor diserahkan"), handing.hand_over)


@signed_in
@require_POST
def receive(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _step(request, uid, _("Penerimaan dicatat"), handing.receive)


@signed_in
@require_POST
def sign(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _step(request, uid, _("Rapor ditandatangani dan dikembalikan"), handing.sign)


@signed_in
@require_POST
def refuse(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _step(request, uid, _("Alasan Anda dicatat"), handing.refuse_to_sign, reason=_text(request))


@signed_in
@require_POST
def settle(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _step(request, uid, _("Rapor ditetapkan"), handing.settle, reason=_text(request))


@signed_in
@require_POST
def ask(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _step(request, uid, _("Pertanyaan dikirim"), handing.ask_question, text=_text(request))


@signed_in
@require_POST
def answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    question = find_question(request, uid)
    attempt(request, _("Jawaban dikirim"), handing.answer_question, question=question, text=_text(request))
    return redirect("workplace:report_card", question.evaluation.uid)


@signed_in
@require_http_methods(["GET", "POST"])
def keberatan_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    evaluation = find_card(request, uid)
    check_can_file_keberatan(request.user, evaluation)
    form = forms.KeberatanForm(request.POST or None, request.FILES or None)
    about = {"actor": request.user, "evaluation": evaluation}
    if form.is_valid() and (made := accepted(form, actions.file_keberatan, **about, **form.given())):
        return redirect("workplace:keberatan", made.uid)
    context = {"form": form, "evaluation": evaluation, "objection": objection_words(evaluation)}
    status = 422 if form.errors else 200
    return render(request, "workplace/objection/keberatan_new.html", context, status=status)


@signed_in
@require_GET
def keberatan(request: HttpRequest, uid: UUID) -> HttpResponse:
    context = keberatan_context(request, find_keberatan(request, uid))
    return render(request, "workplace/objection/keberatan.html", context)


@signed_in
@require_POST
def explain(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_keberatan(request, uid)
    attempt(request, _("Penjelasan dikirim"), actions.explain_keberatan, keberatan=one, text=_text(request))
    return redirect("workplace:keberatan", one.uid)


@signed_in
@require_POST
def decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    one, form = find_keberatan(request, uid), forms.DecisionForm(request.POST)
    if form.is_valid():
        given = dict(form.cleaned_data)
        act: Callable[..., Any] = actions.change_predikat
        if given.pop("outcome") == forms.UPHOLD:
            act, given = actions.uphold_predikat, {"reason": given["reason"]}
        if accepted(form, act, actor=request.user, keberatan=one, **given):
            return redirect("workplace:keberatan", one.uid)
    one = find_keberatan(request, uid)  # as it stands: the refused action has set it in part
    context = keberatan_context(request, one, form)
    return render(request, "workplace/objection/keberatan.html", context, status=422)


@signed_in
@require_POST
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_keberatan(request, uid)
    attempt(request, _("Keberatan ditarik"), actions.withdraw_keberatan, keberatan=one)
    return redirect("workplace:keberatan", one.uid)


@signed_in
@require_GET
def attachment(request: HttpRequest, uid: UUID) -> FileResponse:
    one = find_keberatan(request, uid)
    return stored(one.attachment, permit=lambda _file: check_can_see_keberatan(request.user, one))


def _text(request: HttpRequest) -> str:
    return request.POST.get("text", "")


def _step(request: HttpRequest, uid: UUID, said: str, act: Callable[..., Any], **given: str) -> HttpResponse:
    evaluation = find_card(request, uid)
    attempt(request, said, act, evaluation=evaluation, **given)
    return redirect("workplace:report_card", evaluation.uid)
