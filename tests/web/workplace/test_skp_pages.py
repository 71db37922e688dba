"""An SKP on screen: drawn up, submitted, returned, agreed; every refusal in its place."""

import pytest

from abdi.planning.enums import SkpStatus
from abdi.planning.models import Iki, Skp
from tests import cast


@pytest.fixture
def skp(office):
    return cast.skp_with_indicators(office)


def url(skp, *parts):
    return "/".join(["/kerja/skp", str(skp.uid), *parts, ""])


def status(skp):
    skp.refresh_from_db()
    return skp.status


def test_an_employee_draws_up_a_plan(office, enter):
    rina = enter("rina")
    rina.post("/kerja/skp/baru/", {"period": office.year.pk, "pendekatan": "kuantitatif"})
    skp = Skp.objects.get()
    rina.post(url(skp, "rhk"), {"text": "Permohonan selesai", "kind": "utama"})
    rhk = skp.rhk.get()
    asked = rina.get(f"/kerja/rhk/{rhk.uid}/iki/", {"ukuran": "service.lead_time.mean", "cakupan": "unit"})
    suggested = asked.context["form"].initial
    assert (suggested["satuan"], suggested["arah"], suggested["metric_scope"]) == ("hari", "turun", "unit")
    rina.post(
        f"/kerja/rhk/{rhk.uid}/iki/",
        {**suggested, "target": "2,5", "target_high": ""},
    )
    iki = Iki.objects.get()
    assert (str(iki.target), iki.metric, iki.metric_scope) == ("2.500", "service.lead_time.mean", "unit")


def test_a_second_plan_for_the_same_year_is_refused_on_the_form(office, enter, skp):
    answer = enter("rina").post("/kerja/skp/baru/", {"period": office.year.pk, "pendekatan": "kuantitatif"})
    assert answer.status_code == 422
    assert "sudah punya SKP" in answer.content.decode()


def test_a_range_without_its_end_is_refused_and_what_was_typed_stays(office, enter, skp):
    rhk = skp.rhk.get()
    typed = {"text": "Kehadiran", "aspek": "kuantitas", "arah": "rentang", "target": "90", "satuan": "%"}
    answer = enter("rina").post(f"/kerja/rhk/{rhk.uid}/iki/", typed)
    assert answer.status_code == 422
    assert "batas atas" in answer.content.decode()
    assert 'value="90"' in answer.content.decode()


def test_submit_return_submit_agree_reopen(enter, skp):
    rina, dewi = enter("rina"), enter("dewi")
    rina.post(url(skp, "ajukan"))
    assert status(skp) == SkpStatus.DIAJUKAN
    refused = dewi.post(url(skp, "kembalikan"), {"remarks": " "})
    assert "Tulis apa yang perlu diubah" in refused.content.decode()
    dewi.post(url(skp, "kembalikan"), {"remarks": "Tambah target mutu."})
    assert "Tambah target mutu." in rina.get(url(skp)).content.decode()
    rina.post(url(skp, "ajukan"))
    dewi.post(url(skp, "sepakati"))
    assert status(skp) == SkpStatus.DISEPAKATI
    assert (
        "Ps 28" in dewi.post(url(skp, "buka-kembali"), {"ground": "prioritas", "reason": ""}).content.decode()
    )
    dewi.post(url(skp, "buka-kembali"), {"ground": "prioritas", "reason": "Prioritas berubah"})
    page = rina.get(url(skp)).content.decode()
    assert "Prioritas berubah" in page
    assert "versi 2" in page


def test_buttons_are_there_only_for_whom_they_work(enter, skp):
    assert "Ajukan kepada Dewi Umpama" in enter("rina").get(url(skp)).content.decode()
    page = enter("dewi").get(url(skp)).content.decode()
    assert "Ajukan kepada" not in page
    assert "Sepakati SKP" not in page
    assert "Tombol kesepakatan muncul setelah SKP diajukan" in page


def test_what_the_state_does_not_allow_is_said_on_the_page(enter, skp):
    answer = enter("dewi").post(url(skp, "sepakati"), follow=True)
    assert "Hanya SKP yang sedang diajukan" in answer.content.decode()


def test_ekspektasi_and_annex_are_kept(enter, skp):
    rina = enter("rina")
    rina.post(url(skp, "ekspektasi"), {"loyal": "Menjaga rahasia warga."})
    rina.post(url(skp, "lampiran"), {"dukungan": "Komputer loket\n\nPrinter", "konsekuensi": ""})
    page = rina.get(url(skp)).content.decode()
    assert "Menjaga rahasia warga." in page
    assert [line.text for line in skp.annex.all()] == ["Komputer loket", "Printer"]


def test_the_paper_comes_as_a_file(enter, skp):
    answer = enter("rina").get(url(skp, "pdf"))
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="skp-rina-misal-tahun-2026.pdf"'
