"""Every number Abdi measures, declared once in `metrics/`, one small file a topic."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from abdi.facts.kinds import all_kinds
from abdi.measurement import metrics
from abdi.measurement.minimum import MINIMUM_N
from abdi.platform.errors import InputRefused


class Aggregate(StrEnum):
    """How the facts become one number. Formulas: measurement/estimates.py."""

    COUNT = "count"  # facts
    CASES = "cases"  # distinct case keys
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    P90 = "p90"
    SHARE = "share"  # facts of value 1 among facts of value 0 or 1
    RATIO = "ratio"  # sum of the first kind over sum of the second
    IKM = "ikm"  # index of public satisfaction, one kind an element


class Direction(StrEnum):
    NAIK = "naik"  # more is better
    TURUN = "turun"  # less is better


class CatalogueDefect(RuntimeError):
    """A metric is declared twice, or over facts nobody records: a defect, never a user's mistake."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One entry of the catalogue.

    `scale` turns the unit of the facts into `unit` (seconds into days: 1/86400). `minimum_n` is the fewest
    facts with which the number may be shown about a person. `dasar` is what it rests on.
    """

    name: str
    label: str | Promise
    kinds: tuple[str, ...]
    aggregate: Aggregate
    unit: str
    direction: Direction
    dasar: str
    explanation: str | Promise
    scale: float = 1.0
    minimum_n: int = MINIMUM_N


def find_metric(name: str) -> Metric:
    """The metric of that name. Raises InputRefused, naming the nearest ones."""
    known = catalogue()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.4)
    hint = _("Maksudnya %s?") % ", ".join(near) if near else _("Lihat daftarnya: abdi measure --daftar.")
    raise InputRefused(_("Metrik '%s' tidak dikenal.") % name + " " + hint, field="metric")


@cache
def catalogue() -> Mapping[str, Metric]:
    """Name → metric, in the order of declaration; complete once every app is ready."""
    return collect(_declared(), {kind.code for kind in all_kinds()})


def collect(declared: Iterator[Metric], kinds: set[str]) -> dict[str, Metric]:
    """The metrics by name. Raises CatalogueDefect for a name told twice or a kind nobody records."""
    found: dict[str, Metric] = {}
    for metric in declared:
        if metric.name in found:
            raise CatalogueDefect(f"metric {metric.name} is declared twice")
        if unknown := set(metric.kinds) - kinds:
            raise CatalogueDefect(f"metric {metric.name} wants unknown kinds: {', '.join(sorted(unknown))}")
        found[metric.name] = metric
    return found


def _declared() -> Iterator[Metric]:
    for module in sorted(one.name for one in pkgutil.iter_modules(metrics.__path__)):
        yield from importlib.import_module(f"{metrics.__name__}.{module}").METRICS
