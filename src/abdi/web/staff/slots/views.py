"""Sessions that can be booked: which there are, one more, and that one ends."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.organisation.permissions import check_can_manage_units
from abdi.services.queue.permissions import check_can_set_up_queue
from abdi.services.reservations import actions
from abdi.services.reservations.models import Slot
from abdi.services.reservations.selectors import slots_managed
from abdi.web.access import signed_in
from abdi.web.staff.pages import Link, ask_for
from abdi.web.staff.slots.forms import EndForm, SlotForm

ON_A_PAGE = 50


@signed_in
@require_GET
def slots(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    rows = slots_managed(request.user, timezone.localdate())
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/slots.html", {"page": page})


@signed_in
@require_http_methods(["GET", "POST"])
def slot_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    initial = {"valid_from": timezone.localdate()}
    form = SlotForm(request.POST or None, user=request.user, initial=initial)
    page = {"heading": _("Sesi reservasi baru"), "action": _("Buka sesi"), "up": _up()}
    return ask_for(request, form, actions.create_slot, **page)


@signed_in
@require_http_methods(["GET", "POST"])
def slot_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    slot = get_object_or_404(Slot.objects.select_related("pool__unit"), uid=uid)
    check_can_set_up_queue(request.user, slot.pool.unit)
    form = EndForm(request.POST or None, initial={"valid_until": timezone.localdate()})
    page = {"heading": _("Akhiri sesi"), "action": _("Simpan"), "up": _up()}
    return ask_for(request, form, partial(actions.end_slot, slot=slot), **page, lead=f"{slot.pool}, {slot}")


def _up() -> Link:
    return _("Sesi reservasi"), reverse("staff:slots")
