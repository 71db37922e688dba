"""A link for somebody whom Rina has just served."""

from uuid import UUID

from django.utils import timezone

from abdi.platform.accounts.models import system_user
from abdi.services.endings import Served
from abdi.voice.surveys.actions import mint
from abdi.voice.surveys.tokens import secret_of

CASE = str(UUID(int=5))


def secret(world) -> str:
    served = Served(
        case=CASE,
        unit=world.office.unit,
        layanan=world.office.layanan,
        employee=world.office.rina,
        channel="kios",
        at=timezone.now(),
        followed=world.office.unit,
        page="/antrean/CONTOH/",
    )
    mint(actor=system_user(), served=served)
    return secret_of(CASE)


FACTORIES = {
    "public:survey": {"secret": secret},
    "public:survey_kiosk_answer": {"layanan": lambda world: world.office.layanan.uid},
}
