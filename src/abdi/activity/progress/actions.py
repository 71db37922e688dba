"""The verbs of daily progress. Nothing here is approved or refused by itself when a window closes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from django.utils import timezone

from abdi.activity.progress import permissions, policies
from abdi.activity.progress.enums import EntrySource, EntryStatus
from abdi.activity.progress.models import Entry, ProgressSetting
from abdi.activity.progress.suggestions import Suggestion, proposals
from abdi.activity.progress.workflow import ENTRY
from abdi.organisation.models import Employee
from abdi.organisation.telling import tell
from abdi.planning.models import Rhk
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def enter_progress(
    *,
    actor: User,
    employee: Employee,
    day: date,
    text: str,
    rhk: Rhk | None = None,
    amount: Decimal | None = None,
    satuan: str = "",
    client_id: UUID | None = None,
) -> Entry:
    """Tell what was done on a day. With a `client_id` that was told before nothing changes: the entry comes back.

    Raises: PermissionRefused; InputRefused (a day ahead, another's RHK); PolicyRefused (no SKP, window closed).
    """
    skp = hold(policies.plan_for(employee, day, rhk))
    permissions.check_can_enter(actor, employee)
    known = Entry.objects.filter(employee=employee, client_id=client_id).first() if client_id else None
    if known:
        record(actor=actor, tag="progress:entry:repeat", subject=known, data={"client_id": client_id})
        return known
    policies.check_day_open(day)
    entry = Entry(
        employee=employee,
        skp=skp,
        rhk=rhk,
        day=day,
        text=policies.check_text(text),
        amount=amount,
        satuan=satuan.strip(),
        client_id=client_id or uuid4(),
    )
    write(entry)
    record(actor=actor, tag="progress:entry:enter", subject=entry, data=_told(entry))
    return entry


@action
def confirm_suggestion(*, actor: User, employee: Employee, day: date, topic: str, digest: str) -> Entry:
    """Make a day's progress of what the ledger tells, or bring up to date what was made of it before.

    `digest` is that of the facts one has seen: when they changed since, nothing is confirmed.
    """
    skp = hold(policies.plan_for(employee, day, None))
    permissions.check_can_enter(actor, employee)
    policies.check_day_open(day)
    found = _proposal(employee, day, topic, digest)
    if found.entry and found.entry.fact_digest == digest:
        record(actor=actor, tag="progress:entry:repeat", subject=found.entry, data={"digest": digest})
        return found.entry
    entry = found.entry or Entry(
        employee=employee, skp=skp, rhk=found.rhk, day=day, source=EntrySource.FAKTA, topic=topic
    )
    ENTRY.check("change", entry.status)
    entry.text, entry.amount, entry.satuan = found.text, Decimal(found.amount), found.satuan
    entry.fact_ids, entry.fact_digest = list(found.fact_ids), found.digest
    _file_again(entry)
    record(actor=actor, tag="progress:entry:confirm", subject=entry, data=_told(entry))
    return entry


@action
def confirm_day(*, actor: User, employee: Employee, day: date, seen: Mapping[str, str]) -> list[Entry]:
    """All that was seen of a day with one tap (topic → digest); nothing, when part of it changed meanwhile."""
    if not seen:
        raise InputRefused("Pilih catatan yang hendak disahkan dari halaman hari itu.")
    return [
        confirm_suggestion(actor=actor, employee=employee, day=day, topic=topic, digest=digest)
        for topic, digest in seen.items()
    ]


@action
def change_progress(
    *,
    actor: User,
    entry: Entry,
    text: str,
    rhk: Rhk | None = None,
    amount: Decimal | None = None,
    satuan: str = "",
) -> Entry:
    """Until it is approved. What the facts counted stays as they counted it; its RHK may be chosen anew."""
    hold(entry)
    permissions.check_can_enter(actor, entry.employee)
    policies.check_changeable(entry)
    entry.skp, entry.rhk = policies.plan_for(entry.employee, entry.day, rhk), rhk
    if not entry.is_from_facts:
        entry.text, entry.amount, entry.satuan = policies.check_text(text), amount, satuan.strip()
    _file_again(entry)
    record(actor=actor, tag=ENTRY["change"].tag, subject=entry, data=_told(entry))
    return entry


@action
def withdraw_progress(*, actor: User, entry: Entry) -> Entry:
    hold(entry)
    permissions.check_can_enter(actor, entry.employee)
    ENTRY.check("withdraw", entry.status)
    entry.status, entry.decided_at, entry.decided_by = EntryStatus.DITARIK, None, None
    write(entry)
    record(actor=actor, tag=ENTRY["withdraw"].tag, subject=entry)
    return entry


@action
def approve_many(*, actor: User, entries: Sequence[Entry]) -> int:
    """Approve those of them that still wait; how many that was. One notice a person, whatever the number.

    Raises: PermissionRefused when one of them is not his to approve, PolicyRefused when none waits any more.
    """
    chosen = Entry.objects.filter(pk__in=[entry.pk for entry in entries]).order_by("pk")
    held = list(
        chosen.select_for_update(of=("self",)).select_related("employee__user", "skp__pejabat_penilai")
    )
    permissions.check_can_approve(actor, held)
    waiting = [entry for entry in held if ENTRY.allows("approve", entry.status)]
    if not waiting:
        raise PolicyRefused(ENTRY["approve"].refusal)
    Entry.objects.filter(pk__in=[entry.pk for entry in waiting]).update(
        status=EntryStatus.DISETUJUI, decided_at=timezone.now(), decided_by=actor
    )
    record(
        actor=actor,
        tag=ENTRY["approve"].tag,
        subject=actor,
        data={"entries": [str(entry.uid) for entry in waiting]},
    )
    _tell_approved(waiting)
    return len(waiting)


@action
def return_progress(*, actor: User, entry: Entry, remarks: str) -> Entry:
    """Send it back with what is to be changed; also an approved one, when the facts behind it were corrected."""
    hold(entry)
    permissions.check_can_approve(actor, [entry])
    ENTRY.check("return", entry.status)
    if not remarks.strip():
        raise InputRefused("Tulis apa yang perlu diubah, supaya pegawai tahu langkahnya.", field="remarks")
    entry.status, entry.remarks = EntryStatus.DIKEMBALIKAN, remarks.strip()
    entry.decided_at, entry.decided_by = timezone.now(), actor
    write(entry)
    record(actor=actor, tag=ENTRY["return"].tag, subject=entry, data={"remarks": entry.remarks})
    _tell(entry.employee, f"Progres {entry.day:%d-%m-%Y} dikembalikan", entry.remarks, f"{entry.uid}/")
    return entry


@action
def set_windows(*, actor: User, days_to_enter: int | None, days_to_approve: int | None) -> ProgressSetting:
    """Working days the instansi gives to enter and to approve; None is no limit."""
    permissions.check_can_set_windows(actor)
    row = ProgressSetting.objects.first() or ProgressSetting()
    row.days_to_enter, row.days_to_approve = days_to_enter, days_to_approve
    write(row)
    record(
        actor=actor,
        tag="progress:windows:set",
        subject=row,
        data={"days_to_enter": days_to_enter, "days_to_approve": days_to_approve},
    )
    return row


def _proposal(employee: Employee, day: date, topic: str, digest: str) -> Suggestion:
    found = next((one for one in proposals(employee, day) if one.topic == topic), None)
    if found is None or found.digest != digest:
        raise PolicyRefused(
            "Catatan layanan hari itu berubah sejak halaman ini dibuka; periksa angkanya, lalu sahkan lagi."
        )
    return found


def _file_again(entry: Entry) -> None:
    """It waits for the leader from now on, whatever was said about it before."""
    entry.status, entry.filed_at = EntryStatus.DIISI, timezone.now()
    entry.remarks, entry.decided_at, entry.decided_by = "", None, None
    write(entry)


def _told(entry: Entry) -> dict[str, object]:
    return {
        "day": entry.day,
        "text": entry.text,
        "amount": entry.amount,
        "satuan": entry.satuan,
        "rhk": entry.rhk.uid if entry.rhk else None,
        "source": entry.source,
        "digest": entry.fact_digest,
    }


def _tell_approved(entries: Sequence[Entry]) -> None:
    for employee, count in Counter(entry.employee for entry in entries).items():
        _tell(employee, f"{count} progres Anda disetujui")


def _tell(employee: Employee, title: str, body: str = "", page: str = "pekan/") -> None:
    tell(employee, kind="progress:entry", title=title, body=body, url=f"/kerja/progres/{page}")
