"""The matrix and the library on screen."""

import pytest

from abdi.evaluation import actions as judging
from abdi.planning import actions as planning
from abdi.planning.enums import Pendekatan
from abdi.planning.library.actions import load_library
from abdi.planning.library.models import IkiTemplate
from abdi.planning.matrix import actions
from abdi.planning.matrix.models import MatrixCell, MatrixMember
from abdi.planning.models import Iki
from abdi.platform.accounts.models import system_user
from tests.planning.matrix.conftest import divide


@pytest.fixture
def divided(office):
    return divide(office)


@pytest.fixture
def plan(office):
    return planning.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)


def page_of(skp):
    return f"/kerja/matriks/{skp.uid}/"


def name(employee, iki):
    return f"{employee.uid}:{iki.uid}"


def test_a_leader_fills_the_grid_and_takes_back(office, enter, divided):
    dewi = enter("dewi")
    assert "Berkas warga selesai tanpa diulang" in dewi.get(page_of(divided.skp)).content.decode()
    sent = {name(office.rina, divided.iki): "", name(office.joko, divided.iki): "Arsip siap dipakai"}
    dewi.post(page_of(divided.skp), sent)
    assert [(cell.employee, cell.text) for cell in MatrixCell.objects.all()] == [
        (office.joko, "Arsip siap dipakai")
    ]
    before = MatrixCell.objects.get().seen
    dewi.post(page_of(divided.skp), {name(office.joko, divided.iki): "Arsip siap dipakai"})
    assert MatrixCell.objects.get().seen == before


def test_a_refusal_keeps_what_was_typed_and_changes_nothing(office, enter, divided, plan):
    actions.accept_candidate(actor=office.user("rina"), cell=divided.cell, skp=plan)
    sent = {name(office.rina, divided.iki): "", name(office.joko, divided.iki): "Arsip siap dipakai"}
    answer = enter("dewi").post(page_of(divided.skp), sent)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "menghapus RHK itu" in page
    assert "Arsip siap dipakai" in page
    assert MatrixCell.objects.count() == 1


def test_who_has_a_part_sees_his_row_alone(office, enter, divided):
    page = enter("rina").get(page_of(divided.skp)).content.decode()
    assert "Berkas warga selesai tanpa diulang" in page
    assert "Joko" not in page
    assert "<textarea" not in page
    assert enter("rina").post(page_of(divided.skp), {}).status_code == 403
    assert enter("rina").get(page_of(divided.skp) + "pdf/").status_code == 403
    assert enter("dewi").get(page_of(divided.skp) + "pdf/").content.startswith(b"%PDF")


def test_one_person_at_a_time(office, enter, divided):
    one = enter("dewi").get(page_of(divided.skp), {"pegawai": str(office.joko.uid)})
    assert [row["employee"] for row in one.context["rows"]] == [office.joko]
    assert enter("dewi").get(page_of(divided.skp), {"pegawai": "bukan-uid"}).status_code == 404


def test_a_grid_asks_no_more_for_more_people(office, enter, divided, django_assert_max_num_queries):
    dewi = enter("dewi")
    dewi.get(page_of(divided.skp))
    with django_assert_max_num_queries(30):
        dewi.get(page_of(divided.skp))


def test_somebody_of_elsewhere_is_invited_and_dismissed(office, enter, divided):
    dewi = enter("dewi")
    found = dewi.get(page_of(divided.skp) + "undang/", {"q": "budi"}).content.decode()
    assert "Budi Andaian, Camat" in found
    assert office.budi.nip not in found
    sent = {"employee": str(office.budi.uid), "team": "Tim Data"}
    assert dewi.post(page_of(divided.skp) + "undang/?q=budi", sent).status_code == 302
    member = MatrixMember.objects.get()
    assert (member.employee, member.team) == (office.budi, "Tim Data")
    dewi.post(f"/kerja/matriks/anggota/{member.uid}/keluar/")
    assert not MatrixMember.objects.exists()


def test_a_candidate_becomes_an_rhk_and_a_change_above_is_followed(office, enter, divided, plan):
    rina = enter("rina")
    mine = f"/kerja/skp/{plan.uid}/"
    assert "Jadikan RHK" in rina.get(mine).content.decode()
    assert "Berkas warga" in rina.get("/kerja/matriks/").content.decode()
    rina.post(f"/kerja/matriks/sel/{divided.cell.uid}/terima/", {"skp": str(plan.uid)})
    assert plan.rhk.get().intervened_text == "Warga puas atas pelayanan kelurahan"
    enter("dewi").post(f"/kerja/rhk/{divided.rhk.uid}/ubah/", {"text": "Warga sangat puas"})
    assert "kini berbunyi “Warga sangat puas”" in rina.get(mine).content.decode()
    rina.post(f"/kerja/matriks/{plan.uid}/ikuti/")
    assert "kini berbunyi" not in rina.get(mine).content.decode()
    assert plan.rhk.get().intervened_text == "Warga sangat puas"


def test_an_rhk_may_serve_one_of_the_leaders_draft(enter, divided, plan):
    sent = {"text": "Antrean pendek", "kind": "utama", "intervened": str(divided.rhk.uid)}
    enter("rina").post(f"/kerja/skp/{plan.uid}/rhk/", sent)
    assert plan.rhk.get().intervened_uid == divided.rhk.uid


