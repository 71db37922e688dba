"""A visit as who holds its code sees it, and one permohonan as anybody does who may."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.platform.verification.models import Issued
from abdi.platform.verification.selectors import present_version
from abdi.services.requests.enums import DocumentStatus, PermohonanStatus
from abdi.services.requests.models import CitizenVisit, Document, Permohonan, Step
from abdi.services.requests.papers import PRODUK
from abdi.services.requests.selectors import permohonan_of
from abdi.services.requests.timing import Clocks, clocks_of
from abdi.services.requests.workflow import PERMOHONAN
from abdi.web.public.surveys.doors import secrets_for

_TONES = {
    PermohonanStatus.DIPROSES: "here",
    PermohonanStatus.DIKEMBALIKAN: "warn",
    PermohonanStatus.SELESAI: "ok",
    PermohonanStatus.DISERAHKAN: "ok",
    PermohonanStatus.DITOLAK: "bad",
}
_PAPER_TONES = {
    DocumentStatus.DITERIMA: "here",
    DocumentStatus.SESUAI: "ok",
    DocumentStatus.PERBAIKI: "warn",
}


@dataclass(frozen=True)
class Paper:
    document: Document
    tone: str
    can_send: bool


@dataclass(frozen=True)
class Shown:
    """One permohonan with its road so far and its two clocks."""

    one: Permohonan
    tone: str
    steps: list[Step]
    papers: list[Paper]
    clocks: Clocks
    issued: Issued | None
    is_late: bool

    @property
    def can_cancel(self) -> bool:
        return PERMOHONAN.allows("cancel", self.one.status)

    @property
    def can_resubmit(self) -> bool:
        return PERMOHONAN.allows("resubmit", self.one.status)

    @property
    def missing(self) -> list[Document]:
        """Required papers that the citizen has to send still, or anew."""
        lacks = (DocumentStatus.BELUM, DocumentStatus.PERBAIKI)
        if not self.can_cancel:
            return []
        documents = (paper.document for paper in self.papers)
        return [one for one in documents if one.is_required and one.status in lacks]


def shown_of(visit: CitizenVisit) -> list[Shown]:
    now = moments.now()
    return [shown(one, now) for one in permohonan_of(visit)]


def invitations(request: HttpRequest, every: list[Shown]) -> list[tuple[str, Layanan]]:
    """(secret, service) of the surveys that the visitor can answer still."""
    secrets = secrets_for(request, [shown.one.uid for shown in every if shown.clocks.ended_at])
    return [(secrets[shown.one.uid], shown.one.layanan) for shown in every if shown.one.uid in secrets]


def shown(one: Permohonan, now: datetime) -> Shown:
    """`one` with its steps and documents at hand."""
    steps = sorted(one.steps.all(), key=lambda step: step.number)
    clocks = clocks_of(one, steps, now)
    return Shown(
        one=one,
        tone=tone_of(one),
        steps=steps,
        papers=[_paper(one, document) for document in one.documents.all()],
        clocks=clocks,
        issued=present_version(PRODUK, one),
        is_late=bool(one.due_at and not clocks.is_paused and one.due_at < (clocks.ended_at or now)),
    )


def tone_of(one: Permohonan) -> str:
    return _TONES.get(PermohonanStatus(one.status), "")


def _paper(one: Permohonan, document: Document) -> Paper:
    is_open = PERMOHONAN.allows("cancel", one.status)
    return Paper(
        document=document,
        tone=_PAPER_TONES.get(DocumentStatus(document.status), ""),
        can_send=is_open and document.status != DocumentStatus.SESUAI,
    )
