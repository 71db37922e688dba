"""First steps on screen: the card, the guide, corrections, and the clinic."""

import tomllib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.adoption.onboarding.models import ClinicNote, CorrectionRequest
from abdi.platform.ui.help import all_help
from tests import cast
from tests.data import ROOT

STEPS = "/kerja/langkah-pertama/"


def page(answer):
    return answer.content.decode()


def test_the_card_stands_on_the_first_screen_until_it_is_put_away(office, enter):
    rina = enter("rina")
    assert "Tutup daftar ini" in page(rina.get("/kerja/"))
    assert rina.post(f"{STEPS}tutup/").url == "/kerja/"
    assert "Tutup daftar ini" not in page(rina.get("/kerja/"))
    assert "Tampilkan lagi" in page(rina.get(STEPS))
    rina.post(f"{STEPS}mulai/")
    assert "Tutup daftar ini" in page(rina.get("/kerja/"))


def test_the_guide_leads_to_the_progress_form_once_there_is_a_plan(office, enter):
    rina = enter("rina")
    assert "Terbuka setelah SKP mulai disusun" in page(rina.get(STEPS))
    cast.skp_with_indicators(office)
    assert 'href="/kerja/progres/"' in page(rina.get(STEPS))


def test_a_correction_from_the_employee_to_the_answer(office, enter):
    rina, sari = enter("rina"), enter("sari")
    asked = {"about": "penilai", "text": "Sejak Oktober saya dinilai Budi Andaian"}
    assert rina.post(f"{STEPS}data-saya/", asked).status_code == 302
    assert "masih menunggu admin" in page(rina.post(f"{STEPS}data-saya/", asked))
    one = CorrectionRequest.objects.get()
    address = f"{STEPS}perbaikan/{one.uid}/"
    assert "Rina Misal" in page(sari.get(f"{STEPS}perbaikan/"))
    assert "Betulkan di Kelola" in page(sari.get(address))
    assert "Sudah diperbaiki" not in page(rina.get(address))
    assert sari.post(address, {"act": "refuse", "answer": ""}).status_code == 422
    assert sari.post(address, {"act": "refuse", "answer": "SK-nya berlaku Januari"}).status_code == 302
    assert "SK-nya berlaku Januari" in page(rina.get(address))


@pytest.mark.parametrize("who", ["rina", "dewi", "joko"])
@pytest.mark.parametrize("address", ["perbaikan/", "klinik/"])
def test_lists_over_others_are_for_who_helps_them(office, enter, who, address):
    assert enter(who).get(STEPS + address).status_code == 403


def test_the_clinic_names_reasons_and_remembers_help(office, enter):
    sari = enter("sari")
    assert "belum pernah masuk" in page(sari.get(f"{STEPS}klinik/?sebab=belum_masuk"))
    assert "Rina Misal" not in page(sari.get(f"{STEPS}klinik/?sebab=tanpa_akun"))
    address = f"{STEPS}klinik/{office.rina.uid}/"
    assert sari.post(address, {"text": ""}).status_code == 422
    assert sari.post(address, {"text": "Masuk bersama"}).status_code == 302
    assert ClinicNote.objects.get().author == office.user("sari")
    assert "Rina Misal" in page(sari.get(f"{STEPS}klinik/?format=csv"))
    assert "Masuk bersama" in page(sari.get(address))


def test_the_clinic_asks_as_many_queries_for_many_as_for_few(office, enter):
    sari = enter("sari")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            sari.get(f"{STEPS}klinik/")
        return len(captured)

    few = queries()
    for number in range(20):
        nip = f"199003032015011{number + 100:03}"
        cast.employ(office.unit, f"orang{number}", f"Orang {number}", nip, "Pelaksana")
    assert queries() == few


def test_help_stands_beside_the_field_it_explains(office, enter):
    skp = cast.skp_with_indicators(office)
    found = page(enter("rina").get(f"/kerja/skp/{skp.uid}/rhk/"))
    assert "Apa itu RHK?" in found
    assert "Hasil, bukan kegiatan." in found


@pytest.mark.parametrize("code", [code for code, one in all_help().items() if one.glossary])
def test_help_and_glossary_name_the_same_article(code):
    entries = tomllib.loads((ROOT / "docs" / "glossary.toml").read_text())
    one = all_help()[code]
    assert (one.article, bool(one.meanings["en"])) == (entries[one.glossary]["article"], True)
