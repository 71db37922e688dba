"""What may be contested."""

from typing import Any

from abdi.evaluation.contest.selectors import fact_behind
from abdi.evaluation.models import Realisation
from abdi.facts.kinds import all_kinds
from abdi.platform.errors import InputRefused


def contestable(realisation: Realisation, fact_id: int) -> dict[str, Any]:
    """The fact, as plain row. Raises InputRefused where no such fact in force bears this number."""
    fact = fact_behind(realisation, fact_id)
    if fact is None:
        raise InputRefused(
            "Fakta ini tidak (lagi) menjadi dasar angka tersebut; pilih dari daftar fakta di baliknya.",
            field="fact_id",
        )
    return fact


def check_value(kind: str, value: float) -> None:
    """In the unit of its kind: yes and no are 1 and 0, and nothing that is counted or timed is negative."""
    unit = next(one.unit for one in all_kinds() if one.code == kind)
    if unit == "1/0" and value not in {0, 1}:
        raise InputRefused("Nilai fakta ini 1 (ya) atau 0 (tidak).", field="value")
    if value < 0:
        raise InputRefused("Nilai fakta tidak boleh negatif.", field="value")
