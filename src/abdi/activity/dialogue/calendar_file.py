"""A talk as a calendar file."""

from abdi.activity.dialogue.enums import DialogueStatus
from abdi.activity.dialogue.models import Dialogue
from abdi.platform.calendar_file import CONTENT_TYPE, Appointment, fold
from abdi.platform.calendar_file import calendar_file as file_of

__all__ = ["CONTENT_TYPE", "calendar_file", "fold"]


def calendar_file(dialogue: Dialogue) -> bytes:
    """One event. A dialogue that was cancelled is taken out of the calendar again."""
    return file_of(
        Appointment(
            uid=str(dialogue.uid),
            product="Dialog kinerja",
            starts_at=dialogue.starts_at,
            ends_at=dialogue.ends_at,
            summary=f"{dialogue}, dengan {dialogue.leader}",
            description=dialogue.agenda,
            location=dialogue.place,
            is_cancelled=dialogue.status == DialogueStatus.DIBATALKAN,
        )
    )
