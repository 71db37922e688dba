"""Bimbingan and konseling on screen, with forms B.1.8 and B.1.9."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.activity.dialogue import actions, permissions
from abdi.activity.dialogue.models import Session
from abdi.activity.dialogue.policies import check_feedback_once, check_form_open
from abdi.activity.dialogue.printing import b18_pdf, b19_pdf
from abdi.activity.dialogue.selectors import sessions_below, sessions_of
from abdi.organisation.permissions import acting_employee
from abdi.platform.errors import PolicyRefused
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.workplace.dialogue.coaching.forms import CompetenciesForm, SessionForm, StatementsForm
from abdi.web.workplace.dialogue.coaching.page import session_context
from abdi.web.workplace.dialogue.finding import find_session

ON_A_PAGE = 25


@signed_in
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    employee, today = acting_employee(request.user), timezone.localdate()
    page = Paginator(sessions_of(employee), ON_A_PAGE).get_page(request.GET.get("page"))
    below = list(sessions_below(employee, today)[:ON_A_PAGE])
    return render(request, "workplace/dialogue/sessions.html", {"page": page, "below": below})


@signed_in
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    leader = acting_employee(request.user)
    form = SessionForm(request.POST or None, leader=leader, initial={"day": timezone.localdate()})
    if form.is_valid():
        made = accepted(form, actions.record_session, actor=request.user, **form.given())
        if made:
            return redirect("workplace:session", uid=made[0].uid)
    status = 422 if form.errors else 200
    return render(request, "workplace/dialogue/session_new.html", {"form": form}, status=status)


@signed_in
@require_GET
def session(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_session(request, uid)
    return render(request, "workplace/dialogue/session.html", session_context(request, one))


@signed_in
@require_http_methods(["GET", "POST"])
def feedback(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_session(request, uid)
    permissions.check_can_give_session_feedback(request.user, one)
    check_feedback_once(one)
    form = StatementsForm(request.POST or None, session=one)
    return _filled(request, "session_feedback", form, actions.give_session_feedback, one)


@signed_in
@require_GET
def feedback_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_session(request, uid)
    permissions.check_can_read_session_feedback(request.user, one)
    if not hasattr(one, "feedback"):
        raise PolicyRefused(_("Formulir B.1.8 bimbingan ini belum diisi."))
    return exports.pdf(b18_pdf(one.feedback), f"B.1.8 {one}")


@signed_in
@require_http_methods(["GET", "POST"])
def competencies(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_session(request, uid)
    permissions.check_can_assess_competencies(request.user, one)
    check_form_open(one)
    form = CompetenciesForm(request.POST or None, session=one)
    return _filled(request, "session_competencies", form, actions.assess_competencies, one)


@signed_in
@require_GET
def competencies_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_session(request, uid)
    if one.is_private or not one.competencies.exists():
        raise PolicyRefused(_("Formulir B.1.9 bimbingan ini belum diisi."))
    return exports.pdf(b19_pdf(one), f"B.1.9 {one}")


def _filled(
    request: HttpRequest,
    page: str,
    form: StatementsForm | CompetenciesForm,
    act: Callable[..., Any],
    session: Session,
) -> HttpResponse:
    """One of the two forms of a session: kept, or shown on its page."""
    if form.is_valid() and accepted(form, act, actor=request.user, session=session, **form.given()):
        return redirect("workplace:session", uid=session.uid)
    context = {"session": session, "form": form}
    return render(request, f"workplace/dialogue/{page}.html", context, status=422 if form.errors else 200)
