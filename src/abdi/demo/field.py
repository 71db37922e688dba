"""Work outside the office, and somebody whose data are wrong: what the first look at the newer pages shows."""

from datetime import date, time

from django.utils import timezone

from abdi.activity.visits.actions import plan_round
from abdi.activity.visits.enums import VisitKind
from abdi.activity.visits.geo import Point
from abdi.activity.visits.rounds import Stop
from abdi.adoption.onboarding.actions import ask_correction
from abdi.adoption.onboarding.enums import CorrectionAbout
from abdi.demo.accounts import account_of
from abdi.demo.building import Region

_ROUND = (
    Stop("Posyandu Melati 1", Point.read("-6.914744", "107.609810"), radius=150),
    Stop("Posyandu Melati 2", Point.read("-6.917310", "107.612400"), radius=150),
    Stop("Balai RW 05"),
)


def go_outside(*, region: Region, today: date) -> None:
    """Rina's round of the day, and her request to the administration; nothing is visited yet."""
    rina = region.cast["rina"]
    plan_round(
        actor=account_of(rina),
        employee=rina,
        stops=_ROUND,
        day=max(today, timezone.localdate()),
        opens=time(8),
        closes=time(12),
        purpose="Mendata balita untuk penimbangan",
        kind=VisitKind.POSYANDU,
    )
    ask_correction(
        actor=account_of(rina),
        employee=rina,
        about=CorrectionAbout.DATA_DIRI,
        text="Pangkat saya sudah Penata Muda sejak April; di sini masih yang lama.",
    )
