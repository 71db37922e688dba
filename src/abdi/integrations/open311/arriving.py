"""What another server of GeoReport v2 said, as complaints that were handled there."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from abdi.integrations.complaint_table.rows import Arrived, Reading, Trouble
from abdi.integrations.complaint_table.states import States
from abdi.integrations.tables.moments import NaiveMoment, read_past_moment
from abdi.platform.georeport.reading import read
from abdi.voice.complaints.enums import Status

STATES = States(())  # open and closed are all there are


def arrived_in(body: bytes, reading: Reading, now: datetime) -> Iterator[Arrived]:
    """The requests of one answer, XML or JSON, in order; one that cannot be used is told in `reading`.

    The line of a trouble is the place of the request in the answer. Raises InputRefused, ServerRefused.
    """
    for number, told in enumerate(read(body, "service_requests"), start=1):
        try:
            yield _arrived(number, told, now)
        except _Unfit as unfit:
            reading.rejected.append(Trouble(number, unfit.field, unfit.reason))


class _Unfit(Exception):
    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.reason = field, reason


def _arrived(number: int, told: Mapping[str, Any], now: datetime) -> Arrived:
    said = _required(told, "status")
    status = _status(said)
    received = _moment(told, "requested_datetime", now)
    updated = _moment(told, "updated_datetime", now) if told.get("updated_datetime") else None
    if status == Status.SELESAI and (updated or received) < received:
        raise _Unfit("updated_datetime", _("mendahului waktu diterima"))
    name = told.get("service_name") or ""
    return Arrived(
        line=number,
        key=_required(told, "service_request_id"),
        title=name[:120],
        text=told.get("description") or name or told.get("service_code") or "",
        category=name[:200],
        unit="",
        received_at=received,
        said=said,
        status=status,
        status_at=updated if status == Status.SELESAI else None,
        answer=told.get("status_notes") or "",
        lat=told.get("lat"),
        lon=told.get("long"),
        address=(told.get("address") or "")[:300],
        channel="open311",
    )


def _status(said: str) -> Status:
    try:
        return STATES.of(said)
    except ValueError as unknown:
        raise _Unfit("status", str(unknown)) from None


def _required(told: Mapping[str, Any], field: str) -> str:
    if not told.get(field):
        raise _Unfit(field, _("kosong"))
    return str(told[field])


def _moment(told: Mapping[str, Any], field: str, now: datetime) -> datetime:
    text = _required(told, field)
    try:
        return read_past_moment(text, None, now)
    except NaiveMoment:
        raise _Unfit(field, _("“%s” tidak menyebut zona") % text[:40]) from None
    except ValueError as unfit:
        raise _Unfit(field, str(unfit)) from None
