"""What a code opens: whoever knows it holds the thing."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from abdi.platform.verification.codes import as_typed
from abdi.services.queue.models import Ticket
from abdi.services.queue.selectors import ticket_by_code
from abdi.services.requests.models import CitizenVisit, Document, Permohonan
from abdi.services.requests.selectors import permohonan_of, visit_by_code
from abdi.services.reservations.models import Reservation
from abdi.services.reservations.selectors import reservation_by_code
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.selectors import complaint_by_code

_OPENED_BY_CODE = (
    ("public:visit", visit_by_code, CitizenVisit.DoesNotExist),
    ("public:ticket", ticket_by_code, Ticket.DoesNotExist),
    ("public:reservation", reservation_by_code, Reservation.DoesNotExist),
    ("public:complaint_track", complaint_by_code, Complaint.DoesNotExist),
)


def address_of(code: str) -> str:
    """The page of a visit, a ticket or a reservation; that of a visit, which says so, where there is none."""
    typed = as_typed(code)
    for page, find, missing in _OPENED_BY_CODE:
        try:
            find(typed)
        except missing:
            continue
        return reverse(page, args=[typed])
    return reverse("public:visit", args=[typed])


def visit_or_none(code: str) -> CitizenVisit | None:
    try:
        return visit_by_code(code)
    except CitizenVisit.DoesNotExist:
        return None


def find_permohonan(code: str, number: int) -> Permohonan:
    visit = visit_or_none(code)
    if visit is None:
        raise Http404
    return get_object_or_404(permohonan_of(visit), number=number)


def find_document(code: str, number: int, paper: int) -> Document:
    documents = Document.objects.select_related("permohonan__visit", "permohonan__unit")
    return get_object_or_404(documents, permohonan=find_permohonan(code, number), number=paper)
