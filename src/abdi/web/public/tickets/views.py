"""Taking a number from afar, watching one's turn come, letting others pass, giving it back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.platform.live.stream import event_stream
from abdi.services.queue import actions
from abdi.services.queue.enums import Channel
from abdi.services.queue.selectors import estimate_for, ticket_by_code, topic
from abdi.web.errors import attempt
from abdi.web.public.catalogue.page import to_bring
from abdi.web.public.codes import by_code
from abdi.web.public.forms import TicketCodeForm
from abdi.web.public.qr import qr
from abdi.web.public.surveys.doors import secret_for
from abdi.web.public.tickets.offers import offer_of, offers, unit_with_queue, units_with_queue
from abdi.web.public.tickets.standing import standing_of


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """One unit's services at once where there is only one; a code leads to its number."""
    asked = TicketCodeForm(request.GET if "kode" in request.GET else None)
    if asked.is_valid():
        return redirect(asked.address())
    units = list(units_with_queue())
    alone = units[0] if len(units) == 1 else None
    context = {"units": units, "unit": alone, "offers": offers(alone) if alone else [], "asked": asked}
    return render(request, "public/queue.html", context, status=422 if asked.errors else 200)


@require_GET
def queue_unit(request: HttpRequest, uid: UUID) -> HttpResponse:
    unit = unit_with_queue(uid)
    context = {"units": [], "unit": unit, "offers": offers(unit), "asked": TicketCodeForm()}
    return render(request, "public/queue.html", context)


@require_GET
def queue_live(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Tells the pages of a unit's numbers that something changed; each then asks for its own."""
    unit = unit_with_queue(uid)
    return event_stream(request, topic(unit), lambda _version: {"unit": str(unit.uid)})


@require_http_methods(["GET", "POST"])
def queue_take(request: HttpRequest, pool: UUID, layanan: UUID) -> HttpResponse:
    offer = offer_of(pool, layanan)
    if request.method == "POST":
        told = {"pool": offer.pool, "layanan": offer.layanan, "channel": Channel.DARING}
        ticket = attempt(
            request, _("Nomor Anda sudah diambil"), actions.issue_ticket, actor=public_user(), **told
        )
        if ticket:
            return redirect("public:ticket", ticket.code)
        return redirect(request.path)
    bring = to_bring(offer.layanan, timezone.localdate())
    context = {"offer": offer, "estimate": estimate_for(offer.pool), "bring": bring}
    return render(request, "public/queue_take.html", context)


@by_code
@require_GET
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    one = ticket_by_code(code)
    address = request.build_absolute_uri(request.path)
    bring = [] if one.has_ended else to_bring(one.layanan, one.service_date)
    context = {"standing": standing_of(one), "qr": qr(address), "bring": bring}
    context["survey"] = secret_for(request, one.uid) if one.has_ended else None
    return render(request, "public/ticket.html", context)


@by_code
@require_POST
def ticket_back(request: HttpRequest, code: str) -> HttpResponse:
    said = _("Anda mundur satu giliran")
    attempt(request, said, actions.step_back, actor=public_user(), ticket=ticket_by_code(code))
    return redirect("public:ticket", code)


@by_code
@require_POST
def ticket_cancel(request: HttpRequest, code: str) -> HttpResponse:
    said = _("Nomor dibatalkan")
    attempt(request, said, actions.cancel_ticket, actor=public_user(), ticket=ticket_by_code(code))
    return redirect("public:ticket", code)
