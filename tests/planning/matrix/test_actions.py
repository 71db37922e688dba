"""From a leader's indicator to somebody's RHK, and what each learns when the other changes his mind."""

import pytest

from abdi.organisation import actions as organisation
from abdi.planning import actions as planning
from abdi.planning.enums import RhkKind
from abdi.planning.matrix import actions
from abdi.planning.matrix.changes import changes_above
from abdi.planning.matrix.enums import CellStatus
from abdi.planning.matrix.models import MatrixCell
from abdi.planning.matrix.selectors import candidates_for, columns_of, people_of, rows_of
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests import cast


def names(people):
    return [one.name.split()[0] for one in people]


def test_a_filled_cell_is_told_and_becomes_an_rhk(divided, plan_of_rina):
    rina = divided.office.user("rina")
    assert Notice.objects.of(rina).first().title.endswith("Berkas warga selesai tanpa diulang")
    assert list(candidates_for(plan_of_rina)) == [divided.cell]
    rhk = actions.accept_candidate(actor=rina, cell=divided.cell, skp=plan_of_rina)
    assert (rhk.text, rhk.kind) == ("Berkas warga selesai tanpa diulang", RhkKind.UTAMA)
    assert (rhk.intervened_text, rhk.assigned_by) == ("Warga puas atas pelayanan kelurahan", "Lurah")
    assert (divided.cell.status, rhk.matrix_cell) == (CellStatus.DITERIMA, divided.cell)
    assert not candidates_for(plan_of_rina).exists()
    tags = AuditEntry.objects.order_by("pk").values_list("tag", flat=True)
    assert list(tags)[-2:] == ["planning:rhk:add", "planning:matrix_cell:accept"]


def test_taken_over_once_and_again_after_the_rhk_is_gone(divided, plan_of_rina):
    rina = divided.office.user("rina")
    rhk = actions.accept_candidate(actor=rina, cell=divided.cell, skp=plan_of_rina)
    with pytest.raises(PolicyRefused, match="sudah menjadi RHK"):
        actions.accept_candidate(actor=rina, cell=divided.cell, skp=plan_of_rina)
    with pytest.raises(PolicyRefused, match="menghapus RHK itu"):
        actions.clear_cell(actor=divided.office.user("dewi"), cell=divided.cell)
    planning.remove_rhk(actor=rina, rhk=rhk)
    assert list(candidates_for(plan_of_rina)) == [divided.cell]
    actions.clear_cell(actor=divided.office.user("dewi"), cell=divided.cell)
    assert not MatrixCell.objects.exists()


def test_somebody_of_elsewhere_is_invited_and_takes_it_as_an_extra(divided, system):
    office, dewi = divided.office, divided.office.user("dewi")
    other = organisation.create_unit(actor=system, code="KEC", name="Kecamatan", valid_from=cast.YEAR)
    guest = cast.employ(other, "tono", "Tono Andai", "199205052017031006", "Arsiparis")
    organisation.set_reporting_line(
        actor=system, subordinate=guest, superior=office.budi, valid_from=cast.YEAR
    )
    with pytest.raises(PolicyRefused, match="undang dahulu"):
        actions.fill_cell(actor=dewi, skp=divided.skp, employee=guest, iki=divided.iki, text="Data rapi")
    member = actions.invite(actor=dewi, skp=divided.skp, employee=guest, team="Tim Data", is_lead=True)
    with pytest.raises(InputRefused, match="sudah ada di matriks"):
        actions.invite(actor=dewi, skp=divided.skp, employee=guest)
    assert names(people_of(divided.skp)) == ["Joko", "Rina", "Sari", "Tono"]
    cell = actions.fill_cell(actor=dewi, skp=divided.skp, employee=guest, iki=divided.iki, text="Data rapi")
    his = planning.draft_skp(actor=guest.user, employee=guest, period=office.year)
    rhk = actions.accept_candidate(actor=guest.user, cell=cell, skp=his)
    assert (rhk.kind, rhk.assigned_by) == (RhkKind.TAMBAHAN, "Lurah, Kelurahan Melati (Tim Data)")
    with pytest.raises(PolicyRefused, match="Kosongkan dahulu"):
        actions.dismiss(actor=dewi, member=member)


def test_a_guest_without_a_cell_leaves(divided):
    dewi = divided.office.user("dewi")
    with pytest.raises(InputRefused, match="Pemilik SKP"):
        actions.invite(actor=dewi, skp=divided.skp, employee=divided.office.dewi)
    member = actions.invite(actor=dewi, skp=divided.skp, employee=divided.office.budi)
    actions.dismiss(actor=dewi, member=member)
    assert "Budi" not in names(people_of(divided.skp))


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_cell_is_not_filled(divided, text):
    with pytest.raises(InputRefused, match="hasil yang diharapkan"):
        actions.fill_cell(
            actor=divided.office.user("dewi"),
            skp=divided.skp,
            employee=divided.office.rina,
            iki=divided.iki,
            text=text,
        )


def test_a_cell_lies_under_an_indicator_of_this_plan(divided):
    joko = divided.office.user("joko")
    skp = planning.draft_skp(actor=joko, employee=divided.office.joko, period=divided.office.year)
    rhk = planning.add_rhk(actor=joko, skp=skp, text="Arsip rapi")
    foreign = planning.add_iki(
        actor=joko, rhk=rhk, fields={"text": "Arsip tertata", "target": 1, "satuan": "lemari"}
    )
    with pytest.raises(InputRefused, match="bukan bagian dari"):
        actions.fill_cell(
            actor=divided.office.user("dewi"),
            skp=divided.skp,
            employee=divided.office.rina,
            iki=foreign,
            text="Apa saja",
        )


