"""What a scope is called on screen."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.tenancy.scope import current_instansi

_ROWS: dict[str, type[models.Model]] = {"petugas": Employee, "unit": Unit, "layanan": Layanan}


def labels(kind: str, keys: Collection[str]) -> dict[str, str]:
    """Key → name for scopes of one kind; one query at most."""
    if kind in _ROWS:
        rows: models.QuerySet[Any] = _ROWS[kind]._default_manager.filter(pk__in=keys)
        names = {str(row.pk): str(row) for row in rows}
        return {key: names.get(key, key) for key in keys}
    if kind == "bulan":
        return {key: month_name(date.fromisoformat(f"{key}-01")) for key in keys}
    if kind == "kanal":
        return {key: key or _("tanpa kanal") for key in keys}
    return dict.fromkeys(keys, current_instansi().name)


def month_name(day: date) -> str:
    return date_format(day, "F Y")
