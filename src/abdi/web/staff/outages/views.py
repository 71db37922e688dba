"""Outages: which there were, one more, and that one is over."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.outages import actions
from abdi.platform.outages.models import Outage
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.staff.outages import forms
from abdi.web.staff.pages import ask, ask_for

ON_A_PAGE = 50


@signed_in
@require_GET
def outages(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    page = Paginator(Outage.objects.all(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/outages.html", {"page": page})


@signed_in
@require_http_methods(["GET", "POST"])
def outage_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    form = forms.OutageForm(request.POST or None)
    if form.is_valid() and accepted(
        form,
        actions.record_outage,
        actor=request.user,
        permit=check_can_manage_organisation,
        **form.cleaned_data,
    ):
        messages.success(request, _("Gangguan dicatat; tenggat yang terkena ikut bergeser"))
        return redirect("staff:outages")
    return ask(request, form, heading=_("Catat gangguan"), action=_("Catat gangguan"), up=_up())


@signed_in
@require_http_methods(["GET", "POST"])
def outage_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    check_can_manage_organisation(request.user)
    outage = get_object_or_404(Outage, uid=uid)
    form = forms.EndForm(request.POST or None, initial={"end": timezone.now()})
    act = partial(actions.end_outage, outage=outage, permit=check_can_manage_organisation)
    page = {"heading": _("Akhiri gangguan"), "action": _("Simpan"), "up": _up()}
    return ask_for(request, form, act, **page, lead=outage.what)


def _up() -> tuple[str, str]:
    return _("Gangguan layanan"), reverse("staff:outages")
