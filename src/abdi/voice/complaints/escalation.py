"""Bringing a complaint to somebody higher: the superior, the coordinator, the inspectorate."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.voice.complaints.enums import Level
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.recipients import coordinators, inspectors, superiors
from abdi.voice.complaints.telling import tell_staff

_WHO: dict[Level, Callable[[Complaint], QuerySet[User]]] = {
    Level.ATASAN: superiors,
    Level.KOORDINATOR: coordinators,
    Level.PENGAWAS: inspectors,
}


def raise_to(complaint: Complaint, level: Level) -> int:
    """Set the level, never a lower one, and tell whoever is there; returns how many. The caller writes the row.

    A level at which there is nobody to tell is passed over: silence would be no escalation. About a person, his
    superior is passed over too unless the complaint was given to him.
    """
    level = max(level, Level(complaint.escalation))
    if complaint.is_about_person and level == Level.ATASAN:
        level = Level.KOORDINATOR
    told = 0
    while not (told := _tell(complaint, level)) and level < Level.PENGAWAS:
        level = Level(level + 1)
    complaint.escalation, complaint.escalated_at = level, moments.now()
    return told


def _tell(complaint: Complaint, level: Level) -> int:
    return tell_staff(_WHO[level](complaint), complaint, _("Laporan dieskalasi kepada Anda"))
