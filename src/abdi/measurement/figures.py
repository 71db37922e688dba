"""Figures of other systems, declared in `figures.toml`: what they are called, and what each one divides."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from django.utils.translation import gettext as _

from abdi.facts.kinds import FactKind
from abdi.measurement.metric import Aggregate, Direction, Metric
from abdi.measurement.minimum import MINIMUM_COUNT
from abdi.platform.errors import InputRefused

_UNITS = {100: "persen", 1_000: "per mil"}
_DECLARED = Path(__file__).with_name("figures.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """`parts`: what its facts are, by the last word of their kind: numerator and denominator, or value alone."""

    name: str
    label: str
    source: str
    direction: Direction
    unit: str
    per: int
    parts: Mapping[str, str]

    @property
    def is_share(self) -> bool:
        return "denominator" in self.parts

    def kind(self, part: str) -> str:
        return f"figure.{self.name}.{part}"

    def kinds(self) -> list[FactKind]:
        unit = "orang atau hal" if self.is_share else self.unit
        return [
            FactKind(self.kind(part), f"{self.label}: {meaning}", unit, f"Per bulan, dari {self.source}.")
            for part, meaning in self.parts.items()
        ]

    def metric(self) -> Metric:
        return Metric(
            name=f"figure.{self.name}.{'ratio' if self.is_share else 'sum'}",
            label=self.label,
            kinds=tuple(self.kind(part) for part in self.parts),
            aggregate=Aggregate.RATIO if self.is_share else Aggregate.SUM,
            unit=self.unit,
            scale=float(self.per),
            direction=self.direction,
            minimum_n=MINIMUM_COUNT,  # each fact is a month's count of many, not one observation
            dasar=f"Data {self.source}, dimasukkan per bulan dengan sumbernya",
            explanation=self._explanation(),
        )

    def _explanation(self) -> str:
        if not self.is_share:
            return f"Jumlah {self.parts['value']}."
        return f"Jumlah {self.parts['numerator']} dibagi jumlah {self.parts['denominator']}, atas semua bulannya."


def find_figure(name: str) -> Figure:
    """Raises InputRefused, naming the nearest ones."""
    if name in FIGURES:
        return FIGURES[name]
    near = ", ".join(get_close_matches(name, FIGURES, n=3, cutoff=0.4) or sorted(FIGURES))
    raise InputRefused(
        _("ukuran “%(name)s” tidak dikenal; mungkin %(near)s") % {"name": name, "near": near}, field="ukuran"
    )


def _read(text: str) -> dict[str, Figure]:
    return {name: _figure(name, entry) for name, entry in tomllib.loads(text).items()}


def _figure(name: str, entry: Mapping[str, str | int]) -> Figure:
    parts = {part: str(entry[part]) for part in ("numerator", "denominator", "value") if part in entry}
    per = int(entry.get("per", 1 if "value" in parts else 100))
    return Figure(
        name=name,
        label=str(entry["label"]),
        source=str(entry["source"]),
        direction=Direction(str(entry["direction"])),
        unit=str(entry.get("unit") or _UNITS[per]),
        per=per,
        parts=parts,
    )


FIGURES: Mapping[str, Figure] = _read(_DECLARED.read_text(encoding="utf-8"))
