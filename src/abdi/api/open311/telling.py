"""A public complaint as a request of Open311. Who reported is nowhere in it, nor the secret of his code."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from abdi.api.answers import written_moment
from abdi.api.open311.asking import CLOSED, OPEN
from abdi.platform.georeport.shapes import LONGEST_DESCRIPTION
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint, Event
from abdi.voice.complaints.selectors import public_answer, public_place
from abdi.voice.complaints.types import Place

Absolute = Callable[[str], str]  # a path of ours → the whole address


def request_of(complaint: Complaint, absolute: Absolute) -> dict[str, Any]:
    """`complaint` as `asking.with_what_is_told` reads it."""
    unit, category = complaint.unit_assigned or complaint.unit, complaint.category
    place, answer = public_place(complaint) or Place(), public_answer(complaint)
    return {
        "service_request_id": complaint.number,
        "status": CLOSED if complaint.is_ended else OPEN,
        "status_notes": strip_tags(answer.text) if answer else None,
        "service_name": category.name if category else None,
        "service_code": category.code if category else None,
        "description": strip_tags(complaint.public_text)[:LONGEST_DESCRIPTION],
        "agency_responsible": unit.name if unit else None,
        "service_notice": None,
        "requested_datetime": written_moment(complaint.received_at),
        "updated_datetime": written_moment(complaint.closed_at or complaint.status_since),
        "expected_datetime": _end_of(complaint.answer_due),
        "address": place.address,
        "address_id": None,
        "zipcode": None,
        "lat": place.lat,
        "long": place.lon,
        "media_url": _photo(complaint, absolute),
    }


def update_of(event: Event) -> dict[str, Any]:
    """One step, in our own states. What was written then is for the reporter: here stands only that it was so."""
    return {
        "update_id": str(event.uid),
        "service_request_id": event.complaint.number,
        "status": event.status,
        "updated_datetime": written_moment(event.began_at),
        "description": str(Status(event.status).label),
    }


def _end_of(day: date | None) -> str | None:
    """A day that is promised ends when it ends."""
    return written_moment(timezone.make_aware(datetime.combine(day, time(23, 59, 59)))) if day else None


def _photo(complaint: Complaint, absolute: Absolute) -> str | None:
    """The first picture that was released for everybody."""
    number = next((one.number for one in complaint.photos.all() if one.is_public), None)
    if number is None:
        return None
    return absolute(reverse("public:complaint_public_photo", args=[complaint.number, number]))