def test_an_example_is_found_taken_along_and_checked(office, enter, plan):
    load_library(actor=system_user())
    rhk = planning.add_rhk(actor=office.user("rina"), skp=plan, text="Antrean pendek")
    rina = enter("rina")
    found = rina.get("/kerja/perpustakaan/", {"q": "tunggu pendaftaran", "rhk": str(rhk.uid)})
    template = IkiTemplate.objects.get(code="loket-puskesmas")
    assert f"?contoh={template.uid}" in found.content.decode()
    begun = rina.get(f"/kerja/rhk/{rhk.uid}/iki/", {"contoh": str(template.uid)})
    assert 'value="10"' in begun.content.decode()
    sent = {**begun.context["form"].initial, "target": "10", "text": "Melaksanakan antrean"}
    checked = rina.post(f"/kerja/rhk/{rhk.uid}/iki/", sent | {"periksa": "1"})
    assert "adalah kegiatan" in checked.content.decode()
    assert not Iki.objects.exists()
    rina.post(f"/kerja/rhk/{rhk.uid}/iki/", sent)
    iki = Iki.objects.get()
    assert (iki.metric, iki.metric_scope, iki.satuan) == ("queue.wait.median", "unit", "menit")
    assert "adalah kegiatan" in rina.get(f"/kerja/skp/{plan.uid}/").content.decode()
    again = rina.get(f"/kerja/iki/{iki.uid}/ubah/")
    kept = {name: value for name, value in again.context["form"].initial.items() if value is not None}
    rina.post(f"/kerja/iki/{iki.uid}/ubah/", kept | {"text": "Antrean pendek"})
    assert Iki.objects.get().text == "Antrean pendek"


@pytest.mark.parametrize("wrong", [{"contoh": "x"}, {"rhk": "x"}])
def test_a_broken_address_names_nothing(office, enter, plan, wrong):
    rhk = planning.add_rhk(actor=office.user("rina"), skp=plan, text="Antrean pendek")
    assert enter("rina").get(f"/kerja/rhk/{rhk.uid}/iki/", wrong).status_code == 200
    assert enter("rina").get("/kerja/perpustakaan/", wrong).status_code == 200


def test_the_library_is_kept_by_its_keepers(office, enter):
    assert enter("rina").post("/kerja/perpustakaan/muat/").status_code == 403
    sari = enter("sari")
    sari.post("/kerja/perpustakaan/muat/")
    assert IkiTemplate.objects.count() == 30
    sent = {
        "jabatan": "Arsiparis", "text": "Arsip tertata", "source": "Daftar arsip", "aspek": "kuantitas",
        "arah": "naik", "metric_scope": "petugas", "target": "12", "satuan": "lemari",
    }  # fmt: skip
    sari.post("/kerja/perpustakaan/baru/", sent)
    own = IkiTemplate.objects.get(code="")
    refused = sari.post("/kerja/perpustakaan/baru/", sent | {"source": ""})
    assert "asal angkanya" in refused.content.decode()
    sari.post(f"/kerja/perpustakaan/{own.uid}/hapus/")
    assert not IkiTemplate.objects.filter(code="").exists()


def test_the_qualitative_form_has_neither_aspek_nor_a_forced_target(office, enter):
    rina = enter("rina")
    skp = planning.draft_skp(
        actor=office.user("rina"), employee=office.rina, period=office.year, pendekatan=Pendekatan.KUALITATIF
    )
    rhk = planning.add_rhk(actor=office.user("rina"), skp=skp, text="Warga terlayani")
    begun = rina.get(f"/kerja/rhk/{rhk.uid}/iki/", {"ukuran": "manual", "cakupan": "petugas"})
    assert "Ukuran keberhasilan" in begun.content.decode()
    sent = {"text": "Warga memahami syarat", "arah": "naik"}
    assert rina.post(f"/kerja/rhk/{rhk.uid}/iki/", sent).status_code == 302
    page = rina.get(f"/kerja/skp/{skp.uid}/").content.decode()
    assert "Ukuran keberhasilan" in page
    assert ">Aspek<" not in page


def test_a_target_in_words_is_answered_in_words(office, enter):
    rina = office.user("rina")
    skp = planning.draft_skp(actor=rina, employee=office.rina, period=office.year)
    rhk = planning.add_rhk(actor=rina, skp=skp, text="Warga terlayani")
    fields = {"text": "Panduan mudah dipahami", "target_text": "Warga menemukan syarat tanpa bertanya"}
    iki = planning.add_iki(actor=rina, rhk=rhk, fields=fields)
    planning.submit_skp(actor=rina, skp=skp)
    planning.agree_skp(actor=office.user("dewi"), skp=skp)
    opened = judging.open_evaluation(actor=rina, skp=skp, period=office.quarter)
    address = f"/kerja/evaluasi/{opened.uid}/"
    sent = {f"{iki.uid}-evidence": "Uji baca dengan 12 warga"}
    assert enter("rina").post(f"{address}realisasi/{iki.uid}/", sent).status_code == 302
    page = enter("dewi").get(address).content.decode()
    for words in (
        "Warga menemukan syarat tanpa bertanya",
        "Uji baca dengan 12 warga",
        "Dibaca pejabat penilai",
    ):
        assert words in page
