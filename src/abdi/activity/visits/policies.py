"""What the state of a visit allows, whoever asks."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.activity.visits.enums import PlaceFound
from abdi.activity.visits.geo import Point
from abdi.activity.visits.models import PlannedVisit
from abdi.activity.visits.workflow import VISIT
from abdi.organisation.models import Employee
from abdi.planning.models import Rhk
from abdi.platform.earth import distance
from abdi.platform.errors import InputRefused, PolicyRefused

MOST_POINTS = 100  # of one round; a longer list is a mistake in pasting


def check_day_to_come(day: date) -> None:
    if day < timezone.localdate():
        raise InputRefused(_("Hari kunjungan sudah lewat; pilih hari ini atau sesudahnya."), field="day")


def check_number_of_points(number: int) -> None:
    if not 1 <= number <= MOST_POINTS:
        raise InputRefused(
            _("Tulis 1 sampai %(most)d titik untuk satu putaran; yang terbaca %(number)d.")
            % {"most": MOST_POINTS, "number": number},
            field="points",
        )


def check_rhk_of(rhk: Rhk | None, employee: Employee) -> None:
    if rhk is not None and rhk.skp.employee_id != employee.pk:
        raise InputRefused(_("RHK itu milik SKP orang lain; pilih RHK %s.") % employee, field="rhk")


def check_arrival(visit: PlannedVisit, at: datetime) -> None:
    """Late or far is recorded as it is; before its day, or in the future, it cannot have happened."""
    VISIT.check("check_in", visit.status)
    if at > timezone.now():
        raise InputRefused(_("Jam di perangkat Anda mendahului waktu sebenarnya; betulkan lalu kirim lagi."))
    if timezone.localdate(at) < visit.day:
        raise PolicyRefused(
            _("Kunjungan ini direncanakan untuk %(day)s; catat kedatangan pada hari itu.")
            % {"day": f"{visit.day:%d-%m-%Y}"}
        )


def check_cancellable(visit: PlannedVisit) -> None:
    """A visit that was missed stays missed; otherwise nobody would ever have missed one."""
    VISIT.check("cancel", visit.status)
    if visit.is_missed():
        raise PolicyRefused(
            _("Harinya sudah lewat, jadi kunjungan ini tercatat terlewat dan tidak dapat dibatalkan.")
        )


def is_in_time(visit: PlannedVisit, at: datetime) -> bool:
    here = timezone.localtime(at)
    return here.date() == visit.day and visit.opens <= here.time() <= visit.closes


def place_of(visit: PlannedVisit, position: Point | None) -> tuple[PlaceFound, int | None]:
    """Where the check-in happened, and how many metres from the point, where both are known."""
    point = visit.point
    if point is None:
        return PlaceFound.TANPA_TITIK, None
    if position is None:
        return PlaceFound.TANPA_POSISI, None
    away = round(distance(point.degrees, position.degrees))
    return (PlaceFound.DI_TEMPAT if away <= visit.radius else PlaceFound.JAUH), away
