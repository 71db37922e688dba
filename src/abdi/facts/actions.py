"""The only way into the ledger. Who may lead a fact here is decided by the context whose verb it is."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.facts import intake
from abdi.facts.locks import share_ledger
from abdi.facts.models import Fact
from abdi.facts.permissions import check_can_correct_facts
from abdi.facts.reach import RECORD, Reach
from abdi.facts.types import NewFact, Recorded
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.tenancy.scope import current_instansi

CORRECTION = "koreksi"


@action
def record_facts(*, actor: User, facts: Iterable[NewFact], source: str) -> Recorded:
    """Record what is new of these facts, all of them or none; memory does not grow with their number.

    A fact whose `(source, source_key)` is known is skipped, so a retry adds nothing. The audit row carries the
    SHA-256 of what was told, new or not. Raises: InputRefused, PolicyRefused (superseded already).
    """
    intake.check_source(source)
    share_ledger()
    now, known = timezone.now(), defaultdict[str, set[int | None]](set)
    digest, reach, told, recorded = hashlib.sha256(), Reach(), 0, 0
    for batch in intake.batches(intake.checked(facts, now)):
        intake.check_belonging(batch, known)
        intake.check_successions(batch, source)
        rows = [intake.row(fact) for fact in batch]
        digest.update(intake.fingerprint(rows))
        reach = reach.with_facts(batch)
        told += len(rows)
        recorded += intake.insert(rows, source=source, now=now)
    result = Recorded(recorded, told - recorded)
    counts = {"source": source, "recorded": result.recorded, "skipped": result.skipped}
    record(
        actor=actor,
        tag=RECORD,
        subject=current_instansi(),
        data={**counts, **reach.as_dict(), "sha256": digest.hexdigest()},
    )
    return result


@action
def supersede_fact(
    *, actor: User, fact_id: int, value: float | None, reason: str, rule_version: str | None = None
) -> int:
    """Correct a fact's value by recording its successor; returns the successor's id.

    Where anything but the value was wrong, record the right fact with `supersedes_id` instead.
    Raises: InputRefused (no such fact, no reason), PermissionRefused, PolicyRefused (superseded already).
    """
    if not reason.strip():
        raise InputRefused(_("Sebutkan alasan koreksi."), field="reason")
    old = Fact.objects.filter(pk=fact_id).first()
    if old is None:
        raise InputRefused(_("Fakta %s tidak ada di instansi ini.") % fact_id, field="fact_id")
    check_can_correct_facts(actor, old.unit)
    successor = replace(
        _retold(old),
        value=value,
        attrs={**old.attrs, "reason": reason},
        rule_version=old.rule_version if rule_version is None else rule_version,
    )
    if not record_facts(actor=actor, facts=[successor], source=CORRECTION).recorded:
        raise PolicyRefused(_("Fakta %s sudah dikoreksi; koreksi penggantinya.") % fact_id)
    new = Fact.objects.get(supersedes=old)
    change = {"supersedes": old.pk, "before": str(old.value), "after": str(new.value), "reason": reason}
    record(actor=actor, tag="facts:fact:supersede", subject=new, data=change)
    return new.pk


def _retold(fact: Fact) -> NewFact:
    """The same thing told again, as the successor of the fact that told it first."""
    return NewFact(
        kind=fact.kind,
        occurred_at=fact.occurred_at,
        unit_id=fact.unit_id,
        source_key=str(fact.pk),
        service_id=fact.service_id,
        employee_id=fact.employee_id,
        channel=fact.channel,
        case_key=fact.case_key,
        supersedes_id=fact.pk,
    )
