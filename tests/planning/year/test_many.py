"""Many at once: who is refused holds nobody up, and more people cost no more queries each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.organisation.models import Employee, Placement, ReportingLine
from abdi.planning import actions
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Skp
from abdi.planning.year import policies
from abdi.planning.year.bulk import agree_many, copy_many, draft_many
from abdi.platform.errors import InputRefused
from tests import cast
from tests.web.crowd import join


@pytest.fixture
def crowd(office):
    """Six more under Dewi, none of them with a plan."""
    return join(office, 6, with_plans=False)


def test_each_has_a_result_of_his_own(office, crowd):
    ReportingLine.objects.filter(subordinate=crowd[1]).delete()
    Placement.objects.filter(employee=crowd[2]).delete()
    outcomes = draft_many(actor=office.user("sari"), employees=crowd, period=office.year)
    assert [bool(one.skp) for one in outcomes] == [True, False, False, True, True, True]
    assert "belum punya pejabat penilai" in outcomes[1].refusal
    assert "belum punya jabatan" in outcomes[2].refusal
    assert Skp.objects.count() == 4
    again = draft_many(actor=office.user("sari"), employees=crowd[:1], period=office.year)
    assert "sudah punya SKP" in again[0].refusal


def test_nobody_is_drafted_by_who_may_not(office, crowd):
    outcomes = draft_many(actor=office.user("dewi"), employees=crowd, period=office.year)
    assert {one.skp for one in outcomes} == {None}
    assert "tim pengelola kinerja" in outcomes[0].refusal


def test_a_person_more_costs_the_same(office, crowd):
    def cost(people):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            draft_many(actor=office.user("sari"), employees=people, period=office.year)
        return len(captured) / len(people)

    cost(crowd[:1])  # what the instansi has set for itself is read once
    assert cost(crowd[1:3]) == cost(crowd[3:])


def test_agreed_in_one_go(office):
    plans = [cast.skp_with_indicators(office)]
    plans += draft_skp_of(office, office.joko)
    actions.submit_skp(actor=office.user("rina"), skp=plans[0])
    outcomes = agree_many(actor=office.user("dewi"), plans=plans)
    assert [(one.employee, one.refusal[:12]) for one in outcomes] == [
        (office.rina, ""),
        (office.joko, "Hanya SKP ya"),
    ]
    assert plans[0].status == SkpStatus.DISEPAKATI


def test_copied_for_those_who_had_one(office, next_year):
    cast.agreed_skp(office)
    mine, none = copy_many(actor=office.user("sari"), employees=[office.rina, office.joko], period=next_year)
    assert mine.skp.rhk.get().iki.count() == 2
    assert "Belum punya SKP periode sebelumnya" in none.refusal


def test_there_is_a_limit_to_one_go(office, monkeypatch):
    monkeypatch.setattr(policies, "AT_ONCE", 1)
    with pytest.raises(InputRefused, match="Paling banyak 1 orang"):
        draft_many(actor=office.user("sari"), employees=Employee.objects.all(), period=office.year)


def draft_skp_of(office, employee):
    return [actions.draft_skp(actor=office.user("sari"), employee=employee, period=office.year)]
