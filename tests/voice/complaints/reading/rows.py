"""Complaints written straight into their table: what is tested here reads rows, and reads many."""

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from abdi.voice.complaints.enums import ENDED, Channel, Kind, Status
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.search import remember_words

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
_numbers = count(1)


def complaint(text: str, **more) -> Complaint:
    number, received = next(_numbers), more.pop("received_at", NOON)
    row = Complaint(
        code=f"KODE{number:08}",
        number=f"P{number:06}",
        kind=Kind.PENGADUAN,
        title=more.pop("title", text[:40]),
        text=text,
        public_text=more.pop("public_text", text),
        channel=Channel.WEB,
        received_at=received,
        felt_since=received,
        status_since=received,
        **more,
    )
    if row.status in ENDED:
        row.closed_at = row.closed_at or received
    row.save()
    remember_words(row)
    return row


def closed(texts, unit, **more) -> list[Complaint]:
    """One an hour, answered and done."""
    return [
        complaint(
            text,
            status=Status.SELESAI,
            unit_assigned=unit,
            received_at=NOON - timedelta(days=30) + timedelta(hours=number),
            **more,
        )
        for number, text in enumerate(texts)
    ]
