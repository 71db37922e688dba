"""What somebody filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.voice.surveys.enums import Channel


@dataclass(frozen=True, slots=True)
class Sheet:
    """`answers`: unsur → 1…4. `extra`: key of an own question → number of its option; `word`: to the officer."""

    answers: Mapping[str, int]
    extra: Mapping[str, int] = field(default_factory=dict)
    words: str = ""
    kind: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sheet filled in elsewhere. `key` names it in its source, so that entering it twice keeps it once."""

    key: str
    unit: Unit
    layanan: Layanan
    day: date
    sheet: Sheet
    channel: Channel = Channel.SURAT
    employee: Employee | None = None
    flags: tuple[str, ...] = ()
