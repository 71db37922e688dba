"""Who may do what with Rina's SKP: a truth table."""

import pytest

from abdi.planning import permissions
from tests import cast

TABLE = {
    #        edit   decide see
    "rina": (True, False, True),
    "dewi": (False, True, True),
    "budi": (False, False, True),
    "joko": (False, False, False),
    "sari": (True, False, True),
}


@pytest.mark.parametrize(("who", "edit", "decide", "see"), [(who, *row) for who, row in TABLE.items()])
def test_truth_table(office, who, edit, decide, see):
    skp = cast.skp_with_indicators(office)
    user = office.user(who)
    assert permissions.can_edit_skp(user, skp) is edit
    assert permissions.can_decide_skp(user, skp) is decide
    assert permissions.can_see_skp(user, skp) is see


@pytest.mark.parametrize(("who", "may"), [("rina", False), ("dewi", False), ("sari", True)])
def test_periods_are_kept_by_the_administration(office, who, may):
    assert permissions.can_manage_periods(office.user(who)) is may
