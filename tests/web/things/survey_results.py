"""A period of Rina's unit that is over, answered, published, and followed up."""

from datetime import date

from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication.actions import publish
from abdi.voice.surveys.publication.models import FollowUp
from tests.voice.surveys.conftest import put

LAST = date(2026, 6, 30)


def period(world) -> SurveyPeriod:
    known = SurveyPeriod.objects.filter(unit=world.office.unit).first()
    if known:
        return known
    made = SurveyPeriod(unit=world.office.unit, first=date(2026, 4, 1), last=LAST, population=60)
    made.save()
    for points in (2, 3, 3, 4, 4, 4):
        put(world.office, 1, points, day=LAST)
    publish(actor=world.office.user("dewi"), period=made)
    return made


def follow_up(world) -> FollowUp:
    known = FollowUp.objects.first()
    made = known or FollowUp(
        period=period(world),
        unsur="waktu",
        action="Buka dua loket",
        year=2026,
        quarter=4,
        responsible="Lurah",
    )
    if known is None:
        made.save()
    return made


one = {"uid": lambda world: period(world).uid}
sheet = {"unit": lambda world: world.office.unit.code, "period": lambda world: period(world).uid}

FACTORIES = {
    "public:survey_result": sheet,
    "public:survey_result_file": sheet,
    "staff:survey_period": one,
    "staff:survey_period_change": one,
    "staff:survey_publish": one,
    "staff:survey_plan": one,
    "staff:survey_export": one | {"kind": lambda _world: "csv"},
    "staff:survey_progress": {"uid": lambda world: follow_up(world).uid},
}
