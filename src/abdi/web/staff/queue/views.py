"""Lines, counters and boards; and the day's numbers, for who leads the unit."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.organisation.models import Unit
from abdi.organisation.permissions import check_can_manage_units
from abdi.platform import moments
from abdi.services.queue import actions
from abdi.services.queue.permissions import check_can_follow_queue
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.staff.pages import Link, ask, ask_for
from abdi.web.staff.queue import finding, forms

ASKED, ON_A_PAGE = ["GET", "POST"], 50


@signed_in
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    return render(request, "staff/queue/overview.html", {"rows": finding.queues_managed(request.user)})


@signed_in
@require_http_methods(ASKED)
def pool_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    form = forms.NewPoolForm(request.POST or None, user=request.user)
    return _pool(request, form, actions.create_pool, heading=_("Antrean baru"), action=_("Buat antrean"))


@signed_in
@require_http_methods(ASKED)
def pool_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    pool = finding.pool_named(request.user, uid)
    form = forms.PoolForm(request.POST or None, user=request.user, initial=forms.pool_values(pool))
    act = partial(actions.change_pool, pool=pool)
    lead = _("Huruf %s tetap: nomor yang sudah diambil memakainya.") % pool.letter
    return _pool(request, form, act, heading=_("Ubah antrean"), action=_("Simpan"), lead=lead)


@signed_in
@require_http_methods(ASKED)
def counter_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    form = forms.CounterForm(request.POST or None, user=request.user)
    page = {"heading": _("Loket baru"), "action": _("Buat loket"), "up": _up()}
    return ask_for(request, form, actions.create_counter, **page)


@signed_in
@require_http_methods(ASKED)
def counter_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = finding.counter_named(request.user, uid)
    known = {"user": request.user, "unit": one.unit, "initial": forms.serving_values(one)}
    form = forms.CounterChangeForm(request.POST or None, **known)
    act, page = partial(actions.change_counter, counter=one), {"action": _("Simpan"), "up": _up()}
    return ask_for(request, form, act, heading=_("Ubah %s") % one, lead=one.unit.name, **page)


@signed_in
@require_http_methods(ASKED)
def board_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    form = forms.NewBoardForm(request.POST or None, user=request.user)
    page = {"heading": _("Papan baru"), "action": _("Buat papan"), "up": _up()}
    return ask_for(request, form, actions.create_board, **page)


@signed_in
@require_http_methods(ASKED)
def board_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = finding.board_named(request.user, uid)
    known = {"user": request.user, "unit": one.unit, "initial": forms.serving_values(one)}
    form = forms.BoardForm(request.POST or None, **known)
    act, page = partial(actions.change_board, board=one), {"action": _("Simpan"), "up": _up()}
    lead = _("Alamatnya tetap: %s") % reverse("public:board", args=[one.code])
    return ask_for(request, form, act, heading=_("Ubah %s") % one, lead=lead, **page)


@signed_in
@require_GET
def running_list(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Every number of today, with the ends that a second person put right."""
    unit = get_object_or_404(Unit, uid=uid)
    check_can_follow_queue(request.user, unit)
    context = finding.day_of(unit, timezone.localdate(moments.now()))
    page = Paginator(context.pop("tickets"), ON_A_PAGE).get_page(request.GET.get("page"))
    changed = finding.put_right(list(page))
    rows = [{"ticket": one, "undone": changed.get(one.pk)} for one in page]
    return render(request, "staff/queue/day.html", {**context, "page": page, "rows": rows})


@signed_in
@require_http_methods(ASKED)
def put_right(request: HttpRequest, uid: UUID) -> HttpResponse:
    ticket = finding.ticket_named(uid)
    check_can_follow_queue(request.user, ticket.pool.unit)
    form, day = forms.UndoForm(request.POST or None), reverse("staff:queue_day", args=[ticket.pool.unit.uid])
    if form.is_valid() and accepted(
        form, actions.undo, actor=request.user, ticket=ticket, **form.cleaned_data
    ):
        messages.success(request, _("%s dibetulkan") % ticket)
        return redirect(day)
    lead = _("Nomor kembali ke keadaan sebelum diakhiri. Yang membetulkan harus orang kedua; tercatat.")
    page = {"heading": _("Betulkan %s") % ticket, "action": _("Betulkan"), "up": (_("Nomor hari ini"), day)}
    return ask(request, form, lead=lead, **page)


def _pool(request: HttpRequest, form: forms.PoolForm, act: Callable[..., Any], **page: str) -> HttpResponse:
    if form.is_valid() and accepted(form, act, actor=request.user, **form.told()):
        return redirect("staff:queue")
    return ask(request, form, up=_up(), **page)


def _up() -> Link:
    return _("Antrean"), reverse("staff:queue")
