"""A forum as a calendar file."""

from django.utils.translation import gettext as _

from abdi.platform.calendar_file import Appointment
from abdi.platform.calendar_file import calendar_file as file_of
from abdi.voice.forums.enums import ForumStatus
from abdi.voice.forums.models import Forum


def calendar_file(forum: Forum, address: str) -> bytes:
    """`address` of its page. The same for everybody: who was invited stands nowhere in it."""
    return file_of(
        Appointment(
            uid=str(forum.uid),
            product="Forum konsultasi publik",
            starts_at=forum.starts_at,
            ends_at=forum.ends_at,
            summary=forum.title,
            description=_("Agenda dan hasilnya di %s") % address,
            location=f"{forum.place}, {forum.unit}",
            is_cancelled=forum.status == ForumStatus.DIBATALKAN,
            sequence=forum.sequence,
        )
    )
