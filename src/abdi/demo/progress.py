"""A week of daily progress: what the counter recorded is confirmed, a sentence is added, and the leader looks."""

from collections.abc import Mapping
from datetime import date, timedelta

from abdi.activity.evidence.actions import attach_link
from abdi.activity.progress import actions
from abdi.activity.progress.models import Entry
from abdi.activity.progress.rencana_aksi.actions import add_action, report_action
from abdi.activity.progress.selectors import subject_of, waiting_for
from abdi.activity.progress.suggestions import suggestions
from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User
from abdi.platform.calendar.selectors import working_calendar

_WHO = ("rina", "joko", "eko")
_GIVEN = 5  # working days, to enter and to approve
_WORKING_DAYS = 3
_SENTENCES = (
    "Menjelaskan syarat pindah alamat kepada ketua RT",
    "Merapikan arsip permohonan bulan lalu",
    "Mengajari rekan mengisi buku tamu digital",
)
_REPORT = "https://contoh.test/laporan/arsip-loket"
_PLANNED = {
    1: "Daftar syarat diperiksa",
    2: "Contoh isian dicetak",
    3: "Dipasang di loket",
    4: "Ditinjau ulang",
}


def tell_progress(*, actor: User, region: Region, plans: Mapping[str, Skp], today: date) -> None:
    """The last working days before `today` of a few officers; the days of one of them are approved already."""
    actions.set_windows(actor=actor, days_to_enter=_GIVEN, days_to_approve=_GIVEN)
    for username in _WHO:
        for day, sentence in zip(_days_before(today, plans[username]), _SENTENCES, strict=False):
            _tell_day(plans[username], day, sentence)
    rina = plans["rina"]
    _support(Entry.objects.filter(employee=rina.employee).first())
    leader = region.cast["dewi"]
    hers = [entry for entry in waiting_for(leader) if entry.employee_id == rina.employee_id]
    if hers:
        actions.approve_many(actor=account_of(leader), entries=hers[:-1])
    _plan_actions(rina)


def _days_before(today: date, skp: Skp) -> list[date]:
    """Those within the plan, newest first; in the first days of January there may be none."""
    calendar = working_calendar([today.year - 1, today.year])
    days = (today - timedelta(days=back) for back in range(1, 15))
    worked = [day for day in days if calendar.is_working_day(day) and skp.start <= day <= skp.end]
    return worked[:_WORKING_DAYS]


def _tell_day(skp: Skp, day: date, sentence: str) -> None:
    employee, user = skp.employee, account_of(skp.employee)
    for one in suggestions(employee, day):
        actions.confirm_suggestion(actor=user, employee=employee, day=day, topic=one.topic, digest=one.digest)
    actions.enter_progress(actor=user, employee=employee, day=day, text=sentence)


def _support(entry: Entry | None) -> None:
    if entry:
        user = account_of(entry.employee)
        attach_link(actor=user, subject=subject_of(entry), link=_REPORT, title="Foto arsip loket")


def _plan_actions(skp: Skp) -> None:
    rhk, user = skp.rhk.all()[0], account_of(skp.employee)
    line = add_action(
        actor=user,
        rhk=rhk,
        text="Memasang contoh isian formulir di tiap loket",
        targets=_PLANNED,
        evidence_wanted="Foto loket dan berita acara",
    )
    report_action(actor=user, line=line, quarter=1, realisation="Daftar syarat diperiksa bersama dua rekan")
