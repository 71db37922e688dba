"""A fair comparison in words that a camat understands."""

from django.utils.translation import gettext as _

from abdi.measurement.fairness.comparing import Comparison, Standing
from abdi.measurement.fairness.scale import PERCENT, POINTS
from abdi.measurement.printing import columns, window_text
from abdi.platform.ui import formats

_UNITS = {PERCENT: "%", POINTS: "poin"}
_TWICE = 100.0  # percent more than expected


def comparison_text(found: Comparison) -> str:
    """The table, how many can be told apart, and what was assumed."""
    head = [_("Lingkup"), _("Dibanding yang diharapkan"), _("Rentang 95 %"), "n", _("Tanpa pembanding")]
    rows = [
        [one.scope.label, verdict(one), interval(one), formats.number(one.n), formats.number(one.alone)]
        for one in found.standings
    ]
    told = _("%(told)s dari %(all)s dapat dibedakan dari yang diharapkan.") % {
        "told": formats.number(found.told_apart),
        "all": formats.number(len(found.standings)),
    }
    title = f"{found.metric.label}, {window_text(found.window)}"
    return "\n".join([title, "", columns([head, *rows], right=(3, 4)), "", told, *assumptions()])


def verdict(one: Standing) -> str:
    """12 % di atas · 3,2 kali, for a time twice as long and more · tidak dapat dibedakan · what is missing."""
    if one.value is None:
        return _("terlalu sedikit untuk dibandingkan")
    if not one.differs:
        return _("tidak dapat dibedakan")
    if one.unit == PERCENT and one.value >= _TWICE:
        return _("%s kali") % formats.number(1 + one.value / 100, 1)
    amount = _amount(one, abs(one.value))
    return (_("%s di atas") if one.value > 0 else _("%s di bawah")) % amount


def interval(one: Standing) -> str:
    """−3,1–8,4 %; empty where nothing is told."""
    if one.low is None or one.high is None:
        return ""
    low, high = (formats.number(value, 1) for value in (one.low, one.high))
    return formats.with_unit(
        _("%(low)s sampai %(high)s") % {"low": low, "high": high}, _UNITS.get(one.unit, one.unit)
    )


def assumptions() -> list[str]:
    """What has to hold for the comparison to be fair; printed beside every one."""
    return [
        _("Yang diharapkan: siapa pun dengan layanan, kanal, dan kepadatan hari yang sama."),
        _(
            "Dianggap: perkara di dalam satu campuran terbagi tanpa memilih yang sulit, dan tidak saling memengaruhi."
        ),
        _("Yang dikerjakan satu orang saja tidak punya pembanding dan tidak ikut dihitung."),
        _("Angka ini menunjukkan di mana perlu bertanya, bukan penilaian; sebabnya dicari manusia."),
    ]


def _amount(one: Standing, value: float) -> str:
    return formats.with_unit(formats.number(value, 1), _UNITS.get(one.unit, one.unit))
