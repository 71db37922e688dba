"""Who sees the board, who may move a person on it, and who answers."""

from abdi.evaluation.calibration.models import Seat, Session
from abdi.evaluation.permissions import check_can_judge
from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.selectors import employee_of, units_trusted, with_units_led
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_lead_calibration(user: User, unit: Unit) -> None:
    """Whoever leads the unit or one above it, and its tim pengelola kinerja."""
    units = units_calibrated(user)
    if units is not None and unit.pk not in units:
        raise PermissionRefused(f"Kalibrasi {unit} dipimpin pimpinannya atau tim pengelola kinerjanya.")


def check_can_see_session(user: User, session: Session) -> None:
    """An assessor comes in too; the board then shows him his own people alone."""
    if can_lead_calibration(user, session.unit):
        return
    me = employee_of(user)
    if me is None or not session.seats.filter(assessor=me).exists():
        raise PermissionRefused(
            "Papan ini terbuka bagi pimpinan unit dan pejabat penilai yang ikut di dalamnya."
        )


def check_can_see_seat(user: User, seat: Seat) -> None:
    if not can_lead_calibration(user, seat.session.unit):
        check_can_answer(user, seat)


def check_can_answer(user: User, seat: Seat) -> None:
    """Only the pejabat penilai sets ratings (PP 30/2019 Ps 46)."""
    check_can_judge(user, seat.evaluation)


def check_can_list_sessions(user: User) -> None:
    me = employee_of(user)
    if units_calibrated(user) == set() and not (me and Seat.objects.filter(assessor=me).exists()):
        raise PermissionRefused(
            "Kalibrasi dibuka oleh pimpinan unit, pengelola kinerja, dan pejabat penilai."
        )


def units_calibrated(user: User) -> set[int] | None:
    """Ids of the units whose board somebody leads; None means the whole instansi."""
    return with_units_led(units_trusted(user, {Role.PENGELOLA_KINERJA}), user)


def can_lead_calibration(user: User, unit: Unit) -> bool:
    return passes(check_can_lead_calibration, user, unit)


def can_see_session(user: User, session: Session) -> bool:
    return passes(check_can_see_session, user, session)


def can_see_seat(user: User, seat: Seat) -> bool:
    return passes(check_can_see_seat, user, seat)


def can_answer(user: User, seat: Seat) -> bool:
    return passes(check_can_answer, user, seat)


def can_list_sessions(user: User) -> bool:
    return passes(check_can_list_sessions, user)
