"""An SKP from draft to agreement, and every way it is refused."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from abdi.organisation import actions as organisation
from abdi.organisation.enums import EmployeeStatus, JenisJabatan, PlacementKind
from abdi.planning import actions
from abdi.planning.enums import Arah, RhkKind, SkpStatus
from abdi.planning.models import Iki
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests import cast


def tags():
    return list(AuditEntry.objects.order_by("pk").values_list("tag", flat=True))


def test_an_skp_is_agreed(office):
    skp = cast.agreed_skp(office)
    assert (skp.status, skp.agreed_by, skp.version) == (SkpStatus.DISEPAKATI, office.user("dewi"), 1)
    assert skp.pejabat_penilai == office.dewi
    assert tags()[-5:] == [
        "planning:rhk:add",
        "planning:iki:add",
        "planning:iki:add",
        "planning:skp:submit",
        "planning:skp:agree",
    ]
    told = Notice.objects.filter(kind="planning:skp").order_by("pk")
    assert [notice.recipient for notice in told] == [
        office.user("dewi"),
        office.user("rina"),
    ]


def test_what_was_agreed_stays_when_people_move_on(office):
    skp = cast.agreed_skp(office)
    office.rina.name = "Rina Sesudah Menikah"
    office.rina.save()
    skp.refresh_from_db()
    assert skp.snapshot["pegawai"]["nama"] == "Rina Misal"


def test_an_empty_skp_cannot_be_submitted(office):
    skp = actions.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)
    with pytest.raises(PolicyRefused, match="satu RHK utama"):
        actions.submit_skp(actor=office.user("rina"), skp=skp)
    actions.add_rhk(actor=office.user("rina"), skp=skp, text="Kios mandiri", kind=RhkKind.TAMBAHAN)
    with pytest.raises(PolicyRefused, match="“Kios mandiri” belum punya indikator"):
        actions.submit_skp(actor=office.user("rina"), skp=skp)


def test_returned_with_remarks_changed_and_submitted_again(office):
    skp = cast.skp_with_indicators(office)
    actions.submit_skp(actor=office.user("rina"), skp=skp)
    with pytest.raises(InputRefused, match="Tulis apa yang perlu diubah"):
        actions.return_skp(actor=office.user("dewi"), skp=skp, remarks=" ")
    actions.return_skp(actor=office.user("dewi"), skp=skp, remarks="Tambah target mutu.")
    assert (skp.status, skp.remarks) == (SkpStatus.DIKEMBALIKAN, "Tambah target mutu.")
    rhk = actions.add_rhk(actor=office.user("rina"), skp=skp, text="Data benar sejak awal")
    actions.add_iki(
        actor=office.user("rina"), rhk=rhk, fields={"text": "Tanpa koreksi", "target": 95, "satuan": "%"}
    )
    assert actions.submit_skp(actor=office.user("rina"), skp=skp).remarks == ""


def test_reopening_makes_a_new_version(office):
    skp = cast.agreed_skp(office)
    with pytest.raises(InputRefused, match="Ps 28"):
        actions.reopen_skp(actor=office.user("dewi"), skp=skp, ground="prioritas", reason="")
    actions.reopen_skp(actor=office.user("dewi"), skp=skp, ground="prioritas", reason="Prioritas berubah")
    assert (skp.status, skp.version, skp.snapshot, skp.agreed_by) == (SkpStatus.DRAF, 2, {}, None)


def test_agreed_content_is_locked(office):
    skp = cast.agreed_skp(office)
    with pytest.raises(PolicyRefused, match="terkunci"):
        actions.add_rhk(actor=office.user("rina"), skp=skp, text="Susulan")
    with pytest.raises(PolicyRefused, match="terkunci"):
        actions.remove_iki(actor=office.user("rina"), iki=Iki.objects.first())


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"metric": "service.lead_tim"}, "service.lead_time"),
        ({"target": "0"}, "lebih besar dari nol"),
        ({"target": "banyak"}, "target"),
        ({"arah": Arah.RENTANG}, "batas bawah dan batas atas"),
        ({"arah": Arah.RENTANG, "target_high": "50"}, "berurutan"),
        ({"text": ""}, "indikator kinerja individu"),
    ],
)
def test_an_indicator_that_cannot_be_judged_is_refused(office, fields, sentence):
    skp = actions.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)
    rhk = actions.add_rhk(actor=office.user("rina"), skp=skp, text="Hasil")
    with pytest.raises(InputRefused, match=sentence):
        actions.add_iki(
            actor=office.user("rina"), rhk=rhk, fields={"text": "IKI", "target": "90", "satuan": "%"} | fields
        )
    assert not rhk.iki.exists()


def test_one_skp_a_position_and_period(office):
    actions.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)
    with pytest.raises(InputRefused, match="sudah punya SKP"):
        actions.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)


def test_a_plan_needs_a_year(office):
    with pytest.raises(InputRefused, match="periode tahunan"):
        actions.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.quarter)


def test_without_assessor_no_skp(office):
    with pytest.raises(InputRefused, match="belum punya pejabat penilai"):
        actions.draft_skp(actor=office.user("budi"), employee=office.budi, period=office.year)


def test_expectations_and_annex(office):
    skp = cast.skp_with_indicators(office)
    actions.set_ekspektasi(actor=office.user("dewi"), skp=skp, texts={"loyal": "Jaga rahasia warga"})
    actions.set_annex(actor=office.user("rina"), skp=skp, lists={"dukungan": ["Komputer", " ", "Pelatihan"]})
    assert [line.text for line in skp.annex.all()] == ["Komputer", "Pelatihan"]
    with pytest.raises(InputRefused, match="BerAKHLAK"):
        actions.set_ekspektasi(actor=office.user("dewi"), skp=skp, texts={"sakti": "?"})


@pytest.mark.parametrize("who", ["joko", "budi", "sari", "rina"])
def test_only_the_assessor_agrees(office, who):
    skp = cast.skp_with_indicators(office)
    actions.submit_skp(actor=office.user("rina"), skp=skp)
    with pytest.raises(PermissionRefused, match="pejabat penilai"):
        actions.agree_skp(actor=office.user(who), skp=skp)


@pytest.mark.parametrize("name", ["skp_agreement_signed", "skp_two_people", "skp_dates_in_order"])
def test_the_database_refuses_what_the_law_refuses(office, name):
    skp = cast.skp_with_indicators(office)
    change = {
        "skp_agreement_signed": {"status": SkpStatus.DISEPAKATI},
        "skp_two_people": {"pejabat_penilai": office.rina},
        "skp_dates_in_order": {"end": skp.start},
    }[name]
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        type(skp).objects.filter(pk=skp.pk).update(**change)


def test_the_employee_signs_for_himself(office):
    skp = cast.skp_with_indicators(office)
    with pytest.raises(PermissionRefused, match="pegawainya sendiri"):
        actions.submit_skp(actor=office.user("sari"), skp=skp)


def test_a_page_read_before_a_decision_decides_nothing_after_it(office):
    skp = cast.skp_with_indicators(office)
    actions.submit_skp(actor=office.user("rina"), skp=skp)
    other_tab = type(skp).objects.get(pk=skp.pk)
    actions.agree_skp(actor=office.user("dewi"), skp=skp)
    with pytest.raises(PolicyRefused):
        actions.return_skp(actor=office.user("dewi"), skp=other_tab, remarks="Terlambat dibaca.")
    assert type(skp).objects.get(pk=skp.pk).status == SkpStatus.DISEPAKATI


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"satuan": "menit"}, "bersatuan hari"), ({"arah": Arah.NAIK}, "makin rendah makin baik")],
)
def test_a_measured_indicator_speaks_the_language_of_its_metric(office, change, sentence):
    skp = actions.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)
    rhk = actions.add_rhk(actor=office.user("rina"), skp=skp, text="Permohonan selesai cepat")
    measured = {"metric": "service.lead_time.mean", "satuan": "hari", "arah": Arah.TURUN}
    fields = {"text": "Rata-rata lama", "target": "3"} | measured | change
    with pytest.raises(InputRefused, match=sentence):
        actions.add_iki(actor=office.user("rina"), rhk=rhk, fields=fields)


def test_who_comes_in_march_plans_from_march(office, system):
    end_of_february = date(2026, 2, 28)
    organisation.end_placement(actor=system, placement=office.rina.placements.get(), last_day=end_of_february)
    post = organisation.create_position(
        actor=system,
        unit=office.unit,
        name="Arsiparis",
        jenis=JenisJabatan.FUNGSIONAL,
        valid_from=date(2026, 3, 1),
    )
    organisation.place_employee(
        actor=system, employee=office.rina, position=post, valid_from=date(2026, 3, 1)
    )
    rina = office.user("rina")
    moved = actions.draft_skp(actor=rina, employee=office.rina, period=office.year, start=date(2026, 3, 1))
    assert (moved.start, moved.position) == (date(2026, 3, 1), post)
    first = actions.draft_skp(actor=rina, employee=office.rina, period=office.year, end=end_of_february)
    assert (first.start, first.end) == (date(2026, 1, 1), end_of_february)
    with pytest.raises(InputRefused, match="di dalam Tahun 2026"):
        actions.draft_skp(actor=rina, employee=office.rina, period=office.year, start=date(2027, 1, 5))


def test_a_newcomer_plans_from_his_first_day(office, system):
    newcomer = organisation.create_employee(
        actor=system, nip="199105052026031006", name="Tono Andai", status=EmployeeStatus.PNS, unit=office.unit
    )
    post = office.rina.placements.get().position
    organisation.place_employee(actor=system, employee=newcomer, position=post, valid_from=date(2026, 3, 2))
    organisation.set_reporting_line(
        actor=system, subordinate=newcomer, superior=office.dewi, valid_from=date(2026, 3, 2)
    )
    assert actions.draft_skp(actor=system, employee=newcomer, period=office.year).start == date(2026, 3, 2)


def test_who_acts_for_the_assessor_agrees_in_his_own_name(office, system):
    skp = cast.skp_with_indicators(office)
    actions.submit_skp(actor=office.user("rina"), skp=skp)
    organisation.set_reporting_line(
        actor=system,
        subordinate=office.rina,
        superior=office.budi,
        kind=PlacementKind.PLH,
        valid_from=cast.YEAR,
    )
    assert actions.agree_skp(actor=office.user("budi"), skp=skp).pejabat_penilai == office.budi


def test_the_leader_writes_his_expectations_while_it_lies_with_him(office):
    skp = cast.skp_with_indicators(office)
    actions.submit_skp(actor=office.user("rina"), skp=skp)
    actions.set_ekspektasi(actor=office.user("dewi"), skp=skp, texts={"loyal": "Jaga rahasia warga"})
    with pytest.raises(PolicyRefused, match="terkunci"):
        actions.set_ekspektasi(actor=office.user("rina"), skp=skp, texts={"loyal": "Lain"})
    actions.agree_skp(actor=office.user("dewi"), skp=skp)
    with pytest.raises(PolicyRefused, match="terkunci"):
        actions.set_ekspektasi(actor=office.user("dewi"), skp=skp, texts={"loyal": "Lain"})
