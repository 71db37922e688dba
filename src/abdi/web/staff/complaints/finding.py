"""The complaint that an address names: 404 where there is none and for anybody whom it is about, 403 for others."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from abdi.organisation.selectors import employee_of
from abdi.voice.complaints.models import Category, Complaint, Photo
from abdi.voice.complaints.permissions import can_see, check_can_see, check_can_set_up_complaints
from abdi.voice.complaints.recipients import persons_named

_AROUND = ("category", "layanan", "unit", "unit_assigned", "handler", "about_employee", "duplicate_of")


def find_complaint(request: HttpRequest, uid: UUID) -> Complaint:
    return _seen(request, get_object_or_404(Complaint.objects.select_related(*_AROUND), uid=uid))


def find_photo(request: HttpRequest, uid: UUID, number: int) -> Photo:
    """Of a report that was merged also for whoever sees the case: its page shows them all."""
    one = get_object_or_404(Complaint.objects.select_related("duplicate_of"), uid=uid)
    case = one.duplicate_of
    _seen(request, case if case is not None and can_see(request.user, case) else one)
    return get_object_or_404(Photo.objects.select_related("file", "thumb"), complaint=one, number=number)


def find_category(request: HttpRequest, uid: UUID) -> Category:
    check_can_set_up_complaints(request.user)
    return get_object_or_404(Category, uid=uid)


def _seen(request: HttpRequest, complaint: Complaint) -> Complaint:
    me = employee_of(request.user)
    if me is not None and me.pk in persons_named(complaint):
        raise Http404  # it does not exist for him, not even as something refused
    check_can_see(request.user, complaint)
    return complaint
