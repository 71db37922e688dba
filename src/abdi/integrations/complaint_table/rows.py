"""One row as a complaint that happened elsewhere; every cell that cannot be right is named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NoReturn
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from abdi.integrations.complaint_table.states import States
from abdi.integrations.tables.columns import check_columns
from abdi.integrations.tables.moments import NaiveMoment, read_past_moment, zone_needed
from abdi.platform.tables.rows import Row, Table
from abdi.platform.texts import is_storable
from abdi.voice.complaints.enums import ENDED, Status
from abdi.voice.complaints.policies import LONGEST_SHORT, LONGEST_TEXT

REQUIRED = ("id", "received", "status")
PARTS = (
    *REQUIRED, "title", "text", "category", "unit", "closed", "updated", "answer", "lat", "lon", "address", "channel",
)  # fmt: skip
LONGEST = {"id": 100, "status": 40, "title": 120, "text": LONGEST_TEXT, "category": 200, "unit": 50,
           "answer": LONGEST_TEXT, "address": LONGEST_SHORT, "channel": 50}  # fmt: skip
DONE = (Status.DIJAWAB, *ENDED)


@dataclass(frozen=True, slots=True)
class Arrived:
    """`said` is the state in the words of the source; `status_at`, when it came to it, may be unknown."""

    line: int
    key: str
    title: str
    text: str
    category: str
    unit: str
    received_at: datetime
    said: str
    status: Status
    status_at: datetime | None
    answer: str
    lat: float | None
    lon: float | None
    address: str
    channel: str


@dataclass(frozen=True, slots=True)
class Trouble:
    line: int
    column: str
    reason: str


@dataclass
class Reading:
    """`rejected` rows stay out; `doubted` ones come in with what the reason says."""

    rejected: list[Trouble] = field(default_factory=list)
    doubted: list[Trouble] = field(default_factory=list)


class Unfit(Exception):
    """A part that cannot be right, and why."""

    def __init__(self, part: str, reason: str) -> None:
        super().__init__(reason)
        self.part, self.reason = part, reason


def read_text(part: str, text: str) -> str:
    """Raises Unfit for what is longer than a complaint takes, or holds what no database keeps."""
    if len(text) > LONGEST[part]:
        raise Unfit(part, _("lebih dari %d huruf") % LONGEST[part])
    if not is_storable(text):
        raise Unfit(part, _("memuat huruf yang tidak dapat disimpan"))
    return text


def read_place(lat: float | None, lon: float | None) -> tuple[float | None, float | None]:
    """Both or neither, in WGS84 degrees. Raises Unfit."""
    for part, degrees, most in (("lat", lat, 90), ("lon", lon, 180)):
        if degrees is not None and not -most <= degrees <= most:
            raise Unfit(part, _("“%s” bukan derajat") % degrees)
    if (lat is None) != (lon is None):
        raise Unfit("lat" if lat is None else "lon", _("kosong, padahal pasangannya diisi"))
    return lat, lon


class Reader:
    """`mapping`: part → column; a column that is called like its part need not be named."""

    def __init__(
        self, mapping: Mapping[str, str], states: States, zone: ZoneInfo | None, now: datetime
    ) -> None:
        self._mapping = dict(mapping)
        self._states, self._zone, self._now = states, zone, now
        self.reading = Reading()

    def read(self, table: Table) -> Iterator[Arrived]:
        """Raises InputRefused where a column is missing, or moments name no zone and none was given."""
        columns = table.columns or ()
        self._mapping = {part: part for part in PARTS if part in columns} | self._mapping
        check_columns({part: self._mapping.get(part, part) for part in REQUIRED} | self._mapping, columns)
        lines: dict[str, int] = {}
        for row in table.rows:
            try:
                arrived = self._arrived(row)
                first = lines.setdefault(arrived.key, row.line)
                if first != row.line:
                    self._refuse("id", _("“%s” sudah dipakai baris %d") % (arrived.key, first))
                yield arrived
            except Unfit as unfit:
                self.reading.rejected.append(self._trouble(row, unfit.part, unfit.reason))

    def _arrived(self, row: Row) -> Arrived:
        if row.problem:
            self._refuse("", row.problem)
        said, received = self._text(row, "status", required=True), self._moment(row, "received")
        status = self._status(said)
        title, text = self._text(row, "title"), self._text(row, "text")
        category = self._text(row, "category")
        lat, lon = read_place(self._degrees(row, "lat"), self._degrees(row, "lon"))
        return Arrived(
            line=row.line,
            key=self._text(row, "id", required=True),
            title=title or category,
            text=text or title or category or self._refuse("text", _("kosong")),
            category=category,
            unit=self._text(row, "unit"),
            received_at=received or self._refuse("received", _("kosong")),
            said=said,
            status=status,
            status_at=self._status_at(row, status, received),
            answer=self._text(row, "answer"),
            lat=lat,
            lon=lon,
            address=self._text(row, "address"),
            channel=self._text(row, "channel"),
        )

    def _status(self, said: str) -> Status:
        try:
            return self._states.of(said)
        except ValueError as unknown:
            self._refuse("status", str(unknown))

    def _status_at(self, row: Row, status: Status, received: datetime | None) -> datetime | None:
        """When it came to its state. For one that has ended that is its end: there must be one, and after its start.

        Elsewhere a change before the start is somebody's clock and no reason to lose the complaint.
        """
        closed, updated = self._moment(row, "closed"), self._moment(row, "updated")
        if status not in DONE:
            return updated if updated and received and updated >= received else None
        if closed is None and updated is None:
            self._refuse("closed", _("kosong, padahal statusnya selesai"))
        at = closed or updated
        if at and received and at < received:
            self._refuse("closed" if closed else "updated", _("mendahului waktu diterima"))
        if closed is None:
            reason = _("kosong; dipakai waktu perubahan terakhir")
            self.reading.doubted.append(self._trouble(row, "closed", reason))
        return at

    def _moment(self, row: Row, part: str) -> datetime | None:
        text = self._cell(row, part)
        try:
            return read_past_moment(text, self._zone, self._now) if text else None
        except NaiveMoment as moment:
            raise zone_needed(row.line, moment) from None
        except ValueError as unfit:
            self._refuse(part, str(unfit))

    def _degrees(self, row: Row, part: str) -> float | None:
        text = self._cell(row, part).replace(",", ".")
        try:
            return float(text) if text else None
        except ValueError:
            self._refuse(part, _("“%s” bukan derajat") % text[:20])

    def _text(self, row: Row, part: str, *, required: bool = False) -> str:
        text = self._cell(row, part)
        if required and not text:
            self._refuse(part, _("kosong"))
        return read_text(part, text)

    def _cell(self, row: Row, part: str) -> str:
        return row.values.get(self._mapping.get(part, ""), "").strip()

    def _refuse(self, part: str, reason: str) -> NoReturn:
        raise Unfit(part, reason)

    def _trouble(self, row: Row, part: str, reason: str) -> Trouble:
        return Trouble(row.line, self._mapping.get(part, part), reason)
