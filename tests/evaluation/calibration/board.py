"""Drafted people for a board: rows as the actions would leave them."""

from itertools import cycle

from abdi.evaluation.calibration.actions import open_session
from abdi.evaluation.calibration.models import Session
from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from tests import cast
from tests.web.crowd import join

PAIRS = [(hasil, perilaku) for hasil in Rating.values for perilaku in Rating.values]


def draft(
    office: cast.Office, people: int, pairs: list[tuple[str, str]] = PAIRS, assessor: Employee | None = None
) -> list[Evaluation]:
    """`people` more with drafted ratings, going round `pairs`; judged by Dewi or by `assessor`."""
    joined = join(office, people)
    plans = Skp.objects.filter(employee__in=joined)
    if assessor:
        plans.update(pejabat_penilai=assessor)
    return Evaluation.objects.bulk_create(
        Evaluation(skp=skp, period=office.quarter, rating_hasil=hasil, rating_perilaku=perilaku)
        for skp, (hasil, perilaku) in zip(plans.order_by("pk"), cycle(pairs), strict=False)
    )


def opened(office: cast.Office, who: str = "dewi") -> Session:
    return open_session(actor=office.user(who), unit=office.unit, period=office.quarter)
