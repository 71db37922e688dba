"""One page, and a plain form for each verb: Enter works without a script, and twice does nothing twice."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.models import Unit
from abdi.platform.errors import PolicyRefused
from abdi.platform.live.stream import event_stream
from abdi.services.queue import actions
from abdi.services.queue.models import Counter, Session
from abdi.services.queue.permissions import check_can_follow_queue, check_can_handle_ticket
from abdi.services.queue.selectors import topic
from abdi.web.access import signed_in
from abdi.web.counter import forms
from abdi.web.counter.finding import free_counters, session_of, session_or_none, ticket_named
from abdi.web.counter.page import at_counter
from abdi.web.errors import accepted, attempt

ASKED = ["GET", "POST"]


@signed_in
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Where the officer left off, on any device; who sits nowhere chooses a counter."""
    session = session_or_none(request.user)
    if session is None:
        return render(request, "counter/choose.html", {"counters": free_counters(request.user)})
    return render(request, "counter/desk.html", at_counter(session))


@signed_in
@require_GET
def stream(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Tells only that something changed: each officer takes his own list anew."""
    unit = get_object_or_404(Unit, uid=uid)
    check_can_follow_queue(request.user, unit)
    return event_stream(request, topic(unit), lambda _version: {})


@signed_in
@require_POST
def sit(request: HttpRequest, uid: UUID) -> HttpResponse:
    counter = get_object_or_404(Counter, uid=uid)
    attempt(request, _("%s dibuka") % counter, actions.open_counter, counter=counter)
    return redirect("counter:start")


@signed_in
@require_POST
def state(request: HttpRequest) -> HttpResponse:
    session, form = session_of(request.user), forms.StateForm(request.POST)
    if form.is_valid():
        chosen = form.cleaned_data["state"]
        attempt(request, _("Sekarang: %s") % chosen.label, actions.set_state, session=session, state=chosen)
    return redirect("counter:start")


@signed_in
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    session = session_of(request.user)
    attempt(request, _("%s ditutup") % session.counter, actions.close_counter, session=session)
    return redirect("counter:start")


@signed_in
@require_POST
def call(request: HttpRequest) -> HttpResponse:
    _call_next(request, session_of(request.user))
    return redirect("counter:start")


@signed_in
@require_http_methods(ASKED)
def pick(request: HttpRequest, uid: UUID) -> HttpResponse:
    session, ticket = session_of(request.user), ticket_named(uid)
    act = partial(actions.call_ticket, session=session, ticket=ticket)
    page = {"heading": _("Panggil %s di luar urutan") % ticket, "action": _("Panggil %s") % ticket}
    return _asked(request, forms.PickForm(request.POST or None), act, **page)


@signed_in
@require_POST
def recall(request: HttpRequest, uid: UUID) -> HttpResponse:
    ticket = ticket_named(uid)
    attempt(request, _("%s dipanggil lagi") % ticket, actions.recall, ticket=ticket)
    return redirect("counter:start")


@signed_in
@require_POST
def begin(request: HttpRequest, uid: UUID) -> HttpResponse:
    ticket = ticket_named(uid)
    attempt(request, _("%s mulai dilayani") % ticket, actions.begin_service, ticket=ticket)
    return redirect("counter:start")


@signed_in
@require_POST
def finish(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Unless the officer asks to stop there, the next is called; not where finishing was refused."""
    ticket, form = ticket_named(uid), forms.FinishForm(request.POST)
    told = form.told() if form.is_valid() else {"quantity": -1}  # refused in the action's own words
    done = attempt(request, _("%s selesai") % ticket, actions.finish, ticket=ticket, **told)
    if done and "berhenti" not in request.POST:
        _call_next(request, session_of(request.user))
    return redirect("counter:start")


@signed_in
@require_POST
def hold(request: HttpRequest, uid: UUID) -> HttpResponse:
    ticket, form = ticket_named(uid), forms.HoldForm(request.POST)
    told = form.cleaned_data if form.is_valid() else {"cause": ""}
    attempt(request, _("%s ditunda") % ticket, actions.put_on_hold, ticket=ticket, **told)
    return redirect("counter:start")


@signed_in
@require_POST
def resume(request: HttpRequest, uid: UUID) -> HttpResponse:
    session, ticket = session_of(request.user), ticket_named(uid)
    attempt(request, _("%s dilanjutkan") % ticket, actions.resume, session=session, ticket=ticket)
    return redirect("counter:start")


@signed_in
@require_http_methods(ASKED)
def transfer(request: HttpRequest, uid: UUID) -> HttpResponse:
    ticket = ticket_named(uid)
    check_can_handle_ticket(request.user, ticket)
    form = forms.TransferForm(request.POST or None, ticket=ticket)
    act = partial(actions.transfer, ticket=ticket)
    page = {"heading": _("Alihkan %s") % ticket, "action": _("Alihkan %s") % ticket}
    return _asked(request, form, act, **page)


@signed_in
@require_POST
def no_show(request: HttpRequest, uid: UUID) -> HttpResponse:
    ticket = ticket_named(uid)
    attempt(request, _("%s dicatat tidak hadir") % ticket, actions.no_show, ticket=ticket)
    return redirect("counter:start")


def _call_next(request: HttpRequest, session: Session) -> None:
    try:
        ticket = actions.call_next(actor=request.user, session=session)
    except PolicyRefused as refusal:
        messages.error(request, refusal.message)
        return
    called = _("%(label)s dipanggil ke %(counter)s") % {"label": ticket, "counter": session.counter}
    messages.success(request, called if ticket else _("Tidak ada yang menunggu."))


def _asked(
    request: HttpRequest, form: django_forms.Form, act: Callable[..., Any], **page: str
) -> HttpResponse:
    if form.is_valid() and accepted(form, act, actor=request.user, **form.cleaned_data):
        return redirect("counter:start")
    return render(request, "counter/form.html", {"form": form, **page}, status=422 if form.errors else 200)
