"""What happened to plans in the course of the year: a disturbance, a change, somebody away."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.organisation.selectors import placements_on
from abdi.planning import actions as planning
from abdi.planning.models import Period, Skp
from abdi.planning.versions.actions import note_absence
from abdi.planning.versions.enums import AbsenceKind, Ground
from abdi.platform.accounts.models import User
from abdi.platform.outages.actions import record_outage

_WHO_CHANGES = "maya"
_MORNING, _HOURS_DOWN = time(1, 30), timedelta(hours=5)  # half past eight in the west of the country
_AWAY_FOR = timedelta(days=90)
_SUPPORT = ["Loket dengan mesin antrean", "Pemindai untuk arsip kependudukan"]


def live_the_year(*, actor: User, region: Region, plans: Mapping[str, Skp], today: date) -> None:
    """After the plans were led to their stages: nobody's stage is another one afterwards."""
    _disturb(actor, today)
    _change(plans[_WHO_CHANGES])
    _leave(actor, region, today)


def _disturb(actor: User, today: date) -> None:
    """On the last day for filing that has passed, so that the deadline is seen to have moved."""
    period = Period.objects.filter(filing_deadline__lt=today).order_by("filing_deadline").last()
    if period is None:
        return
    start = datetime.combine(period.filing_deadline, _MORNING, UTC)
    record_outage(
        actor=actor,
        start=start,
        end=start + _HOURS_DOWN,
        what="Jaringan pusat data daerah padam",
        source="Berita acara 017/CONTOH/GANGGUAN",
    )


def _change(skp: Skp) -> None:
    """Reopened by the leader on a ground of PP 30/2019 Ps 28, amended, and agreed anew."""
    employee, leader = account_of(skp.employee), account_of(skp.pejabat_penilai)
    planning.reopen_skp(
        actor=leader, skp=skp, ground=Ground.STRATEGI, reason="Anggaran pemindai tersedia di perubahan APBD."
    )
    planning.set_annex(actor=employee, skp=skp, lists={"dukungan": _SUPPORT})
    planning.submit_skp(actor=employee, skp=skp)
    planning.agree_skp(actor=leader, skp=skp)


def _leave(actor: User, region: Region, today: date) -> None:
    """One of the many without a plan, who owes none while he is away."""
    known = {person.pk for person in region.cast.values()}
    others = [person for person in region.people() if person.pk not in known]
    placed = placements_on(others, today)
    away = next(person for person in others if person.pk in placed)
    note_absence(
        actor=actor,
        employee=away,
        kind=AbsenceKind.CLTN,
        start=today - _AWAY_FOR,
        dasar="Keputusan 045/CONTOH/CLTN",
    )
