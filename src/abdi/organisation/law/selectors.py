"""What this instansi has set for itself."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from abdi.organisation.law.models import ParameterSetting
from abdi.platform.tenancy.scope import forget, instansi_or_none, remembered
from abdi.rules.parameters import catalogue

_REMEMBERED = "parameter_settings"


def overrides_on(day: date) -> Mapping[str, Any]:
    """Parameter path → the instansi's own value on that day; nothing outside an instansi.

    A setting lapses once the law itself has a newer value: it was a choice within the old one.
    """
    if instansi_or_none() is None:
        return {}
    found = {}
    for path, settings in _settings().items():
        begun = [(since, value) for since, value in settings if since <= day]
        if begun and begun[-1][1] is not None and begun[-1][0] >= catalogue()[path].at(day).since:
            found[path] = begun[-1][1]
    return found


def settings_of(path: str) -> QuerySet[ParameterSetting]:
    """Newest first."""
    return ParameterSetting.objects.filter(path=path).select_related("set_by").order_by("-since")


def forget_settings() -> None:
    forget(_REMEMBERED)


def _settings() -> Mapping[str, list[tuple[date, Any]]]:
    """Read once a scope (a request, a job): one query, however often the law is asked. Oldest first."""
    return remembered(_REMEMBERED, _read_settings)


def _read_settings() -> Mapping[str, list[tuple[date, Any]]]:
    found: defaultdict[str, list[tuple[date, Any]]] = defaultdict(list)
    rows = ParameterSetting.objects.order_by("since").values_list("path", "since", "value")
    for path, since, value in rows:
        if path in catalogue():  # one that the law has dropped says nothing any more
            found[path].append((since, value))
    return found
