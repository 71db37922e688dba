"""Leading figures of other systems into the ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from abdi.facts.actions import record_facts
from abdi.facts.selectors import current
from abdi.facts.types import NewFact
from abdi.integrations.figures.entries import Entry
from abdi.integrations.figures.lookup import AT_ONCE, portions
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.tenancy.scope import current_instansi

SOURCE = "figures"
Known = dict[tuple[str, str], dict[str, Any]]  # (case key, kind) → the fact in force


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures, not facts: a share is one figure of two facts. `recorded` are the facts."""

    new: int
    corrected: int
    unchanged: int
    recorded: int


@action
def record_figures(*, actor: User, entries: Sequence[Entry]) -> Tally:
    """Record what is new; a figure that changed supersedes what was told before, and one that did not adds nothing."""
    check_can_manage_organisation(actor)
    known = _known(entries)
    facts = {entry.case_key: list(_facts(entry, known)) for entry in entries}
    told = record_facts(actor=actor, facts=(one for some in facts.values() for one in some), source=SOURCE)
    corrected = sum(any(one.supersedes_id for one in some) for some in facts.values())
    unchanged = sum(not some for some in facts.values())
    tally = Tally(len(entries) - corrected - unchanged, corrected, unchanged, told.recorded)
    record(actor=actor, tag="integrations:figures:import", subject=current_instansi(), data=asdict(tally))
    return tally


def _known(entries: Sequence[Entry]) -> Known:
    cases = [entry.case_key for entry in entries]
    return {
        (fact["case_key"], fact["kind"]): fact
        for some in portions(cases)
        for fact in current(sources=[SOURCE], cases=some, limit=2 * AT_ONCE)
    }


def _facts(entry: Entry, known: Known) -> Iterator[NewFact]:
    """One fact a part that is not in force already with this value for this unit."""
    for part, value in entry.values.items():
        kind = entry.figure.kind(part)
        before = known.get((entry.case_key, kind))
        if before and before["value"] == float(value) and before["unit_id"] == entry.unit.pk:
            continue
        yield NewFact(
            kind=kind,
            occurred_at=entry.at,
            unit_id=entry.unit.pk,
            employee_id=entry.employee.pk if entry.employee else None,
            case_key=entry.case_key,
            value=float(value),
            # a figure may be corrected back to what it was, so the key names what it follows
            source_key=f"{entry.case_key}/{part}" + (f"/{before['id']}" if before else ""),
            supersedes_id=before["id"] if before else None,
            attrs={"sumber": entry.source},
        )
