"""Why a number is what it is: formula, window, rule, digest, and every fact behind it."""

from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from abdi.evaluation.models import Realisation
from abdi.evaluation.results import measured_of, reading_of
from abdi.evaluation.selectors import EvidenceLine
from abdi.facts.kinds import FactKind, all_kinds
from abdi.measurement.catalogue import find_metric
from abdi.measurement.explanation import Explanation, FactBehind, explain
from abdi.measurement.types import Measured
from abdi.measurement.wording import sentence
from abdi.platform.ui import formats
from abdi.web.workplace.lines import line_of

ON_A_PAGE = 50


class FactPages(Paginator):
    """Pages that the engine cut: it knows the total and hands out one page at a time."""

    def __init__(self, explanation: Explanation) -> None:
        super().__init__(range(explanation.total), ON_A_PAGE)
        self.facts = explanation.facts

    def page(self, number: int | str) -> Page[Any]:
        number = self.validate_number(number)
        return self._get_page(self.facts, number, self)


def why_context(realisation: Realisation, wanted: str | None) -> dict[str, Any]:
    measured = measured_of(realisation)
    evaluation = realisation.evaluation
    context: dict[str, Any] = {
        "realisation": realisation,
        "evaluation": evaluation,
        "skp": evaluation.skp,
        "line": line_of(EvidenceLine(realisation.iki, realisation, reading_of(realisation, realisation.iki))),
        "metric": None,
        "page": None,
    }
    if measured is None:
        return context
    number = int(wanted) if wanted and wanted.isdecimal() and int(wanted) else 1
    found = _explained(measured, number)
    pages = FactPages(found)
    return {
        **context,
        "metric": find_metric(measured.metric),
        "summary": summary(measured, realisation),
        "moved": found.measured.digest != measured.digest,
        "page": pages.page(min(number, pages.num_pages)),
        "rows": [_row(fact) for fact in found.facts],
    }


def summary(measured: Measured, realisation: Realisation) -> list[tuple[str, str]]:
    """The lineage in full, as it was when the number was taken."""
    metric = find_metric(measured.metric)
    window = measured.window
    return [
        (_("Ukuran"), f"{metric.label} ({metric.name}): {metric.explanation}"),
        (_("Hitungan"), sentence(measured) if measured.enough else _("Belum cukup fakta untuk angka.")),
        (_("Fakta milik"), measured.scope.label),
        (_("Jendela waktu"), formats.days(window.start or date.min, window.end or date.max)),
        ("n", _n(measured.n, metric.minimum_n)),
        (_("Mesin hitung"), measured.engine),
        (_("Versi aturan"), measured.rule_version or _("tanpa aturan hukum; hitungan katalog ukuran")),
        (_("Dasar"), metric.dasar),
        (_("Sidik data"), measured.digest),
        (_("Diambil"), formats.moment(realisation.taken_at)),
    ]


def _n(n: int, least: int) -> str:
    return f"{formats.number(n)}, {_('minimum')} {formats.number(least)}" if least else formats.number(n)


def _explained(measured: Measured, number: int) -> Explanation:
    offset = (number - 1) * ON_A_PAGE
    found = explain(measured.metric, measured.scope, measured.window, offset, ON_A_PAGE)
    if found.facts or not found.total:
        return found
    last = (found.total - 1) // ON_A_PAGE * ON_A_PAGE
    return explain(measured.metric, measured.scope, measured.window, last, ON_A_PAGE)


def _row(fact: FactBehind) -> dict[str, Any]:
    kind = {one.code: one for one in all_kinds()}[fact.kind]
    return {
        "id": fact.id,
        "at": fact.occurred_at,
        "kind": kind.label,
        "code": fact.kind,
        "case": fact.case_key,
        "value": _value(fact, kind),
        "source": fact.source,
    }


def _value(fact: FactBehind, kind: FactKind) -> str:
    if fact.value is None:
        return formats.DASH
    if kind.unit == "detik":
        return formats.duration(fact.value)
    if kind.unit == "1/0":
        return _("ya") if fact.value else _("tidak")
    return formats.with_unit(formats.number(fact.value), kind.unit)
