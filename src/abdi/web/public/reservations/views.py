"""Keeping a place, saying that one has arrived, giving the place up."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import public_user
from abdi.platform.calendar_file import CONTENT_TYPE
from abdi.services.reservations import actions
from abdi.services.reservations.calendar_file import calendar_file
from abdi.services.reservations.selectors import is_lapsed, reservation_by_code
from abdi.web import exports
from abdi.web.errors import accepted, attempt
from abdi.web.public.catalogue.page import to_bring
from abdi.web.public.codes import by_code
from abdi.web.public.qr import qr
from abdi.web.public.reservations.forms import ArriveForm, ReserveForm


@require_http_methods(["GET", "POST"])
def reserve(request: HttpRequest, uid: UUID) -> HttpResponse:
    layanan = get_object_or_404(Layanan.objects.select_related("unit"), uid=uid)
    form = ReserveForm(request.POST or None, layanan=layanan)
    if form.is_valid():
        book = partial(actions.book, actor=public_user(), layanan=layanan)
        if one := accepted(form, book, **form.booked()):
            return redirect("public:reservation", one.code)
        form.offer_anew(layanan)
    context = {"layanan": layanan, "form": form}
    return render(request, "public/reserve.html", context, status=422 if form.errors else 200)


@by_code
@require_GET
def reservation(request: HttpRequest, code: str) -> HttpResponse:
    one = reservation_by_code(code)
    address = request.build_absolute_uri(request.path)
    bring = to_bring(one.layanan, one.slot_day.day)
    context = {"one": one, "is_lapsed": is_lapsed(one), "qr": qr(address), "bring": bring}
    return render(request, "public/reservation.html", context)


@by_code
@require_GET
def reservation_calendar(request: HttpRequest, code: str) -> HttpResponse:
    one = reservation_by_code(code)
    address = request.build_absolute_uri(reverse("public:reservation", args=[one.code]))
    return exports.attachment(calendar_file(one, address), CONTENT_TYPE, _("reservasi"), "ics")


@by_code
@require_POST
def reservation_arrive(request: HttpRequest, code: str) -> HttpResponse:
    one = reservation_by_code(code)
    said = _("Anda sudah tercatat tiba")
    ticket = attempt(request, said, actions.check_in, actor=public_user(), code=one.code)
    return redirect("public:ticket", ticket.code) if ticket else redirect("public:reservation", one.code)


@by_code
@require_POST
def reservation_cancel(request: HttpRequest, code: str) -> HttpResponse:
    one = reservation_by_code(code)
    said = _("Reservasi dibatalkan")
    attempt(request, said, actions.cancel_reservation, actor=public_user(), reservation=one)
    return redirect("public:reservation", one.code)


@require_http_methods(["GET", "POST"])
def arrive(request: HttpRequest) -> HttpResponse:
    form = ArriveForm(request.POST or None)
    if form.is_valid():
        ticket = accepted(form, actions.check_in, actor=public_user(), code=form.cleaned_data["code"])
        if ticket:
            return redirect("public:ticket", ticket.code)
    return render(request, "public/arrive.html", {"form": form}, status=422 if form.errors else 200)