def test_a_candidate_is_taken_over_by_its_own_person_only(divided):
    joko = divided.office.user("joko")
    skp = planning.draft_skp(actor=joko, employee=divided.office.joko, period=divided.office.year)
    with pytest.raises(InputRefused, match="pegawai atau periode lain"):
        actions.accept_candidate(actor=joko, cell=divided.cell, skp=skp)


def test_what_changes_above_is_said_until_it_is_followed(divided, plan_of_rina):
    rina, dewi = divided.office.user("rina"), divided.office.user("dewi")
    rhk = actions.accept_candidate(actor=rina, cell=divided.cell, skp=plan_of_rina)
    assert changes_above(plan_of_rina) == []
    planning.change_iki(actor=dewi, iki=divided.iki, fields={"target": 88})
    planning.change_rhk(actor=dewi, rhk=divided.rhk, text="Warga sangat puas")
    actions.fill_cell(
        actor=dewi, skp=divided.skp, employee=divided.office.rina, iki=divided.iki, text="Tanpa bolak-balik"
    )
    result, target, role = changes_above(plan_of_rina)
    assert "kini berbunyi “Warga sangat puas”" in result
    assert "dari ≥ 85 indeks menjadi ≥ 88 indeks" in target.replace("\N{NO-BREAK SPACE}", " ")
    assert "“Berkas warga selesai tanpa diulang”, kini berbunyi “Tanpa bolak-balik”" in role
    actions.follow_changes(actor=rina, skp=plan_of_rina)
    rhk.refresh_from_db()
    assert (changes_above(plan_of_rina), rhk.intervened_text) == ([], "Warga sangat puas")


def test_what_vanished_above_is_said_and_let_go(divided, plan_of_rina):
    rina, dewi = divided.office.user("rina"), divided.office.user("dewi")
    rhk = actions.accept_candidate(actor=rina, cell=divided.cell, skp=plan_of_rina)
    planning.remove_rhk(actor=dewi, rhk=divided.rhk)
    result, column = changes_above(plan_of_rina)
    assert "RHK pimpinan “Warga puas atas pelayanan kelurahan” sudah tidak ada" in result
    assert column == "IKI pimpinan “Indeks kepuasan kelurahan” sudah dihapus."
    actions.follow_changes(actor=rina, skp=plan_of_rina)
    rhk.refresh_from_db()
    assert (rhk.intervened_uid, changes_above(plan_of_rina)) == (None, [])


def test_a_candidate_whose_indicator_is_gone_is_none(divided, plan_of_rina):
    planning.remove_iki(actor=divided.office.user("dewi"), iki=divided.iki)
    assert not candidates_for(plan_of_rina).exists()
    divided.cell.refresh_from_db()
    with pytest.raises(PolicyRefused, match="sudah dihapus"):
        actions.accept_candidate(actor=divided.office.user("rina"), cell=divided.cell, skp=plan_of_rina)


WRITES = {"rina": False, "dewi": True, "budi": False, "joko": False, "sari": True}


@pytest.mark.parametrize("accepted", [False, True], ids=["calon", "diterima"])
@pytest.mark.parametrize(("who", "may"), WRITES.items())
def test_who_fills_and_clears_in_which_state(divided, plan_of_rina, who, may, accepted):
    if accepted:
        actions.accept_candidate(actor=divided.office.user("rina"), cell=divided.cell, skp=plan_of_rina)
    place = {"skp": divided.skp, "employee": divided.office.rina, "iki": divided.iki}
    if not may:
        with pytest.raises(PermissionRefused, match="diisi oleh Dewi Umpama"):
            actions.fill_cell(actor=divided.office.user(who), text="Lain", **place)
        with pytest.raises(PermissionRefused, match="diisi oleh Dewi Umpama"):
            actions.clear_cell(actor=divided.office.user(who), cell=divided.cell)
        return
    assert actions.fill_cell(actor=divided.office.user(who), text="Lain", **place).text == "Lain"
    if accepted:
        with pytest.raises(PolicyRefused):
            actions.clear_cell(actor=divided.office.user(who), cell=divided.cell)
    else:
        actions.clear_cell(actor=divided.office.user(who), cell=divided.cell)


@pytest.mark.parametrize(("who", "may"), {"rina": True, "sari": True, "dewi": False, "joko": False}.items())
def test_who_takes_a_candidate_over(divided, plan_of_rina, who, may):
    user = divided.office.user(who)
    if may:
        assert actions.accept_candidate(actor=user, cell=divided.cell, skp=plan_of_rina).pk
    else:
        with pytest.raises(PermissionRefused):
            actions.accept_candidate(actor=user, cell=divided.cell, skp=plan_of_rina)


def test_a_locked_plan_takes_nothing_over(divided):
    skp = cast.agreed_skp(divided.office)
    with pytest.raises(PolicyRefused, match="terkunci"):
        actions.accept_candidate(actor=divided.office.user("rina"), cell=divided.cell, skp=skp)
    with pytest.raises(PolicyRefused, match="terkunci"):
        actions.follow_changes(actor=divided.office.user("rina"), skp=skp)


def test_a_grid_costs_the_same_for_more_people(divided, django_assert_num_queries):
    columns = columns_of(divided.skp)
    for people in ([divided.office.rina], list(people_of(divided.skp))):
        with django_assert_num_queries(3):
            rows = rows_of(divided.skp, people, columns)
    rina = next(row for row in rows if row.employee == divided.office.rina)
    assert rina.cells == [(divided.iki, divided.cell)]
