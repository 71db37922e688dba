"""Reads over a small office, and how many queries they take."""

from datetime import date

import pytest

from abdi.organisation import actions, selectors
from abdi.organisation.enums import PlacementKind, Role
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests.organisation.people import START, a_line, a_position, a_unit, an_account, an_employee

PLH, PLT, DEFINITIF = PlacementKind.PLH, PlacementKind.PLT, PlacementKind.DEFINITIF
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 3, day) for day in (2, 3, 4, 5))


@pytest.fixture
def unit(instansi, system):
    return a_unit(system)


@pytest.fixture
def people(unit, system):
    return [an_employee(system, number, unit) for number in range(5)]


def test_the_one_who_stands_in_comes_first(people, system):
    officer, definitive, plt, plh, _ = people
    a_line(system, officer, definitive)
    a_line(system, officer, plt, TUESDAY, kind=PLT, valid_until=WEDNESDAY)
    a_line(system, officer, plh, WEDNESDAY, kind=PLH, valid_until=WEDNESDAY)
    found = [selectors.assessor_of(officer, day) for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)]
    assert found == [definitive, plt, plh, definitive]
    assert selectors.assessor_of(officer, date(2023, 12, 31)) is None
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY):
        for person in people[1:]:
            is_assessor = selectors.assessor_of(officer, day) == person
            assert (officer in selectors.subordinates_of(person, day)) == is_assessor


def test_the_chain_and_everybody_below(people, system):
    a_line(system, people[0], people[1])
    a_line(system, people[1], people[2])
    a_line(system, people[3], people[2])
    assert selectors.chain_above(people[0], MONDAY) == [people[1], people[2]]
    assert selectors.people_below(people[2], MONDAY) == {people[0].pk, people[1].pk, people[3].pk}
    assert selectors.people_below(people[4], MONDAY) == set()


def test_the_home_position_comes_before_an_acting_one(people, unit, system):
    acting = a_position(system, unit, "Camat")
    actions.place_employee(actor=system, employee=people[0], position=acting, valid_from=MONDAY, kind=PLT)
    assert selectors.placement_of(people[0], TUESDAY).kind == DEFINITIF
    newcomer = an_employee(system, 9)
    actions.place_employee(actor=system, employee=newcomer, position=acting, valid_from=MONDAY, kind=PLT)
    assert selectors.placement_of(newcomer, TUESDAY).position == acting
    assert selectors.placement_of(newcomer, date(2026, 3, 1)) is None


@pytest.mark.parametrize("as_query", [True, False])
def test_lists_of_people_take_one_query(people, system, django_assert_num_queries, as_query):
    for person in people[1:]:
        a_line(system, person, people[0])
    wanted = Employee.objects.all() if as_query else people
    with django_assert_num_queries(1):
        placements = selectors.placements_on(wanted, MONDAY)
        units = {placement.position.unit.code for placement in placements.values()}
    with django_assert_num_queries(1):
        assessors = selectors.assessors_on(wanted, MONDAY)
    assert (set(placements), units) == ({person.pk for person in people}, {"KEC-01"})
    assert assessors == {person.pk: people[0] for person in people[1:]}


def test_units_above_and_below(unit, system):
    section = a_unit(system, "KEC-01-A", unit)
    desk = a_unit(system, "KEC-01-A-1", section)
    other = a_unit(system, "DIS")
    assert selectors.units_below(unit) == {unit.pk, section.pk, desk.pk}
    assert selectors.units_above(desk) == [desk.pk, section.pk, unit.pk]
    assert selectors.units_below(other) == {other.pk}


def test_roles_reach_downwards(unit, instansi, system):
    section = a_unit(system, "KEC-01-A", unit)
    user = User.objects.create(username="rina", instansi=instansi)
    actions.grant_role(actor=system, user=user, role=Role.PETUGAS, unit=unit, valid_from=START)
    assert selectors.has_role(user, Role.PETUGAS, section, MONDAY)
    assert not selectors.has_role(user, Role.ADMIN, section, MONDAY)
    assert not selectors.has_role(user, Role.PETUGAS, None, MONDAY)
    assert not selectors.has_role(user, Role.PETUGAS, section, date(2023, 12, 31))
    assert [grant.unit for grant in selectors.roles_of(user, MONDAY)] == [unit]


def test_an_account_is_an_employee_only_at_home(people, system):
    user = an_account(system, people[0], "rina")
    assert selectors.employee_of(user) == people[0]
    assert selectors.employee_of(system) is None
    elsewhere = Instansi.objects.create(code="kota-umpama", name="Kota Umpama")
    with instansi_scope(elsewhere):
        assert selectors.employee_of(user) is None
