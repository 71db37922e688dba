"""A link for somebody whom Rina has just served."""

from uuid import UUID

from django.utils import timezone

from abdi.platform.accounts.models import system_user
from abdi.services.endings import Served
from abdi.voice.surveys.actions import mint
from abdi.voice.surveys.enums import WordKind
from abdi.voice.surveys.models import Word
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


def word(world) -> Word:
    known = Word.objects.filter(employee=world.office.rina).first()
    if known is None:
        today = timezone.localdate()
        known = Word(unit=world.office.unit, layanan=world.office.layanan, employee=world.office.rina)
        known.kind, known.text, known.day, known.released_on = WordKind.KRITIK, "Lama", today, today
        known.save()
    return known


FACTORIES = {
    "workplace:word_reply": {"uid": lambda world: word(world).uid},
    "public:survey": {"secret": secret},
    "public:survey_kiosk_answer": {"layanan": lambda world: world.office.layanan.uid},
}
