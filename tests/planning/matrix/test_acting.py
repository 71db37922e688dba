"""A Plh or Plt divides his own indicators among the people of the post he stands in for (PP 30/2019 Ps 46(4))."""

from datetime import date

import pytest

from abdi.organisation import actions as organisation
from abdi.organisation.enums import PlacementKind
from abdi.planning import actions as planning
from abdi.planning.enums import RhkKind
from abdi.planning.matrix import actions
from abdi.planning.matrix.selectors import people_of
from tests import cast

ACTING = [PlacementKind.PLT, PlacementKind.PLH]


def placed(office, system, kind, **dates):
    """Sari in the post that Dewi holds."""
    lurah = office.dewi.placements.get().position
    organisation.place_employee(
        actor=system, employee=office.sari, position=lurah, kind=kind, **({"valid_from": cast.YEAR} | dates)
    )


def named(office, system, kind, **dates):
    """Sari as the one who assesses Dewi's people."""
    for one in (office.rina, office.joko):
        about = {"subordinate": one, "superior": office.sari, "kind": kind}
        organisation.set_reporting_line(actor=system, **about, **({"valid_from": cast.YEAR} | dates))


@pytest.fixture
def own(office):
    sari = office.user("sari")
    skp = planning.draft_skp(actor=sari, employee=office.sari, period=office.year)
    rhk = planning.add_rhk(actor=sari, skp=skp, text="Kelurahan tetap melayani")
    fields = {"text": "Loket buka tiap hari", "target": 100, "satuan": "%"}
    return planning.add_iki(actor=sari, rhk=rhk, fields=fields)


@pytest.mark.parametrize("assigned", [placed, named])
@pytest.mark.parametrize("kind", ACTING)
def test_an_acting_head_fills_his_own_grid(divided, own, plan_of_rina, system, assigned, kind):
    office, skp = divided.office, own.rhk.skp
    assert not people_of(skp).exists()
    assigned(office, system, kind)
    assert list(people_of(skp)) == [office.joko, office.rina]
    cell = actions.fill_cell(
        actor=office.user("sari"), skp=skp, employee=office.rina, iki=own, text="Loket tidak tutup"
    )
    rhk = actions.accept_candidate(actor=office.user("rina"), cell=cell, skp=plan_of_rina)
    assert (rhk.kind, rhk.intervened_uid) == (RhkKind.UTAMA, own.rhk.uid)


@pytest.mark.parametrize("kind", ACTING)
def test_the_holder_keeps_his_grid_meanwhile(divided, plan_of_rina, system, kind):
    named(divided.office, system, kind)
    names = [one.name.split()[0] for one in people_of(divided.skp)]
    assert names == ["Joko", "Rina", "Sari"]
    rhk = actions.accept_candidate(actor=divided.office.user("rina"), cell=divided.cell, skp=plan_of_rina)
    assert rhk.kind == RhkKind.UTAMA


@pytest.mark.parametrize("assigned", [placed, named])
@pytest.mark.parametrize("kind", ACTING)
def test_what_has_ended_gives_no_rows(office, own, system, assigned, kind):
    assigned(office, system, kind, valid_until=date(2026, 2, 28))
    assert not people_of(own.rhk.skp).exists()
