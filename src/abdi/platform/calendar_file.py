"""One appointment as a calendar file (RFC 5545)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone

CONTENT_TYPE = "text/calendar; charset=utf-8"
LINE_OCTETS = 75  # RFC 5545, 3.1
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


@dataclass(frozen=True)
class Appointment:
    """`uid` stays the same for the same thing, so that a second file moves it and does not double it.

    `sequence` counts how often it was moved; calling it off is one change more.
    """

    uid: str
    product: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str = ""
    location: str = ""
    is_cancelled: bool = False
    sequence: int = 0


def calendar_file(one: Appointment) -> bytes:
    """One event, to be taken into a calendar, or out of it when it is cancelled."""
    content = {
        "BEGIN": "VCALENDAR",
        "VERSION": "2.0",
        "PRODID": f"-//Abdi//{one.product}//ID",
        "CALSCALE": "GREGORIAN",
        "METHOD": "CANCEL" if one.is_cancelled else "PUBLISH",
    }
    event = {
        "BEGIN": "VEVENT",
        "UID": f"{one.uid}@abdi",
        "DTSTAMP": _moment(timezone.now()),
        "DTSTART": _moment(one.starts_at),
        "DTEND": _moment(one.ends_at),
        "SUMMARY": _text(one.summary),
        "DESCRIPTION": _text(one.description),
        "LOCATION": _text(one.location),
        "STATUS": "CANCELLED" if one.is_cancelled else "CONFIRMED",
        "SEQUENCE": str(one.sequence + one.is_cancelled),
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
