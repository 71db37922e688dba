"""The calibration board: look, propose, answer."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from abdi.evaluation.calibration import actions
from abdi.evaluation.calibration.models import Seat
from abdi.evaluation.calibration.permissions import (
    check_can_lead_calibration,
    check_can_list_sessions,
    units_calibrated,
)
from abdi.evaluation.calibration.selectors import cell_of, seats_of, sessions_seen
from abdi.evaluation.enums import Rating
from abdi.organisation.selectors import employee_of
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.calibration import forms
from abdi.web.workplace.calibration.finding import find_seat, find_session, find_unit, limited_to
from abdi.web.workplace.calibration.page import board_context, cell_words, seat_context
from abdi.web.workplace.finding import find_one_of

ON_A_PAGE = 50


@signed_in
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    check_can_list_sessions(request.user)
    found = sessions_seen(units_calibrated(request.user), employee_of(request.user))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "workplace/calibration/list.html", {"page": page})


@signed_in
@require_POST
def open_board(request: HttpRequest, uid: UUID, period: UUID) -> HttpResponse:
    unit, when = find_unit(request, uid, period)
    made = attempt(request, _("Papan kalibrasi dibuka"), actions.open_session, unit=unit, period=when)
    back = reverse("workplace:organisation_result", args=[unit.uid, when.uid])
    return redirect(_board_url(made.uid) if made else back)


@signed_in
@require_GET
def board(request: HttpRequest, uid: UUID) -> HttpResponse:
    session = find_session(request, uid)
    return render(request, "workplace/calibration/board.html", board_context(request, session))


@signed_in
@require_GET
def cell(request: HttpRequest, uid: UUID) -> HttpResponse:
    session = find_session(request, uid)
    hasil, perilaku = request.GET.get("hasil", Rating.SESUAI), request.GET.get("perilaku", Rating.SESUAI)
    if not {hasil, perilaku} <= set(Rating.values):
        raise Http404
    only = limited_to(request, session)
    page = Paginator(cell_of(session, only, hasil, perilaku), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "session": session,
        "page": page,
        "leads": only is None,
        **cell_words(session, hasil, perilaku),
    }
    return render(request, "workplace/calibration/cell.html", context)


@signed_in
@require_POST
def move(request: HttpRequest, uid: UUID) -> HttpResponse:
    session, form = find_session(request, uid), forms.MoveForm(request.POST)
    check_can_lead_calibration(request.user, session.unit)
    given = dict(form.cleaned_data) if form.is_valid() else {}
    if given:
        seat = find_one_of(seats_of(session), given.pop("seat"))
        about = {"session": session, "evaluation": seat.evaluation, **given}
        if accepted(form, actions.move, actor=request.user, **about):
            return redirect(_board_url(uid))
    return render(
        request, "workplace/calibration/board.html", board_context(request, session, form), status=422
    )


@signed_in
@require_POST
def refresh(request: HttpRequest, uid: UUID) -> HttpResponse:
    session = find_session(request, uid)
    attempt(request, _("Draf terbaru masuk papan"), actions.refresh_session, session=session)
    return redirect(_board_url(uid))


@signed_in
@require_POST
def close(request: HttpRequest, uid: UUID) -> HttpResponse:
    session = find_session(request, uid)
    attempt(request, _("Kalibrasi ditutup"), actions.close_session, session=session)
    return redirect(_board_url(uid))


@signed_in
@require_GET
def seat(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _seat_page(request, find_seat(request, uid))


@signed_in
@require_POST
def accept(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _answer(request, uid, forms.AcceptForm(request.POST), actions.accept_proposal)


@signed_in
@require_POST
def keep(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _answer(request, uid, forms.KeepForm(request.POST), actions.keep_ratings)


def _answer(request: HttpRequest, uid: UUID, form: forms.AnswerForm, act: Callable[..., Any]) -> HttpResponse:
    one = find_seat(request, uid)
    if form.is_valid() and accepted(form, act, actor=request.user, seat=one, **form.cleaned_data):
        return redirect("workplace:evaluation", one.evaluation.uid)
    return _seat_page(request, one, 422, **{form.name: form})


def _seat_page(request: HttpRequest, one: Seat, status: int = 200, **bound: forms.AnswerForm) -> HttpResponse:
    context = seat_context(request, one, **bound)
    return render(request, "workplace/calibration/seat.html", context, status=status)


def _board_url(uid: UUID) -> str:
    return reverse("workplace:calibration_board", args=[uid])
