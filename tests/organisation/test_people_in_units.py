"""Whose people one may list: by the units one is trusted with."""

from datetime import date

from abdi.organisation import actions
from abdi.organisation.enums import Role
from abdi.organisation.permissions import can_list_employees, units_in_view
from abdi.organisation.selectors import employees_in, units_trusted
from tests import cast

ON = date(2026, 3, 2)


def grant(office, system, who, role, unit=None):
    actions.grant_role(actor=system, user=office.user(who), role=role, unit=unit, valid_from=cast.YEAR)


def test_a_grant_on_a_unit_reaches_the_units_below(office, system):
    below = actions.create_unit(
        actor=system, code="RT-1", name="Rukun 1", valid_from=cast.YEAR, parent=office.unit
    )
    grant(office, system, "budi", Role.PIMPINAN, office.unit)
    assert units_trusted(office.user("budi"), {Role.PIMPINAN}, ON) == {office.unit.pk, below.pk}
    assert units_trusted(office.user("budi"), {Role.ADMIN}, ON) == set()


def test_a_grant_on_the_whole_instansi_has_no_bounds(office):
    assert units_trusted(office.user("sari"), {Role.ADMIN}, ON) is None
    assert employees_in(None, ON).count() == 5


def test_people_are_where_they_are_placed_that_day(office, system):
    other = actions.create_unit(actor=system, code="KEL-ANGGREK", name="Anggrek", valid_from=cast.YEAR)
    assert employees_in({other.pk}, ON).count() == 0
    assert employees_in({office.unit.pk}, ON).count() == 5
    assert employees_in({office.unit.pk}, date(2025, 12, 31)).count() == 0


def test_petugas_is_no_reason_to_list_people(office, system):
    grant(office, system, "joko", Role.PETUGAS, office.unit)
    assert units_in_view(office.user("joko"), ON) == set()
    assert not can_list_employees(office.user("joko"), ON)
    assert can_list_employees(office.user("sari"), ON)
