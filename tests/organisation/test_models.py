"""The database refuses what the actions would refuse, on SQLite and on PostgreSQL."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from abdi.organisation.enums import PlacementKind, Role
from abdi.organisation.models import Employee, Placement, Position, ReportingLine, RoleGrant, Unit
from abdi.platform.accounts.models import User

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
JAN_END = date(2026, 1, 31)


@pytest.fixture
def unit(instansi):
    return Unit.objects.create(code="KEC", name="Kecamatan Contoh", valid_from=JAN)


@pytest.fixture
def people(instansi):
    return [Employee.objects.create(name=name) for name in ("Rina Misal", "Dewi Umpama", "Joko Seumpama")]


@pytest.fixture
def position(unit):
    return Position.objects.create(unit=unit, name="Operator", jenis="pelaksana", valid_from=JAN)


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_dates_stand_in_order(instansi):
    refused(lambda: Unit.objects.create(code="A", name="A", valid_from=FEB, valid_until=JAN))


def test_a_code_and_a_nip_are_used_once(unit):
    refused(lambda: Unit.objects.create(code="KEC", name="Lain", valid_from=JAN))
    Employee.objects.create(name="Rina Misal", nip="1")
    refused(lambda: Employee.objects.create(name="Dewi Umpama", nip="1"))
    Employee.objects.create(name="Tanpa NIP")
    Employee.objects.create(name="Juga tanpa NIP")


def test_a_unit_is_not_its_own_parent(unit):
    refused(lambda: Unit.objects.filter(pk=unit.pk).update(parent=unit))


def test_nobody_assesses_himself(people):
    refused(lambda: ReportingLine.objects.create(subordinate=people[0], superior=people[0], valid_from=JAN))


# first period, second period, do they share a day
PERIODS = [
    ((JAN, None), (JAN, None), True),
    ((JAN, None), (MAR, None), True),
    ((JAN, FEB), (FEB, None), True),
    ((JAN, JAN_END), (FEB, None), False),
    ((FEB, None), (JAN, JAN_END), False),
    ((FEB, None), (JAN, FEB), True),
    ((JAN, MAR), (FEB, FEB), True),
]


@pytest.mark.parametrize(("first", "second", "overlap"), PERIODS)
def test_definitive_placements_do_not_overlap(people, position, first, second, overlap):
    def place(span, kind=PlacementKind.DEFINITIF):
        Placement.objects.create(
            employee=people[0], position=position, kind=kind, valid_from=span[0], valid_until=span[1]
        )

    place(first)
    place(second, PlacementKind.PLT)
    if overlap:
        refused(lambda: place(second))
    else:
        place(second)


@pytest.mark.parametrize(("first", "second", "overlap"), PERIODS)
def test_lines_of_one_kind_do_not_overlap(people, first, second, overlap):
    def draw(span, superior, kind=PlacementKind.DEFINITIF):
        ReportingLine.objects.create(
            subordinate=people[0], superior=superior, kind=kind, valid_from=span[0], valid_until=span[1]
        )

    draw(first, people[1])
    draw(second, people[2], PlacementKind.PLH)
    if overlap:
        refused(lambda: draw(second, people[2]))
    else:
        draw(second, people[2])


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(("first", "second", "overlap"), PERIODS)
def test_grants_do_not_overlap(unit, instansi, first, second, overlap, whole):
    user = User.objects.create(username="rina", instansi=instansi)

    def grant(span, role=Role.ADMIN, over=None if whole else unit):
        RoleGrant.objects.create(user=user, role=role, unit=over, valid_from=span[0], valid_until=span[1])

    grant(first)
    grant(second, role=Role.PIMPINAN)
    grant(second, over=unit if whole else None)
    if overlap:
        refused(lambda: grant(second))
    else:
        grant(second)


def test_an_update_into_an_overlap_is_refused(people, position):
    Placement.objects.create(employee=people[0], position=position, valid_from=FEB)
    early = Placement.objects.create(
        employee=people[0], position=position, valid_from=JAN, valid_until=JAN_END
    )
    refused(lambda: Placement.objects.filter(pk=early.pk).update(valid_until=FEB))
    Placement.objects.filter(pk=early.pk).update(valid_until=date(2026, 1, 15))
