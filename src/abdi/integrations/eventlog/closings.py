"""What the last event of a case tells: how long it took, in calendar and in working time, and whether in time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from abdi.facts.selectors import current
from abdi.facts.types import NewFact
from abdi.integrations.eventlog.activities import digest
from abdi.integrations.eventlog.spans import Span, recorded_span
from abdi.integrations.eventlog.working_time import working_time
from abdi.integrations.places import Places
from abdi.services.facts import COMPLETED, COMPLETED_WORKING, ON_TIME

KINDS = (COMPLETED.code, COMPLETED_WORKING.code, ON_TIME.code)
BATCH = 5_000  # cases looked up in the ledger at once


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger holds of a case: its span, and the ids of its closing facts in force by kind."""

    span: Span
    ids: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Closings:
    """`ends_told`: the log says when cases end, so that one without an end is still open and not judged."""

    places: Places
    ends_told: bool

    def facts(self, spans: Iterable[Span]) -> Iterator[NewFact]:
        """Of the cases to which these spans add something; they supersede what was recorded before."""
        rest = iter(spans)
        is_first = not current(**self._scope, limit=1)
        while batch := list(islice(rest, BATCH)):
            known = {} if is_first else self._known(batch)
            for span in batch:
                yield from self._of_case(span, known.get(span.case))

    @property
    def _scope(self) -> dict[str, Any]:
        return {"services": [self.places.layanan.pk], "kinds": KINDS}

    def _of_case(self, span: Span, known: Known | None) -> Iterator[NewFact]:
        joined = span.joined(known.span if known else None)
        if known and joined == known.span:
            return
        ids = known.ids if known else {}
        yield self._fact(COMPLETED.code, joined, joined.seconds, ids)
        if worked := working_time(joined.first, joined.last):
            yield self._fact(COMPLETED_WORKING.code, joined, worked.seconds, ids, worked.rule_version)
        if joined.deadline and (joined.end or not self.ends_told):
            yield self._fact(ON_TIME.code, joined, float((joined.end or joined.last) <= joined.deadline), ids)

    def _fact(
        self, kind: str, span: Span, value: float, ids: Mapping[str, int], rule_version: str = ""
    ) -> NewFact:
        told = span.told()
        return NewFact(
            kind=kind,
            occurred_at=span.last,
            unit_id=span.unit_id,
            service_id=self.places.layanan.pk,
            employee_id=span.employee_id,
            channel=span.channel,
            case_key=span.case,
            value=value,
            source_key=f"{span.case}/{kind}/{digest(span.last.isoformat(), *told.values())}",
            rule_version=rule_version,
            supersedes_id=ids.get(kind),
            attrs=told,
        )

    def _known(self, spans: list[Span]) -> dict[str, Known]:
        ids: dict[str, dict[str, int]] = {span.case: {} for span in spans}
        completed: dict[str, Span] = {}
        for fact in current(**self._scope, cases=list(ids), limit=len(KINDS) * len(spans)):
            ids[fact["case_key"]][fact["kind"]] = fact["id"]
            if fact["kind"] == COMPLETED.code:
                completed[fact["case_key"]] = recorded_span(fact)
        return {case: Known(span, ids[case]) for case, span in completed.items()}
