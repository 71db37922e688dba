"""The thing an address names: 404 where the instansi has none, 403 where this person may not see it."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.evaluation.calibration.models import Seat, Session
from abdi.evaluation.calibration.permissions import (
    can_lead_calibration,
    check_can_see_seat,
    check_can_see_session,
)
from abdi.evaluation.organisation_result.permissions import check_can_see_result
from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import employee_of
from abdi.planning.models import Period
from abdi.web.workplace.finding import below


def find_unit(request: HttpRequest, uid: UUID, period: UUID) -> tuple[Unit, Period]:
    unit, when = get_object_or_404(Unit, uid=uid), get_object_or_404(Period, uid=period)
    check_can_see_result(request.user, unit)
    return unit, when


def find_session(request: HttpRequest, uid: UUID) -> Session:
    session = get_object_or_404(Session.objects.select_related("unit", "period"), uid=uid)
    check_can_see_session(request.user, session)
    return session


def find_seat(request: HttpRequest, uid: UUID) -> Seat:
    session = ("session__unit", "session__period", "assessor")
    related = (*session, "evaluation__period", *below("evaluation__skp"))
    seat = get_object_or_404(Seat.objects.select_related(*related), uid=uid)
    check_can_see_seat(request.user, seat)
    return seat


def limited_to(request: HttpRequest, session: Session) -> Employee | None:
    """None for who leads the board; an assessor sees his own people alone."""
    return None if can_lead_calibration(request.user, session.unit) else employee_of(request.user)
