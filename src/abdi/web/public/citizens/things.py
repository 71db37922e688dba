"""What a citizen has done here, as his page lists it. A room above joins in its urls: `SECTIONS.append(…)`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from abdi.platform.citizens.models import Citizen


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


SECTIONS: list[Callable[[Citizen], Section]] = []


def sections_of(citizen: Citizen) -> list[Section]:
    """Those with something in them."""
    return [section for of in SECTIONS if (section := of(citizen)).things]
