"""A row of a log as an event: what each mapped column must hold, and why a row is turned away."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from abdi.integrations.tables.columns import SHOWN, check_columns
from abdi.integrations.tables.moments import NaiveMoment, read_known_moment, read_past_moment, zone_needed
from abdi.platform.tables.rows import Row, Table

# part → the most characters the ledger and the organisation keep of it
TEXTS = {
    "case": 100,
    "activity": 200,
    "officer": 100,
    "unit": 50,
    "channel": 50,
    "lifecycle": 50,
    "instance": 100,
}
PARTS = ("case", "activity", "time", "officer", "unit", "channel", "deadline", "end", "lifecycle", "instance")
REQUIRED = ("case", "activity", "time")
# the keys of IEEE 1849's concept and time extensions, taken where nothing else is said
STANDARD = {"case": "case:concept:name", "activity": "concept:name", "time": "time:timestamp"}


@dataclass(frozen=True, slots=True)
class Event:
    """Moments are UTC; a text that is not mapped or left blank is empty."""

    case: str
    activity: str
    at: datetime
    officer: str = ""
    unit: str = ""
    channel: str = ""
    deadline: datetime | None = None
    end: datetime | None = None
    lifecycle: str = ""
    instance: str = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a row stays out, and where it stands; `column` is empty when the whole row is meant."""

    line: int
    column: str
    reason: str


class _Unfit(ValueError):
    def __init__(self, part: str, reason: str) -> None:
        super().__init__(reason)
        self.part, self.reason = part, reason


class EventReader:
    """Reads the rows of one table. `now` bounds the past; a moment without an offset is read in `zone`."""

    def __init__(self, mapping: Mapping[str, str], zone: ZoneInfo | None, now: datetime) -> None:
        self._mapping = STANDARD | dict(mapping)
        self._zone = zone
        self._now = now

    def read(self, table: Table) -> Iterator[Event | Rejection]:
        """Raises `InputRefused` for what concerns the whole file: a missing column, moments without a zone."""
        if table.columns is not None:
            check_columns(self._mapping, table.columns)
        missing, seen = set(self._mapping.values()), dict[str, None]()
        for row in table.rows:
            if missing:
                missing -= row.values.keys()
                seen |= dict.fromkeys(row.values) if len(seen) < SHOWN else {}
            yield self._event(row)
        if table.columns is None:
            check_columns(self._mapping, [*set(self._mapping.values()) - missing, *seen])

    def _event(self, row: Row) -> Event | Rejection:
        if row.problem:
            return Rejection(row.line, "", row.problem)
        try:
            return self._read(row)
        except NaiveMoment as moment:
            raise zone_needed(row.line, moment) from None
        except _Unfit as unfit:
            return Rejection(row.line, self._mapping[unfit.part], unfit.reason)

    def _read(self, row: Row) -> Event:
        return Event(
            case=self._text(row, "case"),
            activity=self._text(row, "activity"),
            at=self._time(row),
            officer=self._text(row, "officer"),
            unit=self._text(row, "unit"),
            channel=self._text(row, "channel"),
            deadline=self._moment(row, "deadline"),
            end=self._moment(row, "end"),
            lifecycle=self._text(row, "lifecycle"),
            instance=self._text(row, "instance"),
        )

    def _cell(self, row: Row, part: str) -> str:
        return row.values.get(self._mapping[part], "").strip() if part in self._mapping else ""

    def _text(self, row: Row, part: str) -> str:
        text = self._cell(row, part)
        if not text and part in REQUIRED:
            raise _Unfit(part, _("kosong"))
        if len(text) > TEXTS[part]:
            raise _Unfit(part, _("lebih dari %(most)d huruf") % {"most": TEXTS[part]})
        if not text.isprintable():
            raise _Unfit(part, _("memuat karakter yang tidak tercetak"))
        return text

    def _time(self, row: Row) -> datetime:
        text = self._cell(row, "time")
        if not text:
            raise _Unfit("time", _("kosong"))
        return self._fit("time", lambda: read_past_moment(text, self._zone, self._now))

    def _moment(self, row: Row, part: str) -> datetime | None:
        text = self._cell(row, part)
        if not text:
            return None
        return self._fit(part, lambda: read_known_moment(text, self._zone, whole_day=part == "deadline"))

    @staticmethod
    def _fit(part: str, read: Callable[[], datetime]) -> datetime:
        try:
            return read()
        except NaiveMoment:
            raise
        except ValueError as unfit:
            raise _Unfit(part, str(unfit)) from None
