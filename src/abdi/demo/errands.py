"""Citizens' files at one kelurahan: one new, one that waits for its citizen, one late, one handed over."""

from datetime import timedelta

from django.utils import timezone

from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.platform.accounts.models import User
from abdi.platform.moments import replayed_at
from abdi.services.requests import actions
from abdi.services.requests.enums import DocumentStatus
from abdi.services.requests.models import CitizenVisit, Permohonan

OFFICE = "KEL-MELATI"
_NOTE = "Surat pengantar RT belum ditandatangani; minta tanda tangan lalu kirim fotonya."


def run_errands(*, region: Region) -> None:
    """Rina serves them all; filed before now, served now: the ledger's past days are sealed."""
    rina = account_of(region.cast["rina"])
    _visit(region, rina, "Warga Contoh Satu", timedelta(hours=2), "KEL-MELATI-DOMISILI")
    _wait_for_the_citizen(
        rina, _visit(region, rina, "Warga Contoh Dua", timedelta(days=1), "KEL-MELATI-SKTM")
    )
    _take_up(rina, _visit(region, rina, "Warga Contoh Tiga", timedelta(days=6), "KEL-MELATI-NIKAH"))
    both = "KEL-MELATI-NIKAH", "DUKCAPIL-KTP"
    _hand_over(rina, _visit(region, rina, "Warga Contoh Empat", timedelta(hours=20), *both))


def _visit(region: Region, officer: User, name: str, ago: timedelta, *codes: str) -> CitizenVisit:
    layanan = [region.layanan[code] for code in codes]
    with replayed_at(timezone.now() - ago):
        return actions.open_visit(actor=officer, unit=region.units[OFFICE], layanan=layanan, name=name)


def _take_up(officer: User, visit: CitizenVisit) -> Permohonan:
    """The first of the visit's: the others belong to other units."""
    first = visit.permohonan.select_related("layanan", "unit").get(number=1)
    return actions.take_up(actor=officer, permohonan=first)


def _wait_for_the_citizen(officer: User, visit: CitizenVisit) -> None:
    permohonan = _take_up(officer, visit)
    wrong = permohonan.documents.order_by("number").first()
    if wrong is not None:
        actions.judge_document(actor=officer, document=wrong, status=DocumentStatus.PERBAIKI, note=_NOTE)
    actions.return_for_completion(actor=officer, permohonan=permohonan, note=_NOTE)


def _hand_over(officer: User, visit: CitizenVisit) -> None:
    permohonan = _take_up(officer, visit)
    for paper in permohonan.documents.all():
        actions.judge_document(actor=officer, document=paper, status=DocumentStatus.SESUAI)
    actions.complete(actor=officer, permohonan=permohonan)
    actions.hand_over(actor=officer, permohonan=permohonan, received_by="Pemohon sendiri")
