"""A public complaint as a request of Open311. Who reported is nowhere in it, nor the secret of his code."""

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.html import strip_tags

from abdi.api.open311.asking import CLOSED, OPEN
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.selectors import public_place
from abdi.voice.complaints.types import Place

LONGEST = 4000  # GeoReport v2: characters of a description


def request_of(complaint: Complaint) -> dict[str, Any]:
    """`complaint` as `asking.with_what_is_told` reads it."""
    unit, category = complaint.unit_assigned or complaint.unit, complaint.category
    place = public_place(complaint) or Place()
    return {
        "service_request_id": complaint.number,
        "status": CLOSED if complaint.is_ended else OPEN,
        "status_notes": _public_answer(complaint),
        "service_name": category.name if category else None,
        "service_code": category.code if category else None,
        "description": strip_tags(complaint.public_text)[:LONGEST],
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
        "media_url": None,
    }


def written_moment(moment: datetime) -> str:
    """W3C date and time with its offset, by the clock of the instansi."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _end_of(day: date | None) -> str | None:
    """A day that is promised ends when it ends."""
    return written_moment(timezone.make_aware(datetime.combine(day, time(23, 59, 59)))) if day else None


def _public_answer(complaint: Complaint) -> str | None:
    """As `selectors.public_answer`, of answers that were read already."""
    sent = [one for one in complaint.answers.all() if one.sent_at]
    return strip_tags(sent[-1].text) if sent and sent[-1].is_public else None
