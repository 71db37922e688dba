"""One tap on a service, a number on paper, and back to the start for the next person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.services.devices.models import Device
from abdi.services.queue import actions
from abdi.services.queue.enums import Channel, Priority
from abdi.services.queue.selectors import position_of, ticket_by_code
from abdi.services.reservations.actions import check_in
from abdi.web.errors import accepted, attempt
from abdi.web.public.kiosk.forms import PriorityForm
from abdi.web.public.kiosk.machine import AGAIN, KIOSK, sealed, unsealed
from abdi.web.public.qr import qr
from abdi.web.public.reservations.forms import ArriveForm
from abdi.web.public.tickets.offers import offer_at, offers


@require_GET
@KIOSK.guard
def start(request: HttpRequest, device: Device) -> HttpResponse:
    """Services that give numbers now; those that do not say why."""
    chosen = PriorityForm(request.GET).chosen()
    every = offers(device.unit)
    context = {
        "device": device,
        "offers": [one for one in every if one.opening.takes_tickets],
        "closed": [one for one in every if not one.opening.takes_tickets],
        "can_reserve": any(one.can_reserve for one in every),
        "priority": chosen,
        "priorities": [one for one in Priority if one not in {Priority.BIASA, chosen}],
    }
    return render(request, "public/kiosk/start.html", context)


@require_POST
@KIOSK.guard
def take(request: HttpRequest, device: Device, pool: UUID, layanan: UUID) -> HttpResponse:
    offer = offer_at(device.unit, pool, layanan)
    told = {"pool": offer.pool, "layanan": offer.layanan, "channel": Channel.KIOS}
    told |= PriorityForm(request.POST).arguments()
    ticket = attempt(request, _("Nomor Anda"), actions.issue_ticket, actor=public_user(), **told)
    return redirect("public:kiosk_number", sealed(device, ticket)) if ticket else redirect("public:kiosk")


@require_http_methods(["GET", "POST"])
@KIOSK.guard
def arrive(request: HttpRequest, device: Device) -> HttpResponse:
    form = ArriveForm(request.POST or None)
    if form.is_valid():
        ticket = accepted(form, check_in, actor=public_user(), code=form.cleaned_data["code"])
        if ticket:
            return redirect("public:kiosk_number", sealed(device, ticket))
    context = {"form": form, "device": device}
    return render(request, "public/kiosk/arrive.html", context, status=422 if form.errors else 200)


@require_GET
@KIOSK.guard
def number(request: HttpRequest, device: Device, sealed: str) -> HttpResponse:
    code = unsealed(device, sealed)
    if not code:
        return redirect("public:kiosk")
    ticket = ticket_by_code(code)
    address = request.build_absolute_uri(reverse("public:ticket", args=[code]))
    context = {"device": device, "ticket": ticket, "position": position_of(ticket), "qr": qr(address)}
    return render(request, "public/kiosk/number.html", {**context, "again": AGAIN})


@require_POST
@KIOSK.guard
def beat(request: HttpRequest, _device: Device) -> HttpResponse:
    return KIOSK.beat(request)


@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    return KIOSK.let_in(request)
