"""Moving people: the old ends on the day before the new begins, or nothing happens."""

from datetime import date

import pytest

from abdi.organisation.enums import JenisJabatan, PlacementKind
from abdi.organisation.models import Placement, Position, ReportingLine
from abdi.organisation.moves import Opening, change_assessor, move_employee
from abdi.organisation.selectors import assessor_of, placement_of
from abdi.platform.errors import PolicyRefused
from tests.organisation.people import START, a_line, a_position, a_unit, an_employee

JUNE = date(2026, 6, 1)


@pytest.fixture
def unit(instansi, system):
    return a_unit(system)


def test_who_moves_leaves_the_old_place_the_day_before(unit, system):
    person = an_employee(system, 1, unit)
    move_employee(
        actor=system,
        employee=person,
        position=Opening(unit, "Camat", JenisJabatan.ADMINISTRATOR, kelas=12, is_head=True),
        valid_from=JUNE,
    )
    assert placement_of(person, date(2026, 5, 31)).position.name == "Operator layanan"
    now = placement_of(person, JUNE).position
    assert (now.name, now.kelas, now.is_head, now.valid_from) == ("Camat", 12, True, JUNE)


def test_who_acts_elsewhere_keeps_the_own_place(unit, system):
    person, post = an_employee(system, 1, unit), a_position(system, unit, "Camat")
    move_employee(actor=system, employee=person, position=post, valid_from=JUNE, kind=PlacementKind.PLT)
    assert placement_of(person, JUNE).position.name == "Operator layanan"


def test_a_refused_move_leaves_everything_as_it_was(unit, system):
    person = an_employee(system, 1, unit, since=JUNE)
    with pytest.raises(PolicyRefused, match="akhiri penempatan itu"):
        move_employee(
            actor=system,
            employee=person,
            position=Opening(unit, "Camat", JenisJabatan.ADMINISTRATOR),
            valid_from=START,
        )
    assert not Position.objects.filter(name="Camat").exists()
    assert Placement.objects.get(employee=person).valid_until is None


def test_a_new_assessor_follows_the_old_one(unit, system):
    person, first, second = (an_employee(system, number, unit) for number in range(3))
    a_line(system, person, first)
    change_assessor(actor=system, employee=person, superior=second, valid_from=JUNE)
    assert (assessor_of(person, date(2026, 5, 31)), assessor_of(person, JUNE)) == (first, second)


def test_a_refused_assessor_leaves_the_old_one(unit, system):
    person, first = an_employee(system, 1, unit), an_employee(system, 2, unit)
    a_line(system, person, first)
    with pytest.raises(PolicyRefused, match="dirinya sendiri"):
        change_assessor(actor=system, employee=person, superior=person, valid_from=JUNE)
    assert ReportingLine.objects.get().valid_until is None
