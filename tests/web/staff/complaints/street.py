"""A coordinator's morning, on the server of the browser tests: two reports of one lamp, one of them new."""

from django.utils import timezone

from abdi.platform import moments
from abdi.voice.complaints.types import Place
from tests.cast import open_office
from tests.voice.complaints.conftest import ZONE, open_town
from tests.voice.scene import photo

TEXT = "Lampu jalan mati di depan pasar"


def open_street() -> None:
    timezone.activate(ZONE)
    town, here = open_town(open_office()), Place(-6.2, 106.8, "Jalan Misal")
    town.at = moments.now()
    town.disposed(text=TEXT, place=here)
    town.file(text=f"{TEXT}, gelap sekali", place=here, photos=[photo((400, 300))])
