"""What another server of GeoReport v2 said, as complaints that were handled there."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from abdi.integrations.complaint_table.rows import (
    LONGEST,
    Arrived,
    Reading,
    Trouble,
    Unfit,
    read_place,
    read_text,
)
from abdi.integrations.complaint_table.states import States
from abdi.integrations.tables.moments import NaiveMoment, read_past_moment
from abdi.platform.georeport.reading import read
from abdi.voice.complaints.enums import Status

STATES = States(())  # open and closed are all there are
FIELDS = {"id": "service_request_id", "text": "description", "answer": "status_notes", "lon": "long"}


def arrived_in(body: bytes, reading: Reading, now: datetime) -> Iterator[Arrived]:
    """The requests of one answer, XML or JSON, in order; one that cannot be used is told in `reading`.

    The line of a trouble is the place of the request in the answer. Raises InputRefused, ServerRefused.
    """
    for number, told in enumerate(read(body, "service_requests"), start=1):
        try:
            yield _arrived(number, told, now)
        except Unfit as unfit:
            reading.rejected.append(Trouble(number, FIELDS.get(unfit.part, unfit.part), unfit.reason))


def _arrived(number: int, told: Mapping[str, Any], now: datetime) -> Arrived:
    said = _required(told, "status")
    status = _status(said)
    received = _moment(told, "requested_datetime", now)
    updated = _moment(told, "updated_datetime", now) if told.get("updated_datetime") else None
    if status == Status.SELESAI and (updated or received) < received:
        raise Unfit("updated_datetime", _("mendahului waktu diterima"))
    name = told.get("service_name") or ""
    lat, lon = read_place(told.get("lat"), told.get("long"))
    return Arrived(
        line=number,
        key=read_text("id", _required(told, "service_request_id")),
        title=name[: LONGEST["title"]],
        text=read_text("text", told.get("description") or name or _required(told, "service_code")),
        category=name[: LONGEST["category"]],
        unit="",
        received_at=received,
        said=said,
        status=status,
        status_at=updated if status == Status.SELESAI else None,
        answer=read_text("answer", told.get("status_notes") or ""),
        lat=lat,
        lon=lon,
        address=(told.get("address") or "")[: LONGEST["address"]],
        channel="open311",
    )


def _status(said: str) -> Status:
    try:
        return STATES.of(said)
    except ValueError as unknown:
        raise Unfit("status", str(unknown)) from None


def _required(told: Mapping[str, Any], field: str) -> str:
    if not told.get(field):
        raise Unfit(field, _("kosong"))
    return str(told[field])


def _moment(told: Mapping[str, Any], field: str, now: datetime) -> datetime:
    text = _required(told, field)
    try:
        return read_past_moment(text, None, now)
    except NaiveMoment:
        raise Unfit(field, _("“%s” tidak menyebut zona") % text[:40]) from None
    except ValueError as unfit:
        raise Unfit(field, str(unfit)) from None
