"""Umpan balik berkelanjutan on screen: a sentence in twenty seconds, and what was said about me."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.activity.feedback import actions
from abdi.activity.feedback.selectors import named_about
from abdi.organisation.permissions import acting_employee
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.workplace.dialogue.feedback.forms import AskForm, GiveForm
from abdi.web.workplace.dialogue.feedback.page import mine_context, named_rows

ON_A_PAGE = 25


@signed_in
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    employee, today = acting_employee(request.user), timezone.localdate()
    page = Paginator(named_about(employee), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "named": named_rows(page.object_list, today), **mine_context(employee, today)}
    return render(request, "workplace/dialogue/feedback.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    initial = {"untuk": request.GET.get("untuk", ""), "nilai": ""}
    giver = acting_employee(request.user)
    form = GiveForm(request.POST or None, employee=giver, on=timezone.localdate(), initial=initial)
    if form.is_valid() and accepted(form, actions.give_feedback, actor=request.user, **form.given()):
        messages.success(request, _("Umpan balik disimpan. Terima kasih."))
        return redirect("workplace:feedback_mine")
    status = 422 if form.errors else 200
    return render(request, "workplace/dialogue/feedback_give.html", {"form": form}, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    employee = acting_employee(request.user)
    initial = {"tentang": employee.uid}
    form = AskForm(request.POST or None, employee=employee, on=timezone.localdate(), initial=initial)
    if form.is_valid() and accepted(form, actions.ask_feedback, actor=request.user, **form.given()):
        messages.success(request, _("Permintaan umpan balik dikirim."))
        return redirect("workplace:feedback_mine")
    status = 422 if form.errors else 200
    return render(request, "workplace/dialogue/feedback_ask.html", {"form": form}, status=status)
