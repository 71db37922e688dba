"""Measured values and the catalogue as plain text and as the reference page."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from abdi.measurement.catalogue import catalogue, find_metric
from abdi.measurement.explanation import Explanation
from abdi.measurement.metric import Metric
from abdi.measurement.types import Measured, Window
from abdi.measurement.wording import interval_text, value_text
from abdi.platform.ui import formats

_HEAD = """# Metrics

Everything Abdi measures, generated from `src/abdi/measurement/metrics/` by `abdi measure --daftar --markdown`.
The formulas and intervals are explained in [measurement](../explanation/measurement.md).
"""


def values_table(found: Sequence[Measured]) -> str:
    """One line a number: what, about whom, value, 95 % interval, n."""
    head = [_("Metrik"), _("Lingkup"), _("Jendela"), _("nilai").capitalize(), _("Rentang 95 %"), "n"]
    return columns([head, *(_value_row(one) for one in found)], right=(3, 4, 5))


def explanation_text(explained: Explanation) -> str:
    """The sentence of the formula, then the page of facts."""
    first, last = explained.offset + 1, explained.offset + len(explained.facts)
    rows = [
        [
            str(fact.id),
            formats.moment(fact.occurred_at),
            fact.kind,
            fact.case_key,
            formats.DASH if fact.value is None else formats.number(fact.value),
        ]
        for fact in explained.facts
    ]
    head = [_("Fakta"), _("Terjadi"), _("Jenis"), _("Perkara"), _("nilai").capitalize()]
    span = f"{formats.number(first)}{formats.DASH}{formats.number(last)}"
    count = _("Fakta %(span)s dari %(total)s:") % {"span": span, "total": formats.number(explained.total)}
    return "\n".join([explained.sentence, *([count, columns([head, *rows], right=(0, 4))] if rows else [])])


def catalogue_table() -> str:
    head = [_("Metrik"), _("Arti"), _("Satuan"), _("n minimum")]
    return columns([head, *(_metric_row(one) for one in catalogue().values())], right=(3,))


def catalogue_markdown() -> str:
    return "\n".join([_HEAD, *(_section(metric) for metric in catalogue().values())])


def _value_row(one: Measured) -> list[str]:
    label = str(find_metric(one.metric).label)
    return [label, one.scope.label, window_text(one.window), value_text(one), interval_text(one), str(one.n)]


def window_text(window: Window) -> str:
    if window.start and window.end:
        return formats.days(window.start, window.end)
    if window.start:
        return _("sejak %s") % formats.day(window.start, weekday=False)
    if window.end:
        return _("sampai %s") % formats.day(window.end, weekday=False)
    return _("semua")


def _metric_row(metric: Metric) -> list[str]:
    return [metric.name, str(metric.label), metric.unit, str(metric.minimum_n)]


def _section(metric: Metric) -> str:
    facts = ", ".join(f"`{kind}`" for kind in metric.kinds)
    return "\n".join(
        [
            f"## {metric.name}",
            "",
            f"**{metric.label}** ({metric.unit}). {metric.explanation}",
            "",
            f"- Aggregate: `{metric.aggregate}` · direction: `{metric.direction}` · minimum n: {metric.minimum_n}",
            f"- Facts: {facts}",
            f"- Dasar: {metric.dasar}",
            "",
        ]
    )


def columns(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Rows under each other; the columns in `right` are numbers and end together."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    numbers = set(right)
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at in numbers else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
