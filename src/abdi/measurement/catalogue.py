"""Every number Abdi measures, declared once in `metrics/`, one small file a topic."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from django.utils.translation import gettext as _

from abdi.facts.kinds import all_kinds
from abdi.measurement import metrics
from abdi.measurement.metric import Metric
from abdi.platform.errors import InputRefused


class CatalogueDefect(RuntimeError):
    """A metric is declared twice, or over facts nobody records: a defect, never a user's mistake."""


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
