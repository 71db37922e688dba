"""A measured number in words: how it was computed, and how sure it is."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.measurement.catalogue import find_metric
from abdi.measurement.metric import Aggregate, Metric
from abdi.measurement.types import Measured
from abdi.platform.ui import formats

_DIGITS = {"persen": 1, "indeks": 2}
_COUNTS = {Aggregate.COUNT, Aggregate.CASES}


def unit_word(metric: Metric) -> str:
    """The unit as people write it beside a target: %, hari, menit."""
    return "%" if metric.unit == "persen" else metric.unit


def value_text(measured: Measured) -> str:
    """5,4 hari · 89,8 % · 77,50 · an en dash when nothing was measured."""
    return with_unit(measured, measured.value)


def interval_text(measured: Measured) -> str:
    """86,5–92,4 · ≥ 3,1 where few facts bound one side only · empty without an interval."""
    low, high = measured.low, measured.high
    if low is not None and high is not None:
        return f"{_number(measured, low)}{formats.DASH}{_number(measured, high)}"
    if low is not None:
        return f"≥{formats.NBSP}{_number(measured, low)}"
    if high is not None:
        return f"≤{formats.NBSP}{_number(measured, high)}"
    return ""


def sentence(measured: Measured) -> str:
    """The formula with its numbers: "Selesai tepat waktu = 370 ÷ 412 = 89,8 %, rentang Wilson 95 % …"."""
    metric = find_metric(measured.metric)
    if measured.value is None and measured.n:
        few = {"label": metric.label, "n": _n(measured), "least": formats.number(metric.minimum_n)}
        return _("%(label)s: baru %(n)s fakta; angka tentang seseorang ditampilkan mulai %(least)s.") % few
    if measured.value is None:
        return _("%(label)s: belum ada fakta di jendela waktu ini.") % {"label": metric.label}
    formula = _FORMULAS[metric.aggregate](measured)
    return f"{metric.label} = {formula}{_certainty(metric, measured)}."


def with_unit(measured: Measured, amount: float | None) -> str:
    if amount is None:
        return formats.DASH
    unit = {"persen": "%", "indeks": ""}.get(measured.unit, measured.unit)
    return formats.with_unit(_number(measured, amount), unit)


def _number(measured: Measured, amount: float) -> str:
    return formats.number(amount, digits(measured, amount))


def digits(measured: Measured, amount: float) -> int:
    """Decimals a reader can use: three significant figures, fewer for large numbers."""
    if measured.unit in _DIGITS:
        return _DIGITS[measured.unit]
    if find_metric(measured.metric).aggregate in _COUNTS:
        return 0
    size = abs(amount)
    return 3 if size < 1 else 2 if size < 10 else 1


def _certainty(metric: Metric, measured: Measured) -> str:
    text = interval_text(measured)
    if not text:
        return ""
    name = _INTERVALS.get(metric.aggregate, "t")
    return ", " + _("rentang %(name)s 95 %% %(interval)s") % {"name": name, "interval": text}


def _n(measured: Measured) -> str:
    return formats.number(measured.n)


def _counted(measured: Measured) -> str:
    return value_text(measured)


def _summed(measured: Measured) -> str:
    return _("jumlah %(n)s fakta = %(value)s") % {"n": _n(measured), "value": value_text(measured)}


def _averaged(measured: Measured) -> str:
    total = with_unit(measured, (measured.value or 0) * measured.n)
    return f"{total} ÷ {_n(measured)} = {value_text(measured)}"


def _halved(measured: Measured) -> str:
    return _("nilai tengah dari %(n)s fakta yang diurutkan = %(value)s") % {
        "n": _n(measured),
        "value": value_text(measured),
    }


def _ninetieth(measured: Measured) -> str:
    return _("90 %% dari %(n)s fakta yang diurutkan tidak lebih dari %(value)s") % {
        "n": _n(measured),
        "value": value_text(measured),
    }


def _shared(measured: Measured) -> str:
    met = round((measured.value or 0) / find_metric(measured.metric).scale * measured.n)
    return f"{formats.number(met)} ÷ {_n(measured)} = {value_text(measured)}"


def _divided(measured: Measured) -> str:
    above, below = find_metric(measured.metric).kinds
    return _("jumlah %(above)s ÷ jumlah %(below)s = %(value)s") % {
        "above": above,
        "below": below,
        "value": value_text(measured),
    }


def _indexed(measured: Measured) -> str:
    return _("rata-rata nilai unsur dari %(n)s responden, dikonversi menurut %(rule)s = %(value)s") % {
        "n": _n(measured),
        "rule": measured.rule_version,
        "value": value_text(measured),
    }


_INTERVALS = {
    Aggregate.SHARE: "Wilson",
    Aggregate.MEDIAN: gettext_lazy("urutan"),
    Aggregate.P90: gettext_lazy("urutan"),
}
_FORMULAS: dict[Aggregate, Callable[[Measured], str]] = {
    Aggregate.COUNT: _counted,
    Aggregate.CASES: _counted,
    Aggregate.SUM: _summed,
    Aggregate.MEAN: _averaged,
    Aggregate.MEDIAN: _halved,
    Aggregate.P90: _ninetieth,
    Aggregate.SHARE: _shared,
    Aggregate.RATIO: _divided,
    Aggregate.IKM: _indexed,
}
