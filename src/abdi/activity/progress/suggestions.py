"""A day's progress as the ledger already tells it, ready to be confirmed with one tap."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from abdi.activity.progress.enums import EntrySource, EntryStatus
from abdi.activity.progress.models import Entry
from abdi.activity.progress.topics import TOPICS, Row, Topic, cases_in
from abdi.facts.selectors import current
from abdi.measurement.catalogue import catalogue
from abdi.organisation.models import Employee, Layanan
from abdi.planning.models import Iki, Rhk
from abdi.planning.selectors import skp_on

_AT_ONCE = 2000
_KINDS = frozenset[str]().union(*(topic.kinds for topic in TOPICS))


@dataclass(frozen=True)
class Suggestion:
    """`topic` names it within the day; `digest` is of the facts behind it, `entry` what it would bring up to date."""

    topic: str
    text: str
    amount: int
    satuan: str
    fact_ids: tuple[int, ...]
    digest: str
    rhk: Rhk | None
    entry: Entry | None

    @property
    def is_told(self) -> bool:
        """Confirmed already with the very same facts, or approved, so that a change is only marked."""
        return self.entry is not None and (
            self.entry.fact_digest == self.digest or self.entry.status == EntryStatus.DISETUJUI
        )


def suggestions(employee: Employee, day: date) -> list[Suggestion]:
    """What is still to be confirmed of a day. Five queries, one more for each further 2,000 facts."""
    return [one for one in proposals(employee, day) if not one.is_told]


def proposals(employee: Employee, day: date) -> list[Suggestion]:
    """Everything the facts of a day say, confirmed or not, in the order of the topics."""
    groups = _grouped(_facts_of(employee, day))
    if not groups:
        return []
    names = dict(
        Layanan.objects.filter(pk__in={service for _topic, service in groups}).values_list("pk", "name")
    )
    told = {entry.topic: entry for entry in _confirmed(employee, day)}
    measured = _measured_by(employee, day)
    return [
        _suggestion(topic, service, rows, names.get(service or 0, ""), told, measured)
        for (topic, service), rows in sorted(groups.items(), key=lambda item: TOPICS.index(item[0][0]))
    ]


def _facts_of(employee: Employee, day: date) -> Iterator[Row]:
    midnight = datetime.combine(day, time.min, timezone.get_current_timezone())
    asked: dict[str, Any] = {
        "employees": [employee.pk],
        "kinds": _KINDS,
        "since": midnight,
        "before": datetime.combine(day + timedelta(days=1), time.min, timezone.get_current_timezone()),
    }
    offset, rows = 0, current(limit=_AT_ONCE, **asked)
    while rows:
        yield from rows
        offset += _AT_ONCE
        rows = current(offset=offset, limit=_AT_ONCE, **asked) if len(rows) == _AT_ONCE else []


def _grouped(rows: Iterator[Row]) -> dict[tuple[Topic, int | None], list[Row]]:
    topic_of = {kind: topic for topic in TOPICS for kind in topic.kinds}
    groups: dict[tuple[Topic, int | None], list[Row]] = defaultdict(list)
    for row in rows:
        groups[topic_of[row["kind"]], row["service_id"]].append(row)
    return groups


def _confirmed(employee: Employee, day: date) -> Sequence[Entry]:
    standing = Entry.objects.exclude(status=EntryStatus.DITARIK)
    return list(standing.filter(employee=employee, day=day, source=EntrySource.FAKTA))


def _measured_by(employee: Employee, day: date) -> list[tuple[Rhk, frozenset[str]]]:
    """The results of his SKP that are measured, each with the kinds of fact one of its indicators reads."""
    skp = skp_on(employee, day)
    if skp is None:
        return []
    indicators = Iki.objects.filter(rhk__skp=skp).exclude(metric="").select_related("rhk")
    known = catalogue()
    return [(iki.rhk, frozenset(known[iki.metric].kinds)) for iki in indicators if iki.metric in known]


def _suggestion(
    topic: Topic,
    service: int | None,
    rows: Sequence[Row],
    name: str,
    told: dict[str, Entry],
    measured: list[tuple[Rhk, frozenset[str]]],
) -> Suggestion:
    code = f"{topic.code}:{service or 0}"
    ids = tuple(row["id"] for row in rows)
    results = {rhk for rhk, kinds in measured if kinds & {row["kind"] for row in rows}}
    return Suggestion(
        topic=code,
        text=topic.say(rows, f" {name}" if name else ""),
        amount=cases_in(rows),
        satuan=topic.satuan,
        fact_ids=ids,
        digest=hashlib.sha256(",".join(map(str, ids)).encode()).hexdigest(),
        rhk=results.pop() if len(results) == 1 else None,
        entry=told.get(code),
    )
