"""Why a number is what it is: its formula in words, and the facts behind it, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from abdi.measurement import wording
from abdi.measurement.engine import answers, asked
from abdi.measurement.policies import suppressed
from abdi.measurement.types import ALWAYS, Measured, Scope, Window


@dataclass(frozen=True, slots=True)
class FactBehind:
    """One fact that bears the number; `value` is in the unit of its kind, not of the metric."""

    id: int
    kind: str
    occurred_at: datetime
    unit_id: int
    service_id: int | None
    employee_id: int | None
    channel: str
    case_key: str
    value: float | None
    source: str
    source_key: str
    rule_version: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """`facts` are the page from `offset` on, out of `total`, in the order they happened."""

    measured: Measured
    sentence: str
    facts: Sequence[FactBehind]
    total: int
    offset: int
    limit: int


def explain(
    metric: str, scope: Scope | None = None, window: Window = ALWAYS, offset: int = 0, limit: int = 50
) -> Explanation:
    """The facts behind one number of the current instansi, seen by the engine that measured it."""
    # Ibis takes a second to import: only those who measure wait for it
    from abdi.measurement import expressions
    from abdi.measurement.looking import look, opened

    question = asked([metric], per=None, window=window, only=scope, by_month=False)
    with opened(question) as (engine, sources):
        (measured,) = map(suppressed, answers(question, look(engine, sources, question)))
        seen = expressions.behind(sources, question.lens)
        total = engine.to_pyarrow(seen.count()).as_py()
        rows = engine.to_pyarrow(expressions.page(seen, offset, limit)).to_pylist()
    facts = [FactBehind(**row) for row in rows]
    return Explanation(measured, wording.sentence(measured), facts, total, offset, limit)
