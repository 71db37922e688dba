"""What goes into a complaint, and what its clocks say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO, Required, TypedDict

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.voice.complaints.models import Category


@dataclass(frozen=True, slots=True)
class Place:
    """WGS84 degrees, or words, or both."""

    lat: float | None = None
    lon: float | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reports; everything may be empty. `contact` is an e-mail address or a telephone number."""

    name: str = ""
    address: str = ""
    contact: str = ""
    nik: str = ""


class Report(TypedDict, total=False):
    """The keywords of `file_complaint`. `photos` are seekable; `received_at` may lie in the past for letters, imports
    and other systems; `submission` is the sender's own id of this sending, `sender` his network address."""

    kind: Required[str]
    text: Required[str]
    channel: Required[str]
    title: str
    category: Category | None
    layanan: Layanan | None
    unit: Unit | None
    place: Place | None
    is_at_home: bool
    happened_on: date | None
    requested_solution: str
    photos: Sequence[BinaryIO]
    identity: Reporter | None
    is_anonymous: bool
    is_secret: bool
    about: Employee | None
    about_words: str
    attrs: Mapping[str, Any] | None
    source: str
    source_key: str
    submission: str
    received_at: datetime | None
    sender: str


@dataclass(frozen=True, slots=True)
class Clocks:
    """Both clocks at one moment.

    `felt` runs by the calendar from the first receipt and never stops before the answer. `agency_days` are the days
    (working days, as SP4N counts) used of `agency_length` since verification; None before it.
    """

    felt: timedelta
    agency_days: int | None
    agency_length: int | None
    due: date | None
    is_paused: bool
    pause_left: int  # working days that may still be waited
    ended_at: datetime | None  # when it was answered, or closed without an answer


@dataclass(frozen=True, slots=True)
class OmbudsmanRoad:
    """What UU 37/2008 Ps 24 asks of whoever goes on to the Ombudsman."""

    has_complained: bool  # to the agency itself, and its time is over or its answer did not help
    until: date | None  # the event must not be older
    is_open: bool
