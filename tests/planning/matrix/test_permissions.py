"""Who sees how much of Dewi's matrix: a truth table."""

import pytest

from abdi.planning.matrix import permissions

TABLE = {
    #        fill   all    Rina's row
    "rina": (False, False, True),
    "dewi": (True, True, True),
    "budi": (False, True, True),
    "joko": (False, False, False),
    "sari": (True, True, True),
}


@pytest.mark.parametrize(("who", "fill", "whole", "row"), [(who, *row) for who, row in TABLE.items()])
def test_truth_table(divided, who, fill, whole, row):
    user = divided.office.user(who)
    assert permissions.can_fill_matrix(user, divided.skp) is fill
    assert permissions.can_see_matrix(user, divided.skp) is whole
    assert permissions.can_see_row(user, divided.skp, divided.office.rina) is row


def test_without_a_row_nothing_is_seen(divided, plan_of_rina):
    joko = divided.office.joko
    assert permissions.can_see_row(joko.user, divided.skp, joko)
    assert not permissions.can_see_row(joko.user, plan_of_rina, joko)
