"""Matrices are told apart by the SKP they divide; Rina's own, which is nobody's business but hers and above."""

from abdi.organisation.models import Employee
from abdi.planning.actions import draft_skp
from abdi.planning.library.actions import add_template
from abdi.planning.library.models import IkiTemplate
from abdi.planning.matrix import actions
from abdi.planning.matrix.models import MatrixCell, MatrixMember
from abdi.planning.models import Iki, Skp
from abdi.platform.accounts.models import system_user


def _skp(world):
    return world.evaluation.skp


def _guest(world) -> Employee:
    return world.people.invited


def member(world):
    known = MatrixMember.objects.filter(skp=_skp(world)).first()
    return known or actions.invite(actor=world.office.user("rina"), skp=_skp(world), employee=_guest(world))


def cell(world):
    member(world)
    known = MatrixCell.objects.filter(skp=_skp(world)).first()
    return known or actions.fill_cell(
        actor=world.office.user("rina"),
        skp=_skp(world),
        employee=_guest(world),
        iki=Iki.objects.filter(rhk__skp=_skp(world)).first(),
        text="Arsip siap dipakai",
    )


def plan_of_guest(world):
    """Where she may take over what the matrix gives her."""
    guest = world.people.invited
    known = Skp.objects.filter(employee=guest).first()
    return known or draft_skp(actor=guest.user, employee=guest, period=world.office.year)


def template(world):
    fields = {"jabatan": "Lurah", "text": "Warga puas", "source": "Survei", "target": 80, "satuan": "indeks"}
    return IkiTemplate.objects.first() or add_template(actor=system_user(), fields=fields)


skp = {"uid": lambda world: _skp(world).uid}
FACTORIES = {
    "workplace:matrix": skp,
    "workplace:matrix_paper": skp,
    "workplace:matrix_invite": skp,
    "workplace:changes_follow": skp,
    "workplace:matrix_dismiss": {"uid": lambda world: member(world).uid},
    "workplace:candidate_accept": {"uid": lambda world: cell(world).uid},
    "workplace:template_remove": {"uid": lambda world: template(world).uid},
    "workplace:rhk_change": {"uid": lambda world: _skp(world).rhk.first().uid},
    "workplace:iki_change": {"uid": lambda world: world.measured.iki.uid},
}
