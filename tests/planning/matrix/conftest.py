"""Dewi's plan, which her people and one of elsewhere contribute to."""

from dataclasses import dataclass

import pytest

from abdi.planning import actions as planning
from abdi.planning.matrix import actions
from abdi.planning.matrix.models import MatrixCell
from abdi.planning.models import Iki, Rhk, Skp
from tests import cast


@dataclass
class Divided:
    """A leader's draft with one RHK of one IKI, and a cell of it for Rina."""

    office: cast.Office
    skp: Skp
    rhk: Rhk
    iki: Iki
    cell: MatrixCell


@pytest.fixture
def divided(office) -> Divided:
    return divide(office)


def divide(office) -> Divided:
    dewi = office.user("dewi")
    skp = planning.draft_skp(actor=dewi, employee=office.dewi, period=office.year)
    rhk = planning.add_rhk(actor=dewi, skp=skp, text="Warga puas atas pelayanan kelurahan")
    fields = {"text": "Indeks kepuasan kelurahan", "target": 85, "satuan": "indeks"}
    iki = planning.add_iki(actor=dewi, rhk=rhk, fields=fields)
    cell = actions.fill_cell(
        actor=dewi, skp=skp, employee=office.rina, iki=iki, text="Berkas warga selesai tanpa diulang"
    )
    return Divided(office, skp, rhk, iki, cell)


@pytest.fixture
def plan_of_rina(office) -> Skp:
    return planning.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)
