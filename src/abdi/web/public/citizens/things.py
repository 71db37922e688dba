"""What a citizen has done here, as his page lists it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Thing:
    label: str
    url: str
    at: datetime
    status: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str | Promise
    things: Sequence[Thing]
