"""Reads of forums, for pages."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from abdi.organisation.selectors import employee_of
from abdi.platform.accounts.models import User
from abdi.platform.files.models import StoredFile
from abdi.platform.verification.codes import as_typed
from abdi.voice.forums.enums import Element, ForumStatus
from abdi.voice.forums.models import Agreement, Forum, Participant, Photo, Progress
from abdi.voice.permissions import units_facilitated


@dataclass(frozen=True)
class Turnout:
    """How many of one element were asked and came: all that is told of guests."""

    element: Element
    asked: int
    came: int


def public_forums() -> QuerySet[Forum]:
    """Announced, newest first; also those called off since."""
    return Forum.objects.exclude(announced_on=None).select_related("unit", "layanan")


def forums_run(user: User) -> QuerySet[Forum]:
    """Of the units this person facilitates, drafts too."""
    units = units_facilitated(user)
    rows = Forum.objects.select_related("unit", "layanan")
    return rows if units is None else rows.filter(unit__in=units)


def participant_by_code(code: str) -> Participant:
    """Whoever knows the code is the guest. Raises Participant.DoesNotExist."""
    rows = Participant.objects.select_related("forum__unit", "forum__layanan")
    return rows.exclude(forum__announced_on=None).get(code=as_typed(code[:100]))


def turnout(forum: Forum) -> list[Turnout]:
    """Every element in the order of the regulation, those nobody asked too. One query."""
    rows = forum.participants.order_by().values_list("element")
    counted = rows.annotate(
        asked=Count("pk", filter=Q(withdrew=False)), came=Count("pk", filter=Q(is_present=True))
    )
    found = {element: (asked, came) for element, asked, came in counted}
    return [Turnout(one, *found.get(one, (0, 0))) for one in Element]


def public_agreements() -> QuerySet[Agreement]:
    """What was promised at forums whose berita acara stands, the earliest promise first."""
    rows = Agreement.objects.filter(forum__status=ForumStatus.DITETAPKAN)
    return rows.select_related("forum__unit", "unit", "owner").order_by("due_on", "pk")


def public_photo(uid: UUID) -> StoredFile | None:
    """Of a forum that was held, or of what was done afterwards."""
    events = Photo.objects.filter(file__uid=uid).values("file")
    done = Progress.objects.filter(photo__uid=uid, agreement__forum__status=ForumStatus.DITETAPKAN)
    return StoredFile.objects.filter(Q(pk__in=events) | Q(pk__in=done.values("photo"))).first()


def narrowed(rows: QuerySet[Agreement], view: str, today: date) -> QuerySet[Agreement]:
    """`view`: lewat (late and open), selesai (done), anything else: open."""
    if view == "selesai":
        return rows.filter(done_on__isnull=False).order_by("-done_on", "-pk")
    open_ones = rows.filter(done_on=None)
    return open_ones.filter(due_on__lt=today) if view == "lewat" else open_ones


def promised_by(user: User) -> QuerySet[Agreement]:
    """What this person answers for and has not done yet."""
    me = employee_of(user)
    return public_agreements().filter(owner=me, done_on=None) if me else Agreement.objects.none()
