"""What the last event of a case tells: how long it took, in calendar and in working time, and whether in time.

Where the log tells the ends of cases, one without an end is open. It took no time yet, but once its deadline has
passed it is late, and stays so until its end is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from abdi.facts.selectors import current, first_of_cases
from abdi.facts.types import NewFact
from abdi.integrations.eventlog.activities import digest
from abdi.integrations.eventlog.spans import LAST, Span, recorded_span
from abdi.integrations.eventlog.working_time import working_time
from abdi.integrations.places import Places
from abdi.services.facts import ACTIVITY, COMPLETED, COMPLETED_WORKING, ON_TIME

KINDS = (COMPLETED.code, COMPLETED_WORKING.code, ON_TIME.code)
BATCH = 5_000  # cases looked up in the ledger at once


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger holds of a case: its span, and the ids of its closing facts in force by kind."""

    span: Span
    ids: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Closings:
    """`ends_told`: the log says when cases end, so that one without an end is still open.

    `until` is the log's last moment: it cannot know of a deadline after it whether it is missed.
    """

    places: Places
    ends_told: bool
    until: datetime

    def facts(self, spans: Iterable[Span]) -> Iterator[NewFact]:
        """Of the cases to which these spans add something; they supersede what was recorded before."""
        rest = iter(spans)
        is_first = not current(**self._scope, limit=1)
        while batch := list(islice(rest, BATCH)):
            known = {} if is_first else self._known(batch)
            for span in self._begun(batch) if self.ends_told else batch:
                yield from self._of_case(span, known.get(span.case))

    @property
    def _scope(self) -> dict[str, Any]:
        return {"services": [self.places.layanan.pk], "kinds": KINDS}

    def _begun(self, spans: list[Span]) -> list[Span]:
        """An open case leaves no closing to read its beginning from, but an earlier log left its events."""
        firsts = first_of_cases(
            **self._scope | {"kinds": [ACTIVITY.code], "cases": [span.case for span in spans]}
        )
        return [replace(span, first=min(span.first, firsts[span.case])) for span in spans]

    def _of_case(self, span: Span, known: Known | None) -> Iterator[NewFact]:
        joined = span.joined(known.span if known else None)
        if known and joined == known.span:
            return
        ids = known.ids if known else {}
        if self.ends_told and not joined.end:
            yield from self._overdue(joined, ids)
            return
        yield self._fact(COMPLETED.code, joined, joined.seconds, ids)
        if worked := working_time(joined.first, joined.last):
            yield self._fact(COMPLETED_WORKING.code, joined, worked.seconds, ids, worked.rule_version)
        if joined.deadline:
            yield self._fact(ON_TIME.code, joined, float((joined.end or joined.last) <= joined.deadline), ids)

    def _overdue(self, span: Span, ids: Mapping[str, int]) -> Iterator[NewFact]:
        """Late from the moment its deadline passed: that is when it happened, whoever has the case now."""
        if span.deadline and span.deadline < self.until:
            late = self._fact(ON_TIME.code, span, 0.0, ids)
            attrs = {**late.attrs, LAST: span.last.isoformat()}
            yield replace(late, occurred_at=span.deadline, attrs=attrs)

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
        told: dict[str, Span] = {}
        for fact in current(**self._scope, cases=list(ids), limit=len(KINDS) * len(spans)):
            ids[fact["case_key"]][fact["kind"]] = fact["id"]
            if fact["kind"] == COMPLETED.code:
                told[fact["case_key"]] = recorded_span(fact)
            elif fact["kind"] == ON_TIME.code:  # all there is of a case that is open and late
                told.setdefault(fact["case_key"], recorded_span(fact))
        return {case: Known(span, ids[case]) for case, span in told.items()}
