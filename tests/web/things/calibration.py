"""A board with Rina on it, and the result of her unit; rows without a trail, since looking must leave none."""

from django.utils import timezone

from abdi.evaluation.calibration.models import Seat, Session
from abdi.evaluation.enums import Rating

MET = Rating.SESUAI


def board(world) -> Session:
    office, found = world.office, Session.objects.filter(unit=world.office.unit).first()
    if found:
        return found
    session = Session(
        unit=office.unit, period=office.quarter, opened_at=timezone.now(), opened_by=office.user("dewi")
    )
    session.save()
    Seat(
        session=session,
        evaluation=world.evaluation,
        assessor=office.dewi,
        before_hasil=MET,
        before_perilaku=MET,
        hasil=MET,
        perilaku=MET,
    ).save()
    return session


unit = {"uid": lambda world: world.office.unit.uid, "period": lambda world: world.office.quarter.uid}
session = {"uid": lambda world: board(world).uid}
seat = {"uid": lambda world: board(world).seats.get().uid}

FACTORIES = {
    "workplace:organisation_result": unit,
    "workplace:organisation_decide": unit,
    "workplace:calibration_open": unit,
    "workplace:calibration_board": session,
    "workplace:calibration_cell": session,
    "workplace:calibration_move": session,
    "workplace:calibration_refresh": session,
    "workplace:calibration_close": session,
    "workplace:calibration_seat": seat,
    "workplace:calibration_accept": seat,
    "workplace:calibration_keep": seat,
}
