"""How units deal with complaints, for everybody. In the order of the units: nothing here is a ranking."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.measurement.minimum import MINIMUM_N
from abdi.platform.ui import formats
from abdi.voice.complaints.selectors import statistics
from abdi.voice.complaints.statistics import UnitFigures
from abdi.web.fields import day

_SHOWN = timedelta(days=365)  # what is shown when nobody asks for anything else
_HEADER = (
    "unit",
    "diterima",
    "terbuka",
    "dijawab",
    "dijawab_tepat_waktu_persen",
    "median_hari_menunggu",
    "p90_hari_menunggu",
    "dibuka_kembali_persen",
)


class SpanForm(forms.Form):
    is_filter = True
    since = day(_("Diterima sejak"), required=False)
    until = day(_("Sampai"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and since > until:
            self.add_error("until", _("Hari terakhir tidak boleh sebelum hari pertama."))
        return given

    @property
    def span(self) -> tuple[date, date]:
        """The last year for what was left out, or cannot be used."""
        given = self.cleaned_data if self.is_valid() else {}
        until = given.get("until") or timezone.localdate()
        return min(given.get("since") or until - _SHOWN, until), until


def figures(form: SpanForm, units: Iterable[int] | None = None) -> dict[str, Any]:
    """Of these units alone, by id; None for all."""
    since, until = form.span
    rows = statistics(since=since, until=until, units=units)
    return {"form": form, "rows": rows, "since": since, "until": until, "smallest": MINIMUM_N}


def table_of(rows: list[UnitFigures]) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    """Header and rows of the export; what is too little to be told stays empty."""
    return _HEADER, (_row(one) for one in rows)


def _row(one: UnitFigures) -> tuple[object, ...]:
    counts = (one.received, one.open, one.answered)
    plain = ("" if number is None else number for number in counts)
    waits = (_days(one.felt_median), _days(one.felt_p90))
    return one.unit, *plain, _percent(one.in_time), *waits, _percent(one.reopened)


def _percent(share: float | None) -> str:
    return "" if share is None else formats.number(share * 100, 1)


def _days(wait: timedelta | None) -> str:
    return "" if wait is None else formats.number(wait / timedelta(days=1), 1)
