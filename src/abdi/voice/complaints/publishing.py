"""What everybody may read of a complaint, and how those are told who only read it there."""

from django.db.models import QuerySet

from abdi.voice.complaints.enums import UNVERIFIED, Status
from abdi.voice.complaints.models import Answer, Complaint, Event
from abdi.voice.complaints.types import Place

UNPUBLISHED = (*UNVERIFIED, Status.ARSIP, Status.DIGABUNG, Status.DICABUT)
_HOME_DECIMALS = 2  # about a kilometre: a neighbourhood, no house


def public_complaints() -> QuerySet[Complaint]:
    """What everybody may read: verified, not secret, about nobody, in the words released for it (`public_text`).

    Nothing of it may show `title`, `text`, the address of a home, or anything of the reporter; `public_place` says
    where it is.
    """
    rows = Complaint.objects.filter(is_secret=False, is_about_person=False).exclude(public_text="")
    rows = rows.exclude(status__in=UNPUBLISHED).exclude(verified_at=None)
    return rows.select_related("category", "layanan", "unit", "unit_assigned")


def public_place(complaint: Complaint) -> Place | None:
    """Of a complaint from the reporter's home only roughly where, without words."""
    if complaint.lat is None or complaint.lon is None:
        return None if complaint.is_at_home or not complaint.address else Place(address=complaint.address)
    if complaint.is_at_home:
        return Place(round(complaint.lat, _HOME_DECIMALS), round(complaint.lon, _HOME_DECIMALS))
    return Place(complaint.lat, complaint.lon, complaint.address)


def public_answer(complaint: Complaint) -> Answer | None:
    """The last answer sent, where it is for everybody."""
    last = next(reversed(answers_of(complaint)), None)
    return last if last is not None and last.is_public else None


def public_subject(complaint: Complaint) -> Event:
    """What a stranger follows: never the complaint itself, whose followers are sent the reporter's secret address."""
    return complaint.events.get(number=1)


def case_of(complaint: Complaint) -> Complaint:
    """Where it is handled: itself, or the report that it was merged with."""
    return complaint.duplicate_of or complaint


def answers_of(complaint: Complaint) -> list[Answer]:
    """What its reporter was answered, also where his report was merged; the last is what counts.

    Reads answers that a list fetched beforehand.
    """
    return [one for one in case_of(complaint).answers.all() if one.sent_at]
