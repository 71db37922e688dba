"""Scales, ticks and paths of the kit's charts: numbers in, SVG coordinates out.

Nothing here knows Django or a language. Templates put these coordinates into elements that carry classes
only, so that one drawing serves the screen, the dark screen and paper. Coordinates are text with a point
as decimal separator, whatever the reader's language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, log10
from typing import Literal

Direction = Literal["naik", "turun"]
Verdict = Literal["ok", "warn", "unsure"]

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to coordinates."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Point:
    """One measured value. `value` is None where there is too little data to show a number."""

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    at: str
    value: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot or a label at a place."""

    x: str
    y: str
    label: str = ""
    value: float | None = None


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One interval: thick line = interval, dot = value, upright tick = target."""

    dot: str
    interval: tuple[str, str] | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Spark:
    line: str
    end: Mark
    target: str | None


@dataclass(frozen=True, slots=True)
class LineChart:
    """A line with its band, on a field of 360 × 194 units."""

    ticks: tuple[Tick, ...]
    bands: tuple[str, ...]
    lines: tuple[str, ...]
    dots: tuple[Mark, ...]
    labels: tuple[Mark, ...]
    target: Mark | None
    last: Mark | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One side of a before/after chart."""

    dots: tuple[Mark, ...]
    band: str | None
    mean: Mark
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    ticks: tuple[Tick, ...]
    before: Group
    after: Group
    target: Mark | None


def coordinate(value: float) -> str:
    """One decimal, no trailing zero: 87 · 87.5."""
    return f"{value:.1f}".removesuffix(".0")


def nice_ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers that enclose low…high, roughly `about` of them."""
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** floor(log10(span / about))
    step = next(s * power for s in STEPS if span / (s * power) <= about)
    first, last = floor(low / step), ceil(high / step)
    return [round(index * step, 10) for index in range(first, last + (first == last) + 1)]


def verdict(low: float | None, high: float | None, target: float, direction: Direction) -> Verdict:
    """A result is judged only when its whole interval clears the target; touching it counts as reached."""
    if low is None or high is None:
        return "unsure"
    if direction == "turun":
        low, high, target = -high, -low, -target
    if low >= target:
        return "ok"
    return "warn" if high < target else "unsure"


def range_row(
    value: float,
    low: float | None,
    high: float | None,
    target: float | None = None,
    domain: tuple[float, float] | None = None,
) -> RangeRow:
    """`domain` makes several rows comparable; without it the row fills its own width. 144 units wide."""
    x = Scale(*(domain or _padded(_known(value, low, high, target))), 6, 138)
    ends = None if low is None or high is None else (_clipped(x, low), _clipped(x, high))
    return RangeRow(_clipped(x, value), ends, None if target is None else _clipped(x, target))


def spark(values: Sequence[float], target: float | None = None) -> Spark | None:
    """A trend without axes, 88 × 26 units; None below two values."""
    if len(values) == 1 or not values:
        return None
    low, high = min(_known(*values, target)), max(_known(*values, target))
    y = Scale(low, high if high > low else low + 1, 22, 4)
    x = Scale(0, len(values) - 1, 4, 84)
    places = [(x(i), y(value)) for i, value in enumerate(values)]
    end = Mark(coordinate(places[-1][0]), coordinate(places[-1][1]), value=values[-1])
    return Spark(_path(places), end, None if target is None else coordinate(y(target)))


def line_chart(
    points: Sequence[Point], *, target: float | None = None, target_label: str = ""
) -> LineChart | None:
    """None when no point has a value. A gap in the values is a gap in the line."""
    known = _known(*(v for p in points for v in (p.value, p.low, p.high)), target)
    if not any(p.value is not None for p in points):
        return None
    ticks = nice_ticks(min(known), max(known))
    y = Scale(ticks[0], ticks[-1], 164, 14)
    x = Scale(0, max(len(points) - 1, 1), 30, 329.2)
    runs = list(_runs(points))
    dots = tuple(
        Mark(coordinate(x(i)), coordinate(y(p.value)), p.label, p.value)
        for i, p in enumerate(points)
        if p.value is not None
    )
    last = dots[-1]
    return LineChart(
        ticks=tuple(Tick(coordinate(y(tick)), tick) for tick in ticks),
        bands=tuple(filter(None, (_band(run, x, y) for run in runs))),
        lines=tuple(_path([(x(i), y(p.value)) for i, p in run if p.value is not None]) for run in runs),
        dots=dots,
        labels=tuple(Mark(coordinate(x(i)), "186", points[i].label) for i in _every_other(len(points))),
        target=None if target is None else Mark("30", coordinate(y(target)), target_label, target),
        last=Mark(coordinate(float(last.x) + 7), coordinate(float(last.y) + 14), value=last.value),
        points=tuple(points),
    )


def before_after(
    before: Sequence[Point],
    after: Sequence[Point],
    *,
    mean_before: Point,
    mean_after: Point,
    target: float | None = None,
    target_label: str = "",
) -> BeforeAfter | None:
    """Open dots before a change, full dots after it; the band is the interval of each side's mean."""
    sides = (*before, *after, mean_before, mean_after)
    if not before or not after or mean_before.value is None or mean_after.value is None:
        return None
    known = _known(*(v for p in sides for v in (p.value, p.low, p.high)), target)
    ticks = nice_ticks(min(0.0, *known), max(known), about=4)
    y = Scale(ticks[0], ticks[-1], 160, 14)
    return BeforeAfter(
        ticks=tuple(Tick(coordinate(y(tick)), tick) for tick in ticks),
        before=_group(before, mean_before, y, (34, 169.8), (28, 175.5)),
        after=_group(after, mean_after, y, (189.2, 325), (183.5, 331)),
        target=None if target is None else Mark("30", coordinate(y(target)), target_label, target),
    )


