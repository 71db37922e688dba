"""How the predikat of a unit are spread, beside the pattern of its organisation's result: advice, never a gate.

Counts only; a name never leaves this module.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from abdi.evaluation.enums import Predikat, PredikatOrganisasi, Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.evaluation.organisation_result.selectors import result_for, units_covered
from abdi.organisation.law.answers import evaluate
from abdi.organisation.models import Unit
from abdi.planning.models import Period
from abdi.rules import RuleInputError

PATTERN = "kinerja/pola_distribusi"


@dataclass(frozen=True)
class Distribution:
    """People of a unit by predikat, decided and as the drafts would have it."""

    result: OrganisationResult | None
    decided: Mapping[str, int]
    drafted: Mapping[str, int]
    unrated: int
    shares: Mapping[str, float]  # percent of all who have a predikat, in fact or in draft
    expected: list[Mapping[str, object]]  # the pattern's conditions, as the parameter has them
    remarks: list[str]
    is_small: bool

    @property
    def total(self) -> int:
        return sum(self.decided.values()) + sum(self.drafted.values())


def distribution_of(unit: Unit, period: Period) -> Distribution:
    """The unit with those below it that have no result of their own. Five queries, however many people."""
    result = result_for(unit, period)
    decided, drafted, unrated = _counts(unit, period)
    both = Counter(decided) + Counter(drafted)
    total = sum(both.values())
    advice = _advice(result, both, period)
    return Distribution(
        result=result,
        decided=decided,
        drafted=drafted,
        unrated=unrated,
        shares={predikat: 100 * both[predikat] / total if total else 0.0 for predikat in Predikat.values},
        expected=_expected(result, period),
        remarks=advice.get("catatan", []),
        is_small=advice.get("tim_kecil", False),
    )


def predikat_of(hasil: str, perilaku: str, period: Period) -> str:
    """The predikat two ratings would make by the rule of the period's last day."""
    asked = {"hasil": hasil, "perilaku": perilaku}
    return str(evaluate("predikat_kinerja", on=period.end, input=asked).value)


def _counts(unit: Unit, period: Period) -> tuple[Counter[str], Counter[str], int]:
    rows = (
        Evaluation.objects.filter(period=period, skp__position__unit__in=units_covered(unit, period))
        .order_by()
        .values_list("predikat", "rating_hasil", "rating_perilaku")
        .annotate(people=Count("pk"))
    )
    decided: Counter[str] = Counter()
    drafted: Counter[str] = Counter()
    unrated = 0
    for predikat, hasil, perilaku, people in rows:
        if predikat:
            decided[predikat] += people
        elif hasil in Rating.values and perilaku in Rating.values:
            drafted[predikat_of(hasil, perilaku, period)] += people
        else:
            unrated += people
    return decided, drafted, unrated


def _advice(result: OrganisationResult | None, counts: Mapping[str, int], period: Period) -> dict[str, Any]:
    """What rule `distribusi_predikat` remarks; nothing without a result, people, or a circular in force."""
    if result is None:
        return {}
    asked = {"organisasi": PredikatOrganisasi(result.predikat).value, "jumlah": dict(counts)}
    try:
        return evaluate("distribusi_predikat", on=period.end, input=asked).details
    except RuleInputError:
        return {}


def _expected(result: OrganisationResult | None, period: Period) -> list[Mapping[str, object]]:
    """The conditions of the organisation's predikat, read from the lineage of the rule itself."""
    if result is None:
        return []
    asked = {"organisasi": result.predikat, "jumlah": {Predikat.BAIK.value: 1}}
    try:
        read = evaluate("distribusi_predikat", on=period.end, input=asked).parameters
    except RuleInputError:
        return []
    return list(read[PATTERN]["value"][result.predikat])
