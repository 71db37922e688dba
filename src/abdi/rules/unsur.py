"""The unsur of the satisfaction survey, keyed by what they mean.

Their codes are no keys: U8 is the handling of complaints in the list of PermenPANRB 14/2017, and the premises in the
questionnaire of many applications.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from abdi.rules.parameters import catalogue


@dataclass(frozen=True, slots=True)
class Unsur:
    """`jawaban`: the words of the answers, from the least point of the scale to the most."""

    nama: str
    pertanyaan: str
    jawaban: tuple[str, ...]
    confidence: str

    def words(self) -> Iterator[str]:
        """Every text of it that a citizen reads."""
        yield from (self.nama, self.pertanyaan, *self.jawaban)


@dataclass(frozen=True, slots=True)
class Skala:
    """The points of an answer."""

    minimal: int
    maksimal: int

    def __str__(self) -> str:
        return f"{self.minimal}–{self.maksimal}"


def skala(pada: date) -> Skala:
    """As the law has it on a day."""
    return Skala(**catalogue()["skm/skala"].at(pada).value)


def kode(urutan: str) -> dict[str, str]:
    """Unsur → U1 … U9 in an order of `URUTAN`."""
    return {unsur: f"U{place}" for place, unsur in enumerate(URUTAN[urutan], start=1)}


def _latest(path: str) -> Any:
    return catalogue()[path].values[-1].value


# in the order of the regulation
UNSUR: Mapping[str, Unsur] = MappingProxyType(
    {key: Unsur(**told) for key, told in _latest("skm/unsur").items()}
)
URUTAN: Mapping[str, tuple[str, ...]] = _latest("skm/urutan_unsur")
