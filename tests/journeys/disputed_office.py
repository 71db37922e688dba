"""An agency of its own in which Rina's predikat was handed over, for the browser."""

from abdi.evaluation.handover.actions import hand_over
from tests.evaluation.judged import decided
from tests.journeys.hands import office_of

PREFIX = "keberatan-"


def prepare() -> None:
    with office_of(PREFIX, "Kota Keberatan") as office:
        hand_over(actor=office.user("dewi"), evaluation=decided(office))
