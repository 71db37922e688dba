"""What the public pages of forums show."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.verification.selectors import present_version
from abdi.voice.forums.enums import ForumStatus
from abdi.voice.forums.models import Agreement, Forum
from abdi.voice.forums.papers import BERITA_ACARA
from abdi.voice.forums.policies import takes_registrations
from abdi.voice.forums.selectors import narrowed, public_agreements, turnout

COLUMNS = [
    _("Forum"),
    _("Unit penanggung jawab"),
    _("Tindak lanjut"),
    _("Paling lambat"),
    _("Selesai"),
]


def forum_context(forum: Forum) -> dict[str, Any]:
    """Guests are counted, suggestions answered, promises with everything that was done of them."""
    agreements = forum.agreements.select_related("unit", "owner").prefetch_related("progress__photo")
    is_settled = forum.status == ForumStatus.DITETAPKAN
    return {
        "forum": forum,
        "turnout": turnout(forum),
        "suggestions": forum.suggestions.all() if is_settled else [],
        "agreements": agreements if is_settled else [],
        "photos": forum.photos.select_related("file"),
        "issued": present_version(BERITA_ACARA, forum) if is_settled else None,
        "may_register": takes_registrations(forum),
        "today": timezone.localdate(),
    }


def late_count() -> int:
    return narrowed(public_agreements(), "lewat", timezone.localdate()).count()


def exported(one: Agreement) -> list[str]:
    done = one.done_on.isoformat() if one.done_on else ""
    return [one.forum.title, one.unit.name, one.text, one.due_on.isoformat(), done]
