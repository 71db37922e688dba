"""The verbs of planning. Order in each: permit, policy, change, audit, notify."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model, ProtectedError
from django.utils import timezone

from abdi.organisation.models import Employee, Placement
from abdi.organisation.selectors import assessor_of, employee_of, placement_within
from abdi.organisation.telling import tell
from abdi.planning import permissions, policies
from abdi.planning.enums import Pendekatan, PeriodKind, RhkKind, SkpStatus
from abdi.planning.models import AnnexLine, Ekspektasi, Iki, Period, Rhk, Skp
from abdi.planning.snapshot import document_of
from abdi.planning.versions.enums import Ground
from abdi.planning.versions.keeping import end_version, keep_version
from abdi.planning.versions.policies import check_has_plan
from abdi.planning.workflow import SKP
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def open_period(
    *,
    actor: User,
    name: str,
    kind: PeriodKind,
    start: date,
    end: date,
    filing_deadline: date,
    assessor_deadline: date,
) -> Period:
    permissions.check_can_manage_periods(actor)
    period = Period(
        name=name,
        kind=kind,
        start=start,
        end=end,
        filing_deadline=filing_deadline,
        assessor_deadline=assessor_deadline,
    )
    write(period)
    record(
        actor=actor,
        tag="planning:period:open",
        subject=period,
        data={"kind": kind, "start": start, "end": end},
    )
    return period


@action
def draft_skp(
    *,
    actor: User,
    employee: Employee,
    period: Period,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
    start: date | None = None,
    end: date | None = None,
) -> Skp:
    """Begin the employee's SKP in the position and under the assessor he has on its first day.

    That is `start`, or the first day of the period on which he holds a position: who comes or moves during the
    year plans from then on (PP 30/2019 Ps 24(3)).
    """
    permissions.check_can_draft_skp(actor, employee)
    policies.check_period_for_plan(period)
    placement, first_day = _post_of(employee, period, start)
    check_has_plan(employee, first_day)
    assessor = assessor_of(employee, first_day)
    if assessor is None:
        raise InputRefused(
            f"{employee} belum punya pejabat penilai pada {first_day:%d-%m-%Y}; lengkapi dahulu."
        )
    skp = Skp(
        employee=employee,
        position=placement.position,
        pejabat_penilai=assessor,
        period=period,
        start=first_day,
        end=end or period.end,
        pendekatan=pendekatan,
    )
    write(skp)
    record(
        actor=actor,
        tag="planning:skp:draft",
        subject=skp,
        data={"employee": employee.uid, "period": period.uid},
    )
    return skp


@action
def add_rhk(
    *,
    actor: User,
    skp: Skp,
    text: str,
    kind: RhkKind = RhkKind.UTAMA,
    intervened: Rhk | None = None,
    intervened_text: str = "",
    assigned_by: str = "",
) -> Rhk:
    """`intervened`: the leader's RHK it serves, of which his plan may still be a draft; or only its words."""
    hold(skp, "employee")
    permissions.check_can_edit_skp(actor, skp)
    policies.check_editable(skp)
    rhk = Rhk(
        skp=skp,
        order=skp.rhk.count() + 1,
        kind=kind,
        text=text.strip(),
        intervened_text=intervened_text,
        assigned_by=assigned_by,
    )
    if intervened:
        rhk.serve(intervened)
    write(rhk)
    record(actor=actor, tag="planning:rhk:add", subject=rhk, data={"skp": skp.uid, "text": rhk.text})
    return rhk


@action
def add_iki(*, actor: User, rhk: Rhk, fields: Mapping[str, Any]) -> Iki:
    """`fields` are those of `Iki` that describe it: text, aspek, arah, target, satuan, metric …"""
    hold(rhk.skp, "employee")
    permissions.check_can_edit_skp(actor, rhk.skp)
    policies.check_editable(rhk.skp)
    iki = Iki(rhk=rhk, order=rhk.iki.count() + 1, **fields)
    policies.check_indicator(iki)
    write(iki)
    record(actor=actor, tag="planning:iki:add", subject=iki, data={"rhk": rhk.uid, **fields})
    return iki


@action
def change_rhk(*, actor: User, rhk: Rhk, text: str) -> Rhk:
    """Word it anew; whoever below serves it is told the difference by `planning.matrix.changes`."""
    hold(rhk.skp, "employee")
    permissions.check_can_edit_skp(actor, rhk.skp)
    policies.check_editable(rhk.skp)
    rhk.text = text.strip()
    write(rhk)
    record(actor=actor, tag="planning:rhk:change", subject=rhk, data={"text": rhk.text})
    return rhk


@action
def change_iki(*, actor: User, iki: Iki, fields: Mapping[str, Any]) -> Iki:
    """`fields` as in `add_iki`; those not given stay."""
    hold(iki.rhk.skp)
    permissions.check_can_edit_skp(actor, iki.rhk.skp)
    policies.check_editable(iki.rhk.skp)
    for name, value in fields.items():
        setattr(iki, name, value)
    policies.check_indicator(iki)
    write(iki)
    record(actor=actor, tag="planning:iki:change", subject=iki, data={**fields})
    return iki


@action
def remove_rhk(*, actor: User, rhk: Rhk) -> None:
    hold(rhk.skp, "employee")
    permissions.check_can_edit_skp(actor, rhk.skp)
    policies.check_editable(rhk.skp)
    record(actor=actor, tag="planning:rhk:remove", subject=rhk, data={"skp": rhk.skp.uid, "text": rhk.text})
    _delete(rhk)


