"""What became of the decided: one signed, one disputes and waits, one has yet to take his report card."""

from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.evaluation.handover import actions as handing
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection import actions as disputing
from abdi.platform.accounts.models import User


def hand_over_and_dispute(*, region: Region) -> None:
    """Rina signs, Yudi objects and his assessor explains, Eko was handed his card today."""
    cards = {
        name: Evaluation.objects.get(skp__employee=region.cast[name]) for name in ("rina", "eko", "yudi")
    }
    for card in cards.values():
        handing.hand_over(actor=account_of(card.skp.pejabat_penilai), evaluation=card)
    for name in ("rina", "yudi"):
        handing.receive(actor=account_of(region.cast[name]), evaluation=cards[name])
    handing.sign(actor=account_of(region.cast["rina"]), evaluation=cards["rina"])
    _dispute(account_of(region.cast["yudi"]), cards["yudi"])


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
        actor=account_of(card.skp.pejabat_penilai),
        keberatan=keberatan,
        text="Hari-hari gangguan sudah dikeluarkan dari hitungan; bagian yang tepat waktu tetap di bawah target.",
    )
