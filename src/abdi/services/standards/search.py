"""What a citizen means by what he types."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from abdi.organisation.models import Layanan
from abdi.services.standards.models import Standar
from abdi.services.standards.selectors import standar_of
from abdi.services.standards.words import Index

Texts = tuple[tuple[str, float], ...]

_NAME, _EVERYDAY, _PRODUCT, _UNIT = (
    1.0,
    0.95,
    0.8,
    0.4,
)  # of the unit it says least: there is one for everything


@dataclass(frozen=True, slots=True)
class Found:
    layanan: Layanan
    standar: Standar | None  # none: only its name is known so far
    score: float = 0.0


def offered(on: date) -> list[Found]:
    """Every complete service in force on a day with its standar, by unit and name. Two queries."""
    rows = Layanan.objects.on(on).filter(is_incomplete=False).select_related("unit")
    layanan = list(rows.order_by("unit__name", "name"))
    standar = standar_of(layanan, on)
    return [Found(one, standar.get(one.pk)) for one in layanan]


def find(text: str, on: date) -> list[Found]:
    """What fits, best first. Text without a word finds nothing."""
    known = {one.layanan.pk: one for one in offered(on)}
    index = _index(tuple((pk, _texts(one)) for pk, one in known.items()))
    return [Found(known[pk].layanan, known[pk].standar, score) for pk, score in index.rank(text)]


@lru_cache(maxsize=16)
def _index(things: tuple[tuple[int, Texts], ...]) -> Index[int]:
    """Built anew only when a word of a service changes."""
    return Index(things)


def _texts(one: Found) -> Texts:
    told = [(one.layanan.name, _NAME), (one.layanan.unit.name, _UNIT)]
    if one.standar:
        told += [(one.standar.everyday_words, _EVERYDAY), (one.standar.product, _PRODUCT)]
    return tuple(told)
