"""What the public pages of forums show."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.scope import instansi_or_none
from abdi.platform.verification.selectors import present_version
from abdi.voice.forums.enums import PUBLIC, ForumStatus
from abdi.voice.forums.models import Agreement, Forum, Photo, Progress
from abdi.voice.forums.papers import BERITA_ACARA
from abdi.voice.forums.selectors import narrowed, public_agreements, turnout

M = TypeVar("M", bound=Model)

COLUMNS = [
    _("Forum"),
    _("Unit penanggung jawab"),
    _("Tindak lanjut"),
    _("Paling lambat"),
    _("Selesai"),
]


def in_reach(rows: Callable[[], QuerySet[M]]) -> QuerySet[M]:
    """Raises Http404 where no instansi has its pages."""
    if instansi_or_none() is None:
        raise Http404
    return rows()


def forum_context(forum: Forum) -> dict[str, Any]:
    """Guests are counted, suggestions answered, promises with everything that was done of them."""
    agreements = forum.agreements.select_related("unit", "owner").prefetch_related("progress__photo")
    is_settled = forum.status == ForumStatus.DITETAPKAN
    return {
        "forum": forum,
        "turnout": turnout(forum),
        "suggestions": forum.suggestions.all() if is_settled else [],
        "agreements": agreements if is_settled else [],
        "photos": forum.photos.all(),
        "issued": present_version(BERITA_ACARA, forum) if is_settled else None,
        "may_register": forum.status == ForumStatus.DIUMUMKAN and timezone.now() < forum.starts_at,
        "today": timezone.localdate(),
    }


def late_count() -> int:
    return narrowed(public_agreements(), "lewat", timezone.localdate()).count()


def exported(one: Agreement) -> list[str]:
    done = one.done_on.isoformat() if one.done_on else ""
    return [one.forum.title, one.unit.name, one.text, one.due_on.isoformat(), done]


def photo_file(uid: UUID) -> StoredFile | None:
    """Of the event, or of what was done afterwards."""
    return StoredFile.objects.filter(uid=uid).filter(_shown()).first()


def is_public(_stored: StoredFile) -> None:
    """Looked up among what is public already."""


def _shown() -> Q:
    events = Photo.objects.filter(forum__status__in=PUBLIC).values("file")
    done = Progress.objects.filter(agreement__forum__status=ForumStatus.DITETAPKAN).exclude(photo=None)
    return Q(pk__in=events) | Q(pk__in=done.values("photo"))
