"""What became of the decided: one signed, one disputes and waits, one has yet to take his report card."""

from abdi.demo.building import Region
from abdi.evaluation.handover import actions as handing
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection import actions as disputing
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User


def hand_over_and_dispute(*, region: Region) -> None:
    """Rina signs, Yudi objects and his assessor explains, Eko was handed his card today."""
    cards = {
        name: Evaluation.objects.get(skp__employee=region.cast[name]) for name in ("rina", "eko", "yudi")
    }
    for card in cards.values():
        handing.hand_over(actor=_account(card.skp.pejabat_penilai), evaluation=card)
    for name in ("rina", "yudi"):
        handing.receive(actor=_account(region.cast[name]), evaluation=cards[name])
    handing.sign(actor=_account(region.cast["rina"]), evaluation=cards["rina"])
    _dispute(_account(region.cast["yudi"]), cards["yudi"])


def _dispute(employee: User, card: Evaluation) -> None:
    handing.ask_question(
        actor=employee, evaluation=card, text="Apakah bulan saat sistem kependudukan padam ikut dihitung?"
    )
    keberatan = disputing.file_keberatan(
        actor=employee,
        evaluation=card,
        reasons="Dua pekan loket berjalan manual karena sistem padam, jadi waktu selesai tercatat terlambat.",
        evidence="Berita acara gangguan 3/CONTOH/2026",
    )
    disputing.explain_keberatan(
        actor=_account(card.skp.pejabat_penilai),
        keberatan=keberatan,
        text="Hari-hari gangguan sudah dikeluarkan dari hitungan; bagian yang tepat waktu tetap di bawah target.",
    )


def _account(person: Employee) -> User:
    if person.user is None:
        raise LookupError(f"{person} takes part without a sign-in; judging.py gives one to every assessor")
    return person.user
