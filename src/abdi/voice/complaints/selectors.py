"""Reads of complaints, for pages, tasks and other systems."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.verification.codes import as_typed
from abdi.voice.complaints import timing
from abdi.voice.complaints.enums import REPORTERS_TURN, Status
from abdi.voice.complaints.models import Addition, Answer, Complaint, Event, IdentityView, Photo, late_on
from abdi.voice.complaints.permissions import visible_to
from abdi.voice.complaints.publishing import (
    answers_of,
    case_of,
    public_answer,
    public_complaints,
    public_place,
    public_subject,
)
from abdi.voice.complaints.statistics import statistics
from abdi.voice.complaints.steps import events_of
from abdi.voice.complaints.types import Clocks, OmbudsmanRoad

__all__ = [
    "additions_to",
    "answers_of",
    "case_of",
    "clocks_of",
    "complaint_by_code",
    "counted",
    "identity_views",
    "inbox_of",
    "narrowed",
    "ombudsman_road_of",
    "photos_of",
    "public_answer",
    "public_complaints",
    "public_place",
    "public_subject",
    "reporters_of",
    "statistics",
]

_NAMES = ("category", "unit_assigned", "handler")  # what is told of each in a line


def complaint_by_code(code: str) -> Complaint:
    """Whoever knows the code is the reporter. Raises Complaint.DoesNotExist."""
    joined = Complaint.objects.select_related(*_NAMES, "layanan", "unit", "duplicate_of")
    events = Prefetch("events", Event.objects.select_related("unit"))
    return joined.prefetch_related(events, "duplicate_of__events").get(code=as_typed(code[:100]))


def inbox_of(user: User) -> QuerySet[Complaint]:
    """Everything this person may see, what is due next in front."""
    return visible_to(user).select_related(*_NAMES).order_by(Coalesce("answer_due", "verify_due"), "pk")


def narrowed(rows: QuerySet[Complaint], view: str, user: User, now: datetime) -> QuerySet[Complaint]:
    """Those that wait in one view of `_ways`; for any other word all that is open."""
    return rows.filter(_ways(user, now).get(view, Q(closed_at=None)))


def counted(views: Iterable[str], user: User, now: datetime) -> dict[str, int]:
    """View of `_ways` → how many of what this person may see wait there. One query."""
    ways = _ways(user, now)
    return visible_to(user).aggregate(**{view: Count("pk", filter=ways[view]) for view in views})


def _ways(user: User, now: datetime) -> dict[str, Q]:
    """tugas: mine; bebas: nobody's; lewat: late; pelapor: the reporter's turn."""
    drafts = Answer.objects.filter(approved_at=None, sent_at=None).exclude(drafted_by=user)
    return {
        "verifikasi": Q(status=Status.BARU) | Q(status=Status.DIBUKA_KEMBALI, verified_at=None),
        "disposisi": Q(status=Status.TERVERIFIKASI)
        | Q(status=Status.DIBUKA_KEMBALI, unit_assigned=None, verified_at__isnull=False),
        "tugas": Q(handler__user=user) & ~Q(status__in=REPORTERS_TURN),
        "bebas": Q(status__in=[Status.DITERUSKAN, Status.DIBUKA_KEMBALI], handler=None),
        "persetujuan": Q(status=Status.DIPROSES, pk__in=drafts.values("complaint")),
        "penutupan": Q(status=Status.DIJAWAB),
        "lewat": late_on(timezone.localdate(now)),
        "pelapor": Q(status__in=[Status.MENUNGGU_KELENGKAPAN, Status.DIJAWAB]),
        "selesai": Q(closed_at__isnull=False),
    }


def clocks_of(complaint: Complaint, at: datetime) -> Clocks:
    """Both clocks; of a merged report those of the case it is in."""
    case = case_of(complaint)
    return timing.clocks_at(case, events_of(case), at)


def ombudsman_road_of(complaint: Complaint, at: datetime) -> OmbudsmanRoad:
    return timing.ombudsman_road(case_of(complaint), at)


def reporters_of(complaint: Complaint) -> int:
    """How many people reported it."""
    return 1 + complaint.duplicates.count()


def additions_to(case: Complaint) -> QuerySet[Addition]:
    """What each of its reporters added, oldest first: for whoever handles it, never for another reporter."""
    ours = Addition.objects.filter(Q(complaint=case) | Q(complaint__duplicate_of=case))
    return ours.select_related("complaint").order_by("added_at", "pk")


def photos_of(case: Complaint) -> QuerySet[Photo]:
    """Every picture of the case, with those of the reports that were merged with it; for whoever handles it."""
    ours = Photo.objects.filter(Q(complaint=case) | Q(complaint__duplicate_of=case))
    return ours.select_related("file", "thumb", "complaint").order_by("complaint", "number")


def identity_views(complaint: Complaint) -> QuerySet[IdentityView]:
    """Who looked at who reported, newest first: for the reporter, who asks with his code (UU 27/2022 Ps 32)."""
    return complaint.identity_views.select_related("viewer").order_by("-viewed_at", "-pk")
