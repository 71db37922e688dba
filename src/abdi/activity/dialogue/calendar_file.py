"""A talk as a calendar file (RFC 5545)."""

from datetime import UTC, datetime

from django.utils import timezone

from abdi.activity.dialogue.enums import DialogueStatus
from abdi.activity.dialogue.models import Dialogue

CONTENT_TYPE = "text/calendar; charset=utf-8"
LINE_OCTETS = 75  # RFC 5545, 3.1
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


def calendar_file(dialogue: Dialogue) -> bytes:
    """One event. The same dialogue gives the same UID, so that a second download moves it, not doubles it."""
    cancelled = dialogue.status == DialogueStatus.DIBATALKAN
    content = {
        "BEGIN": "VCALENDAR",
        "VERSION": "2.0",
        "PRODID": "-//Abdi//Dialog kinerja//ID",
        "CALSCALE": "GREGORIAN",
        "METHOD": "CANCEL" if cancelled else "PUBLISH",
    }
    event = {
        "BEGIN": "VEVENT",
        "UID": f"{dialogue.uid}@abdi",
        "DTSTAMP": _moment(timezone.now()),
        "DTSTART": _moment(dialogue.starts_at),
        "DTEND": _moment(dialogue.ends_at),
        "SUMMARY": _text(f"{dialogue}, dengan {dialogue.leader}"),
        "DESCRIPTION": _text(dialogue.agenda),
        "LOCATION": _text(dialogue.place),
        "STATUS": "CANCELLED" if cancelled else "CONFIRMED",
        "SEQUENCE": "1" if cancelled else "0",
        "END": "VEVENT",
    }
    lines = [f"{name}:{value}" for part in (content, event) for name, value in part.items()]
    return "".join(fold(line) for line in [*lines, "END:VCALENDAR"]).encode()


def fold(line: str) -> str:
    """Lines of at most 75 octets, never through the middle of a letter; continued ones begin with a space."""
    folded, room = "", LINE_OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            folded, room = f"{folded}\r\n ", LINE_OCTETS - 1
        folded, room = folded + letter, room - size
    return f"{folded}\r\n"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    return words.translate(_ESCAPED)
