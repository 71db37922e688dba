"""Units and services: list, new, change."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.organisation import actions
from abdi.organisation.permissions import check_can_manage_units
from abdi.web.access import signed_in
from abdi.web.staff.pages import Link, ask_for
from abdi.web.staff.units import forms, tree

ASKED, ON_A_PAGE = ["GET", "POST"], 50


@signed_in
@require_GET
def units(request: HttpRequest) -> HttpResponse:
    rows = tree.unit_rows(request.user, timezone.localdate())
    return render(request, "staff/units.html", {"rows": rows})


@signed_in
@require_http_methods(ASKED)
def unit_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    form = forms.NewUnitForm(request.POST or None, user=request.user, initial=_first_of_year())
    page = {"heading": _("Unit kerja baru"), "action": _("Buka unit kerja"), "up": _units()}
    return ask_for(request, form, actions.create_unit, **page)


@signed_in
@require_http_methods(ASKED)
def unit_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    unit = tree.managed_unit(request.user, uid)
    form = forms.UnitForm(request.POST or None, user=request.user, unit=unit)
    act, lead = partial(actions.change_unit, unit=unit), _("Kode: %s") % unit.code
    page = {"heading": _("Ubah unit kerja"), "action": _("Simpan"), "up": _units()}
    return ask_for(request, form, act, **page, lead=lead)


@signed_in
@require_GET
def layanan(request: HttpRequest) -> HttpResponse:
    page = Paginator(tree.layanan_managed(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/layanan.html", {"page": page})


@signed_in
@require_http_methods(ASKED)
def layanan_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    form = forms.NewLayananForm(request.POST or None, user=request.user, initial=_first_of_year())
    page = {"heading": _("Layanan baru"), "action": _("Catat layanan"), "up": _layanan()}
    return ask_for(request, form, actions.create_layanan, **page)


@signed_in
@require_http_methods(ASKED)
def layanan_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = tree.managed_layanan(request.user, uid)
    form = forms.LayananForm(request.POST or None, user=request.user, layanan=one)
    act, lead = partial(actions.change_layanan, layanan=one), _("Kode: %s") % one.code
    page = {"heading": _("Ubah layanan"), "action": _("Simpan"), "up": _layanan()}
    return ask_for(request, form, act, **page, lead=lead)


def _first_of_year() -> dict[str, object]:
    return {"valid_from": timezone.localdate().replace(month=1, day=1)}


def _units() -> Link:
    return _("Unit kerja"), reverse("staff:units")


def _layanan() -> Link:
    return _("Layanan"), reverse("staff:layanan")
