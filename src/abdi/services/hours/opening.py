"""The one answer about opening, and its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from abdi.platform.ui import formats
from abdi.rules.kalender import DAY
from abdi.services.hours.book import Book, Day, Place

AHEAD = 62  # days in which the next opening is sought: over the longest run of holidays and a closed month


@dataclass(frozen=True, slots=True)
class Opening:
    """`until`: when it closes, a break counts as closing. `next_opening`: the first one after now."""

    is_open: bool
    takes_tickets: bool
    sentence: str
    until: datetime | None
    next_opening: datetime | None


def opening_at(book: Book, place: Place, at: datetime) -> Opening:
    """`at`: local time of the book's zone."""
    today = book.on(*place, at.date())
    until = next((closes for opens, closes in today.spans if opens <= at < closes), None)
    following = next((opens for opens in _openings(book, place, at) if opens > at), None)
    takes = until is not None and today.last_ticket is not None and at < today.last_ticket
    sentence = _open_words(today, until, takes) if until else _closed_words(today, at)
    if not takes:
        sentence = f"{sentence} {_next_words(following, at)}"
    return Opening(until is not None, takes, sentence, until, following)


def _openings(book: Book, place: Place, at: datetime) -> Iterator[datetime]:
    days = (at.date() + DAY * number for number in range(AHEAD))
    return (opens for day in days for opens, _closes in book.on(*place, day).spans)


def _open_words(today: Day, until: datetime, takes: bool) -> str:
    if takes:
        return _("Buka sampai %s.") % formats.clock(until)
    return _("Buka sampai %(until)s, tetapi nomor hari ini hanya diberikan sampai %(last)s.") % {
        "until": formats.clock(until),
        "last": formats.clock(today.last_ticket or until),
    }


def _closed_words(today: Day, at: datetime) -> str:
    if today.is_holiday:
        return _("Tutup: hari libur.")
    if not today.spans:
        return _("Tutup hari ini: %s.") % today.reason.rstrip(".") if today.reason else _("Hari ini tutup.")
    if at < today.spans[0][0]:
        return _("Belum buka.")
    return _("Sedang istirahat.") if at < today.spans[-1][0] else _("Sudah tutup hari ini.")


def _next_words(following: datetime | None, at: datetime) -> str:
    if following is None:
        return _("Belum diumumkan kapan buka lagi; tanyakan kepada kantornya.")
    clock = formats.clock(following)
    if following.date() == at.date():
        return _("Buka pukul %s.") % clock
    if following.date() == at.date() + DAY:
        return _("Buka lagi besok pukul %s.") % clock
    return _("Buka lagi %(day)s pukul %(clock)s.") % {"day": formats.day(following), "clock": clock}
