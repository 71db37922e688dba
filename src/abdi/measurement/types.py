"""What measurement is asked, and what it answers."""

import calendar
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

PER = ("petugas", "unit", "layanan", "kanal", "bulan")


@dataclass(frozen=True, slots=True)
class Window:
    """Local days of the instansi, both included; None leaves that side open."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise InputRefused(
                _("Jendela waktu terbalik: mulai %(start)s sesudah berakhir %(end)s; tukar kedua tanggalnya.")
                % {"start": self.start.isoformat(), "end": self.end.isoformat()},
                field="window",
            )

    @classmethod
    def month(cls, day: date) -> Self:
        """The whole calendar month of `day`."""
        return cls(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))

    def meet(self, other: "Window") -> "Window":
        """The days both windows contain. Raises InputRefused when there are none."""
        starts = [one.start for one in (self, other) if one.start]
        ends = [one.end for one in (self, other) if one.end]
        return Window(max(starts, default=None), min(ends, default=None))

    def covers(self, other: "Window") -> bool:
        """Whether every day of the other window is in this one."""
        return (self.start is None or (other.start is not None and other.start >= self.start)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )

    def moments(self, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
        """From the first moment of the first day until (without) the first moment after the last, in UTC."""
        after = self.end + timedelta(days=1) if self.end else None
        return _midnight(self.start, zone), _midnight(after, zone)

    def as_dict(self) -> dict[str, str | None]:
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
        }


ALWAYS = Window()


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom or what a number is about. `key` is the row's id as text, the channel, or a month `2026-01`."""

    kind: str = "instansi"
    key: str = ""
    label: str = field(default="", compare=False)

    @property
    def is_person(self) -> bool:
        return self.kind == "petugas"

    def as_dict(self) -> dict[str, str]:
        return {"kind": self.kind, "key": self.key, "label": self.label}


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with everything needed to doubt it.

    `value`, `low` and `high` are in `unit`; the interval is at 95 % and None where there is none: a count
    of what happened has no sampling error, and few facts may bound a percentile on one side only.
    `digest` names the facts behind it (measurement/expressions.py); `enough` is n ≥ the metric's minimum.
    """

    metric: str
    scope: Scope
    value: float | None
    unit: str
    n: int
    low: float | None
    high: float | None
    window: Window
    engine: str
    rule_version: str
    digest: str
    enough: bool

    def as_dict(self) -> dict[str, Any]:
        return {
            "metric": self.metric,
            "scope": self.scope.as_dict(),
            "value": self.value,
            "unit": self.unit,
            "n": self.n,
            "low": self.low,
            "high": self.high,
            "window": self.window.as_dict(),
            "engine": self.engine,
            "rule_version": self.rule_version,
            "digest": self.digest,
            "enough": self.enough,
        }


def _midnight(day: date | None, zone: ZoneInfo) -> datetime | None:
    return datetime.combine(day, time.min, zone).astimezone(UTC) if day else None
