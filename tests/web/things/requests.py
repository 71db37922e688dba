"""Two visits to Rina's unit: one that was just filed, with a paper sent in, and one whose product is ready."""

from abdi.platform.accounts.models import public_user
from abdi.services.requests import actions
from abdi.services.requests.enums import DocumentStatus, PermohonanStatus
from abdi.services.requests.models import CitizenVisit, Document, Permohonan


def filed(world) -> Permohonan:
    known = Permohonan.objects.filter(status=PermohonanStatus.DIAJUKAN).first()
    return known or _open(world).permohonan.get()


def finished(world) -> Permohonan:
    known = Permohonan.objects.filter(status=PermohonanStatus.SELESAI).first()
    if known:
        return known
    one, joko = _open(world).permohonan.get(), world.office.user("joko")
    actions.take_up(actor=joko, permohonan=one)
    return actions.complete(actor=joko, permohonan=one)


def paper(world) -> Document:
    one = filed(world)
    known = one.documents.first()
    if known is None:
        known = Document(permohonan=one, number=1, text="KTP-el", is_required=False, file=world.upload)
        known.status = DocumentStatus.DITERIMA
        known.save()
    return known


def _open(world) -> CitizenVisit:
    office = world.office
    return actions.open_visit(actor=public_user(), unit=office.unit, layanan=[office.layanan])


def number(world) -> int:
    return filed(world).number


def code(world) -> str:
    return filed(world).visit.code


one = {"code": code, "number": number}
done = {"code": lambda world: finished(world).visit.code, "number": lambda world: finished(world).number}
FACTORIES = {
    "public:visit": {"code": code},
    "public:visit_attach": {**one, "paper": lambda world: paper(world).number},
    "public:visit_resubmit": one,
    "public:visit_cancel": one,
    "public:visit_product": done,
    **{
        f"counter:{name}": {"uid": lambda world: filed(world).uid}
        for name in (
            "request",
            "request_take",
            "request_return",
            "request_complete",
            "request_hand_over",
            "request_reject",
        )
    },
    **{
        f"counter:{name}": {"uid": lambda world: paper(world).uid}
        for name in ("request_document", "request_attach", "request_judge")
    },
}
