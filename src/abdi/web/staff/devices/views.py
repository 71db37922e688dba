"""Machines: which there are, letting one in, shutting one out."""

from datetime import timedelta
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.permissions import check_can_manage_units
from abdi.services.devices import actions
from abdi.services.devices.models import Device
from abdi.services.devices.permissions import check_can_manage_devices
from abdi.services.devices.selectors import devices_managed
from abdi.voice.surveys.selectors import shares_of
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.staff.devices.forms import DeviceForm
from abdi.web.staff.pages import ask

ON_A_PAGE = 50
QUARTER = timedelta(days=91)  # over which a survey kiosk's share is told, as long as most survey periods


@signed_in
@require_GET
def devices(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    page = Paginator(devices_managed(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    shares = shares_of(list(page), timezone.localdate() - QUARTER)
    rows = [(one, shares.get(one.pk)) for one in page]
    return render(request, "staff/devices.html", {"page": page, "rows": rows})


@signed_in
@require_http_methods(["GET", "POST"])
def device_new(request: HttpRequest) -> HttpResponse:
    """The token is in this one answer and nowhere else."""
    check_can_manage_units(request.user)
    form = DeviceForm(request.POST or None, user=request.user)
    up = _("Perangkat"), reverse("staff:devices")
    if form.is_valid():
        made = accepted(form, actions.register_device, actor=request.user, **form.cleaned_data)
        if made:
            context = {"device": made[0], "token": made[1], "up": up}
            response = render(request, "staff/device_token.html", context)
            add_never_cache_headers(response)
            return response
    return ask(request, form, heading=_("Perangkat baru"), action=_("Daftarkan perangkat"), up=up)


@signed_in
@require_POST
def device_withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    device = get_object_or_404(Device.objects.select_related("unit"), uid=uid)
    check_can_manage_devices(request.user, device.unit)
    attempt(request, _("Izin perangkat dicabut"), actions.withdraw_device, device=device)
    return redirect("staff:devices")