@action
def remove_iki(*, actor: User, iki: Iki) -> None:
    hold(iki.rhk.skp)
    permissions.check_can_edit_skp(actor, iki.rhk.skp)
    policies.check_editable(iki.rhk.skp)
    record(actor=actor, tag="planning:iki:remove", subject=iki, data={"rhk": iki.rhk.uid, "text": iki.text})
    _delete(iki)


@action
def set_ekspektasi(*, actor: User, skp: Skp, texts: Mapping[str, str]) -> None:
    """Ekspektasi khusus pimpinan per behaviour value; drafted by the employee, agreed with the leader."""
    hold(skp)
    permissions.check_can_set_ekspektasi(actor, skp)
    policies.check_ekspektasi_open(skp, by_leader=permissions.can_decide_skp(actor, skp))
    for nilai, text in texts.items():
        policies.check_nilai(nilai, on=skp.start)
        Ekspektasi.objects.update_or_create(skp=skp, nilai=nilai, defaults={"text": text.strip()})
    record(actor=actor, tag="planning:ekspektasi:set", subject=skp, data=dict(texts))


@action
def set_annex(*, actor: User, skp: Skp, lists: Mapping[str, list[str]]) -> None:
    """Lampiran SKP: the lines of each list (AnnexKind) that is given; the others stay."""
    hold(skp, "employee")
    permissions.check_can_edit_skp(actor, skp)
    policies.check_editable(skp)
    skp.annex.filter(kind__in=lists).delete()
    for kind, lines in lists.items():
        for order, text in enumerate((line.strip() for line in lines if line.strip()), start=1):
            write(AnnexLine(skp=skp, kind=kind, order=order, text=text))
    record(actor=actor, tag="planning:annex:set", subject=skp, data=dict(lists))


@action
def submit_skp(*, actor: User, skp: Skp) -> Skp:
    hold(skp, "employee", "pejabat_penilai__user", "period", "position")
    permissions.check_can_submit_skp(actor, skp)
    policies.check_submittable(skp)
    skp.status, skp.submitted_at, skp.remarks = SkpStatus.DIAJUKAN, timezone.now(), ""
    skp.save()
    record(actor=actor, tag=SKP["submit"].tag, subject=skp, data={"version": skp.version})
    _tell(skp.pejabat_penilai, skp, f"{skp.employee} mengajukan SKP untuk disepakati")
    return skp


@action
def return_skp(*, actor: User, skp: Skp, remarks: str) -> Skp:
    hold(skp)
    permissions.check_can_decide_skp(actor, skp)
    SKP.check("return", skp.status)
    if not remarks.strip():
        raise InputRefused(
            "Tulis apa yang perlu diubah, supaya pegawai tahu langkah berikutnya.", field="remarks"
        )
    skp.status, skp.remarks = SkpStatus.DIKEMBALIKAN, remarks.strip()
    skp.save()
    record(actor=actor, tag=SKP["return"].tag, subject=skp, data={"remarks": skp.remarks})
    _tell(skp.employee, skp, "SKP Anda dikembalikan untuk diperbaiki")
    return skp


@action
def agree_skp(*, actor: User, skp: Skp) -> Skp:
    hold(skp, "employee__user", "pejabat_penilai", "period", "position")
    permissions.check_can_decide_skp(actor, skp)
    SKP.check("agree", skp.status)
    skp.pejabat_penilai = employee_of(actor) or skp.pejabat_penilai
    skp.status, skp.agreed_at, skp.agreed_by = SkpStatus.DISEPAKATI, timezone.now(), actor
    skp.snapshot = document_of(skp)
    skp.save()
    keep_version(skp, agreed_by=actor, at=skp.agreed_at)
    record(
        actor=actor,
        tag=SKP["agree"].tag,
        subject=skp,
        data={"version": skp.version, "content": skp.snapshot},
    )
    _tell(skp.employee, skp, "SKP Anda disepakati")
    return skp


@action
def reopen_skp(*, actor: User, skp: Skp, ground: Ground, reason: str) -> Skp:
    """PP 30/2019 Ps 28: an agreed SKP may change during the year, on one of its grounds; it becomes a new version."""
    hold(skp)
    permissions.check_can_decide_skp(actor, skp)
    SKP.check("reopen", skp.status)
    end_version(skp, actor=actor, ground=ground, reason=reason, at=timezone.now())
    skp.status, skp.agreed_at, skp.agreed_by = SkpStatus.DRAF, None, None
    skp.snapshot, skp.version = {}, skp.version + 1
    skp.save()
    record(
        actor=actor,
        tag=SKP["reopen"].tag,
        subject=skp,
        data={"ground": ground, "reason": reason.strip(), "version": skp.version},
    )
    _tell(skp.employee, skp, "SKP Anda dibuka kembali")
    return skp


def _post_of(employee: Employee, period: Period, start: date | None) -> tuple[Placement, date]:
    """The position the plan is for, and the first day it covers."""
    placement = placement_within(employee, start or period.start, period.end)
    if placement is None:
        raise InputRefused(f"{employee} belum punya jabatan pada {period}; lengkapi penempatannya dahulu.")
    first_day = max(start or period.start, placement.valid_from)
    policies.check_within(period, first_day)
    return placement, first_day


def _delete(row: Model) -> None:
    try:
        row.delete()
    except ProtectedError as error:
        raise PolicyRefused(
            "Sudah ada realisasi, progres, atau rencana aksi untuk bagian ini, jadi tidak dapat dihapus."
        ) from error


def _tell(employee: Employee, skp: Skp, title: str) -> None:
    tell(employee, kind="planning:skp", title=title, body=str(skp), url=f"/kerja/skp/{skp.uid}/")
