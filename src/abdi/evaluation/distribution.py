"""How the predikat of a unit are spread, beside the pattern of its organisation's result: advice, never a gate.

Counts only; a name never leaves this module.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from abdi.evaluation.enums import Predikat, PredikatOrganisasi, Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.evaluation.organisation_result.selectors import result_for, units_covered
from abdi.evaluation.results import predikat_of
from abdi.organisation.law.answers import evaluate
from abdi.organisation.models import Unit
from abdi.planning.models import Period
from abdi.rules import Result, RuleInputError

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
    advice = _asked(result, both, period)
    details = advice.details if advice else {}
    return Distribution(
        result=result,
        decided=decided,
        drafted=drafted,
        unrated=unrated,
        shares={predikat: 100 * both[predikat] / total if total else 0.0 for predikat in Predikat.values},
        # the pattern stands before anybody has a predikat: then it is asked for one person
        expected=_expected(advice or _asked(result, {Predikat.BAIK.value: 1}, period)),
        remarks=details.get("catatan", []),
        is_small=details.get("tim_kecil", False),
    )


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
            drafted[predikat_of(hasil, perilaku, period.end).value] += people
        else:
            unrated += people
    return decided, drafted, unrated


def _asked(result: OrganisationResult | None, counts: Mapping[str, int], period: Period) -> Result | None:
    """The answer of rule `distribusi_predikat`; None without a result, people, or a circular in force."""
    if result is None:
        return None
    asked = {"organisasi": PredikatOrganisasi(result.predikat).value, "jumlah": dict(counts)}
    try:
        return evaluate("distribusi_predikat", on=period.end, input=asked)
    except RuleInputError:
        return None


def _expected(answer: Result | None) -> list[Mapping[str, object]]:
    """The conditions of the organisation's predikat, read from the lineage of the rule itself."""
    return list(answer.parameters[PATTERN]["value"][answer.inputs["organisasi"]]) if answer else []
