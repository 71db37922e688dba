"""One question to the engine: which metrics, about whom, when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from abdi.measurement.catalogue import find_metric
from abdi.measurement.lens import SCOPE_COLUMNS, Lens
from abdi.measurement.metric import Aggregate, Metric
from abdi.measurement.types import PER, Scope, Window
from abdi.platform.errors import InputRefused

_BY_RANK = {Aggregate.MEDIAN, Aggregate.P90}
_BY_RESPONSE = {Aggregate.CASES, Aggregate.IKM}
_WHOLE = Scope()


@dataclass(frozen=True, slots=True)
class Question:
    """Checked input of `measure`; `window` already narrowed to a month that `only` names."""

    metrics: tuple[Metric, ...]
    per: str | None
    by_month: bool
    window: Window
    only: Scope
    zone: ZoneInfo
    among: tuple[Scope, ...] = ()

    @property
    def lens(self) -> Lens:
        since, until = self.window.moments(self.zone)
        return Lens(
            kinds=tuple(sorted({kind for metric in self.metrics for kind in metric.kinds})),
            per=self.per,
            by_month=self.by_month or self.per == "bulan",
            since=since,
            until=until,
            shift=_shift(self.zone),
            only=_columns([self.only]) | _columns(self.among),
        )

    @property
    def sorted_kinds(self) -> set[str]:
        """Kinds whose values have to be put in order."""
        return {kind for metric in self.metrics if metric.aggregate in _BY_RANK for kind in metric.kinds}

    @property
    def response_kinds(self) -> set[tuple[str, ...]]:
        """Sets of kinds whose facts belong together by case key."""
        return {metric.kinds for metric in self.metrics if metric.aggregate in _BY_RESPONSE}

    @property
    def today(self) -> date:
        return datetime.now(self.zone).date()


def ask(
    metrics: Sequence[str],
    *,
    per: str | None,
    by_month: bool,
    window: Window,
    only: Scope | None,
    zone: ZoneInfo,
    among: Sequence[Scope] = (),
) -> Question:
    """Raises InputRefused for an unknown metric, grouping or scope."""
    if per is not None and per not in PER:
        raise InputRefused(
            _("Tidak dapat mengukur per '%(per)s'; pilih salah satu: %(known)s.")
            % {"per": per, "known": ", ".join(PER)},
            field="per",
        )
    only = only or _WHOLE
    if only.kind == "bulan":
        window = window.meet(Window.month(_month(only.key)))
    found = tuple(find_metric(name) for name in dict.fromkeys(metrics))
    return Question(found, per, by_month, window, only, zone, tuple(among))


def _columns(scopes: Iterable[Scope]) -> dict[str, list[Any]]:
    """Column → the values it may have; nothing for scopes that are no column."""
    found: dict[str, list[Any]] = {}
    for scope in scopes:
        if scope.kind not in ("instansi", "bulan"):
            key = _key(scope)
            found.setdefault(SCOPE_COLUMNS[scope.kind], []).append(key)
    return found


def _key(scope: Scope) -> str | int:
    if scope.kind not in SCOPE_COLUMNS:
        raise InputRefused(_("Lingkup '%s' tidak dikenal.") % scope.kind, field="scope")
    if scope.kind == "kanal":
        return scope.key
    if not scope.key.isdecimal():
        raise InputRefused(
            _("Kunci lingkup %(kind)s harus berupa nomor, bukan '%(key)s'.")
            % {"kind": scope.kind, "key": scope.key},
            field="scope",
        )
    return int(scope.key)


def _month(key: str) -> date:
    try:
        return date.fromisoformat(f"{key}-01")
    except ValueError:
        raise InputRefused(
            _("Bulan '%s' tidak terbaca; tulis seperti 2026-01.") % key, field="scope"
        ) from None


def _shift(zone: ZoneInfo) -> int:
    """Indonesian zones have kept one offset since 1964, so any moment tells it."""
    offset = datetime.now(UTC).astimezone(zone).utcoffset()
    return int(offset.total_seconds()) if offset else 0
