"""The kit in templates: every component is one tag with an explicit signature.

Loaded everywhere as a builtin. The live page is /komponen/; how to use it: docs of each tag below.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.core.paginator import Page
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from abdi.platform.ui import charts, formats
from abdi.platform.ui.help import help_of

register = template.Library()

Context = dict[str, Any]

TONES = {"ok": "centang", "warn": "awas", "bad": "awas", "here": "info", "": "kira"}


# numbers, days and times -------------------------------------------------------------------------


@register.filter
def number(value: formats.Number | None, digits: int | None = None) -> str:
    """{{ 1234.5|number:1 }} → 1.234,5; an absent number is an en dash."""
    return formats.DASH if value is None or value == "" else formats.number(value, digits)


@register.filter
def percent(value: formats.Number | None, digits: int | None = None) -> str:
    """{{ 92.4|percent:1 }} → 92,4 %."""
    return formats.DASH if value is None or value == "" else formats.percent(value, digits)


@register.filter
def share(value: float | None) -> str:
    """{{ 0.924|share }} → 92 %: a part of one."""
    return percent(None if value is None else value * 100, 0)


@register.simple_tag
def quantity(value: formats.Number | None, unit: str = "", digits: int | None = None) -> str:
    """{% quantity 12.5 "menit" 1 %} → 12,5 menit."""
    return formats.DASH if value is None else formats.with_unit(formats.number(value, digits), unit)


@register.simple_tag
def interval(low: formats.Number, high: formats.Number, digits: int | None = None, unit: str = "") -> str:
    """{% interval 8 14 unit="menit" %} → 8–14 menit."""
    return formats.interval(low, high, digits, unit)


@register.filter
def day(value: date) -> str:
    """Senin, 23 November 2026."""
    return formats.day(value)


@register.filter
def day_short(value: date) -> str:
    """23 November 2026."""
    return formats.day(value, weekday=False)


@register.filter
def clock(value: datetime) -> str:
    """09.44 WIB."""
    return formats.clock(value)


@register.filter
def moment(value: datetime) -> str:
    """23 November 2026 09.44 WIB."""
    return formats.moment(value)


@register.filter
def duration(value: timedelta | formats.Number) -> str:
    """1 jam 30 menit; numbers are seconds."""
    return formats.duration(value)


@register.simple_tag
def days(start: date, end: date) -> str:
    """1 Oktober–31 Desember 2026."""
    return formats.days(start, end)


@register.filter
def split(words: str) -> list[str]:
    """A list of words written in the template."""
    return words.split()


# small things ------------------------------------------------------------------------------------


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the 24 symbols; always beside a word."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("abdi/icons.svg"), name
    )


@register.inclusion_tag("components/help.html", name="help")
def help_term(code: str) -> Context:
    """{% help "rhk" %} → what the word means, folded away. Words: platform/ui/help.toml."""
    found = help_of(code)
    return {"term": found.term, "meaning": found.meaning, "article": found.article}


@register.inclusion_tag("components/badge.html")
def badge(tone: str, text: str, icon: str = "") -> Context:
    """`tone`: ok, warn, bad, here or "" (neutral)."""
    return {"tone": tone, "text": text, "icon": icon or TONES[tone]}


@register.inclusion_tag("components/badge.html")
def verdict(low: float | None, high: float | None, target: float, direction: charts.Direction) -> Context:
    """The badge of a measured value: coloured only when its whole interval clears the target."""
    words = {
        "ok": ("ok", _("Target tercapai")),
        "warn": ("warn", _("Target belum tercapai")),
        "unsure": ("", _("Belum pasti")),
    }
    tone, text = words[charts.verdict(low, high, target, direction)]
    return {"tone": tone, "text": text, "icon": TONES[tone]}


@register.inclusion_tag("components/stat.html")
def stat(
    label: str,
    value: formats.Number | None,
    *,
    unit: str = "",
    digits: int | None = None,
    low: formats.Number | None = None,
    high: formats.Number | None = None,
    n: int | None = None,
    note: str = "",
    big: bool = False,
    minimum_n: int | None = None,
) -> Context:
    """A large number with its interval and n in small print; `value` None says that data is too scarce."""
    return {
        "label": label,
        "value": None if value is None else formats.number(value, digits),
        "unit": unit,
        "interval": "" if low is None or high is None else formats.interval(low, high, digits),
        "n": n,
        "note": note,
        "big": big,
        "minimum_n": minimum_n,
    }


@register.inclusion_tag("components/deadline.html")
def deadline(used: float, total: float, unit: str) -> Context:
    """How much of an allowed time is gone: the word says it, the bar repeats it."""
    left = total - used
    state = "late" if left < 0 else "soon" if used >= total * 0.8 else ""
    return {
        "state": state,
        "tone": {"late": "bad", "soon": "warn", "": ""}[state],
        "used": coordinate_text(min(used, total)),
        "total": coordinate_text(total),
        "left": formats.with_unit(formats.number(round(abs(left), 1)), unit),
        "spoken": f"{formats.number(used)} / {formats.with_unit(formats.number(total), unit)}",
    }


def coordinate_text(value: float) -> str:
    """For attributes a browser reads as numbers."""
    return charts.coordinate(value)


# charts ------------------------------------------------------------------------------------------


@register.inclusion_tag("components/range.html")
def range_row(
    value: float | None,
    low: float | None,
    high: float | None,
    *,
    target: float | None = None,
    unit: str = "",
    digits: int | None = None,
    domain: tuple[float, float] | None = None,
) -> Context:
    """Interval row; nothing to draw when there is no value."""
    row = None if value is None else charts.range_row(value, low, high, target, domain)
    return {
        "row": row,
        "value": value,
        "low": low,
        "high": high,
        "target": target,
        "unit": unit,
        "digits": digits,
    }


@register.inclusion_tag("components/spark.html")
def spark(values: Sequence[float], label: str, target: float | None = None) -> Context:
    """A trend without axes; `label` says in words what it shows."""
    return {"spark": charts.spark(values, target), "label": label}


@register.inclusion_tag("components/line_chart.html")
def line_chart(
    chart: charts.LineChart | None,
    *,
    key: str,
    title: str,
    description: str,
    value_label: str,
    period_label: str = "",
    digits: int = 1,
) -> Context:
    """Draws what charts.line_chart() computed, with the table behind it. `key` is unique in the page."""
    return {
        "chart": chart,
        "key": key,
        "title": title,
        "description": description,
        "value_label": value_label,
        "period_label": period_label or _("Bulan"),
        "digits": digits,
    }


@register.inclusion_tag("components/before_after.html")
def before_after(
    chart: charts.BeforeAfter | None,
    *,
    key: str,
    title: str,
    description: str,
    change: str,
    value_label: str,
    period_label: str = "",
    digits: int = 1,
) -> Context:
    """Draws what charts.before_after() computed; `change` names what happened in between."""
    return {
        "chart": chart,
        "key": key,
        "title": title,
        "description": description,
        "change": change,
        "value_label": value_label,
        "period_label": period_label or _("Minggu"),
        "digits": digits,
    }


@register.inclusion_tag("components/matrix.html")
def matrix(
    table: Mapping[str, Mapping[str, str]],
    rows: Sequence[tuple[str, str]],
    hasil: str = "",
    perilaku: str = "",
) -> Context:
    """Kuadran kinerja: `table[hasil][perilaku]` → words, `rows` = (code, words), best first; one cell is marked."""
    columns = rows[::-1]
    lines = [
        {
            "label": label,
            "cells": [
                {"text": table[code][column], "here": (code, column) == (hasil, perilaku)}
                for column, _label in columns
            ],
        }
        for code, label in rows
    ]
    return {"columns": [label for _code, label in columns], "lines": lines}


# blocks ------------------------------------------------------------------------------------------


@register.inclusion_tag("components/lineage.html")
def lineage(rows: Sequence[tuple[str, ...]], summary: str = "") -> Context:
    """Why this number: rows of (term, words) or (term, words, address)."""
    parts = [{"term": row[0], "text": row[1], "href": "".join(row[2:])} for row in rows]
    return {"rows": parts, "summary": summary or _("Kenapa angkanya begini?")}


@register.inclusion_tag("components/empty.html")
def empty(icon: str, title: str, text: str, href: str = "", action: str = "") -> Context:
    """What will stand here, and the one next act."""
    return {"icon": icon, "title": title, "text": text, "href": href, "action": action}


@register.inclusion_tag("components/notice.html")
def notice(tone: str, title: str, text: str = "", icon: str = "") -> Context:
    """A sentence that stays in the page; `tone` as for badge."""
    return {"tone": tone or "here", "title": title, "text": text, "icon": icon or TONES[tone or "here"]}


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*steps: str) -> Context:
    """{% breadcrumbs "Tim saya" team_url "Rina Misal" %}: pairs of words and address, then this page."""
    links = list(zip(steps[0:-1:2], steps[1::2], strict=True))
    return {"links": links, "here": steps[-1]}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any]) -> Context:
    """Under a table that goes on; the other query parameters stay."""
    return {"page": page, "request": context["request"]}
