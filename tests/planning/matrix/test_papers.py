"""The matrix among the official documents: final with its leader's plan, and replaced when a cell changes."""

import pytest

from abdi.planning import actions as planning
from abdi.planning.enums import Perspektif
from abdi.planning.matrix import actions
from abdi.planning.matrix.papers import MATRIKS
from abdi.platform.errors import PermissionRefused, PolicyRefused
from abdi.platform.verification.actions import issue
from abdi.platform.verification.permissions import can_sign
from abdi.platform.verification.selectors import standing_of_code


@pytest.fixture
def agreed(divided):
    dewi, perspektif = divided.office.user("dewi"), {"perspektif": Perspektif.PENERIMA_LAYANAN}
    planning.change_iki(actor=dewi, iki=divided.iki, fields=perspektif)
    planning.submit_skp(actor=dewi, skp=divided.skp)
    return planning.agree_skp(actor=divided.office.user("budi"), skp=divided.skp)


def test_a_draft_is_not_issued(divided):
    with pytest.raises(PolicyRefused, match="masih draf"):
        issue(actor=divided.office.user("dewi"), paper=MATRIKS, subject=divided.skp)


def test_it_holds_until_a_cell_changes(divided, agreed):
    dewi = divided.office.user("dewi")
    issued = issue(actor=dewi, paper=MATRIKS, subject=agreed)
    assert standing_of_code(issued.code).holds
    actions.clear_cell(actor=dewi, cell=divided.cell)
    assert not standing_of_code(issued.code).holds


def test_whose_it_is(divided, agreed):
    office = divided.office
    assert [can_sign(office.user(who), MATRIKS, agreed) for who in ("dewi", "budi", "sari")] == [
        True,
        False,
        False,
    ]
    with pytest.raises(PermissionRefused):
        issue(actor=office.user("rina"), paper=MATRIKS, subject=agreed)


@pytest.mark.parametrize(("who", "total"), [("dewi", 1), ("budi", 1), ("sari", 1), ("rina", 0)])
def test_many_at_once_are_those_divided_among_somebody(divided, plan_of_rina, who, total):
    found = MATRIKS.subjects(divided.office.user(who), divided.office.year.uid, None)
    assert found.count() == total