def _group(
    points: Sequence[Point], mean: Point, y: Scale, inner: tuple[float, float], outer: tuple[float, float]
) -> Group:
    x = Scale(0, max(len(points) - 1, 1), *inner)
    dots = tuple(
        Mark(coordinate(x(i)), coordinate(y(p.value)), p.label, p.value)
        for i, p in enumerate(points)
        if p.value is not None
    )
    band = None
    if mean.low is not None and mean.high is not None:
        top, bottom = coordinate(y(mean.high)), coordinate(y(mean.low))
        band = f"M{coordinate(outer[0])} {top}H{coordinate(outer[1])}V{bottom}H{coordinate(outer[0])}z"
    height = y(mean.value or 0.0)
    return Group(
        dots, band, Mark(coordinate(inner[0]), coordinate(height), mean.label, mean.value), tuple(points)
    )


def _runs(points: Sequence[Point]) -> Iterator[list[tuple[int, Point]]]:
    for has_value, run in groupby(enumerate(points), key=lambda pair: pair[1].value is not None):
        if has_value:
            yield list(run)


def _band(run: Sequence[tuple[int, Point]], x: Scale, y: Scale) -> str | None:
    upper = [(x(i), y(p.high)) for i, p in run if p.high is not None]
    lower = [(x(i), y(p.low)) for i, p in run if p.low is not None]
    return f"{_path(upper + lower[::-1])}z" if upper and len(upper) == len(lower) else None


def _path(places: Sequence[tuple[float, float]]) -> str:
    return "M" + " ".join(f"{coordinate(x)} {coordinate(y)}" for x, y in places)


def _every_other(count: int) -> list[int]:
    """At most six labels, the last one always among them."""
    step = max(1, ceil(count / 6))
    return list(range(count - 1, -1, -step))[::-1]


def _known(*values: float | None) -> list[float]:
    return [value for value in values if value is not None]


def _padded(values: Sequence[float]) -> tuple[float, float]:
    pad = (max(values) - min(values)) * 0.15 or 1.0
    return min(values) - pad, max(values) + pad


def _clipped(x: Scale, value: float) -> str:
    return coordinate(min(max(x(value), 2), 142))
