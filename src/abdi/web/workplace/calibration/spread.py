"""One unit in one period: its own result, and how the predikat of its people are spread."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from abdi.evaluation.calibration.permissions import can_lead_calibration
from abdi.evaluation.distribution import Distribution, distribution_of
from abdi.evaluation.enums import Predikat, PredikatOrganisasi
from abdi.evaluation.organisation_result.permissions import can_decide_result
from abdi.evaluation.organisation_result.selectors import own_result
from abdi.organisation.models import Unit
from abdi.planning.models import Period
from abdi.platform.ui import charts
from abdi.web.workplace.calibration.forms import ResultForm

INITIALS = {  # beside each other under a curve there is no room for more
    Predikat.SANGAT_BAIK: "SB",
    Predikat.BAIK: "B",
    Predikat.BUTUH_PERBAIKAN: "BP",
    Predikat.KURANG: "K",
    Predikat.SANGAT_KURANG: "SK",
}
TONES = {PredikatOrganisasi.ISTIMEWA: "ok", PredikatOrganisasi.BAIK: "ok"}


def result_rows(units: Iterable[Any]) -> list[dict[str, Any]]:
    """`units`: rows of `standings`."""
    return [
        {
            "unit": unit,
            "label": PredikatOrganisasi(unit.result_predikat).label if unit.result_predikat else "",
            "tone": TONES.get(unit.result_predikat, "warn"),
        }
        for unit in units
    ]


def unit_context(request: HttpRequest, unit: Unit, period: Period, form: ResultForm | None) -> dict[str, Any]:
    own, found = own_result(unit, period), distribution_of(unit, period)
    may_decide = can_decide_result(request.user, unit)
    return {
        "unit": unit,
        "period": period,
        "own": own,
        "result": found.result,
        "form": (form or ResultForm.of(own)) if may_decide else None,
        "may_calibrate": can_lead_calibration(request.user, unit),
        "found": found,
        "rows": _rows(found),
        "chart": _curve(found),
        "expected": [_in_words(one) for one in found.expected],
    }


def _rows(found: Distribution) -> list[dict[str, Any]]:
    return [
        {
            "label": Predikat(code).label,
            "initials": INITIALS[Predikat(code)],
            "decided": found.decided.get(code, 0),
            "drafted": found.drafted.get(code, 0),
            "share": found.shares[code],
        }
        for code in Predikat.values
    ]


def _curve(found: Distribution) -> charts.LineChart | None:
    """From the worst predikat to the best, as the circular draws it."""
    if not found.total:
        return None
    return charts.line_chart(
        [charts.Point(INITIALS[Predikat(code)], found.shares[code]) for code in reversed(Predikat.values)]
    )


def _in_words(condition: Mapping[str, object]) -> str:
    """One condition of the pattern, as the parameter of the circular has it."""
    codes = cast("Sequence[str]", condition["predikat"])
    names = _(" dan/atau ").join(str(Predikat(code).label) for code in codes)
    sentences = {
        "terbanyak": _("kelompok terbanyak %(names)s"),
        "maksimal_persen": _("%(names)s paling banyak %(limit)s %%"),
        "minimal_persen": _("%(names)s paling sedikit %(limit)s %%"),
        "minimal_orang": _("ada pegawai berpredikat %(names)s"),
    }
    kind = next(one for one in sentences if one in condition)
    return sentences[kind] % {"names": names, "limit": condition[kind]}
