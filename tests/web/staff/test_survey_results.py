"""Results, plan and publication, by hand of those whose they are."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from abdi.platform.audit.models import AuditEntry
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.models import Instrument, SurveyPeriod
from abdi.voice.surveys.publication.models import FollowUp, Publication, Reporting
from abdi.voice.surveys.selectors import instrument_in_use
from tests.pdf import text_of
from tests.voice.surveys.conftest import put

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def enter(client, office):
    def as_whom(name):
        client.force_login(office.user(name), backend=BACKEND)
        return client

    return as_whom


def answered(office, number, points=3, **more):
    put(office, number, {**dict.fromkeys(UNSUR, points), "biaya": points - 1}, **more)


def test_from_opening_a_period_to_the_public_page(enter, client, office):
    sari = enter("sari")
    sent = {"unit": office.unit.uid, "first": "2026-04-01", "last": "2026-06-30", "population": 60}
    assert sari.post(reverse("staff:survey_period_new"), sent).status_code == 302
    again = sari.post(reverse("staff:survey_period_new"), sent)
    assert "Bertumpang tindih" in again.content.decode()
    period = SurveyPeriod.objects.get()
    answered(office, 8, 4)
    answered(office, 6, 2, flags=["burst"])
    answered(office, 3, 4, channel="kios")
    dewi = enter("dewi")
    page = dewi.get(reverse("staff:survey_period", args=[period.uid])).content.decode()
    for words in ("Biaya/tarif", "6 dari 17 jawaban ditandai", "Kurang 35 responden", "terlalu sedikit"):
        assert words in page
    plan = {"unsur": "biaya", "action": "Umumkan tarif", "year": 2026, "quarter": 4, "responsible": "Lurah"}
    address = reverse("staff:survey_plan", args=[period.uid])
    assert "Tulis apa yang akan dilakukan" in dewi.post(address, plan | {"action": " "}).content.decode()
    assert dewi.post(address, plan).status_code == 302
    told = {"progress": "selesai", "note": "Tarif ditempel di loket."}
    assert (
        dewi.post(reverse("staff:survey_progress", args=[FollowUp.objects.get().uid]), told).status_code
        == 302
    )
    public = reverse("public:survey_result", args=[office.unit.code, period.uid])
    client.logout()
    assert client.get(public).status_code == 404
    enter("dewi").post(reverse("staff:survey_publish", args=[period.uid]))
    client.logout()
    page = client.get(public).content.decode()
    ikm = Publication.objects.get().content["ikm"].replace(".", ",")
    for words in (ikm, "Tarif ditempel di loket.", "Terendah: Biaya/tarif", "Tanpa yang ditandai"):
        assert words in page
    sheet = client.get(reverse("public:survey_result_file", args=[office.unit.code, period.uid]))
    assert ikm in text_of(sheet.content)
    assert public in client.get(reverse("public:survey_results")).content.decode()


def test_a_script_in_words_stays_words(enter, client, office):
    period = SurveyPeriod(unit=office.unit, first=date(2026, 4, 1), last=date(2026, 6, 30), population=9)
    period.save()
    answered(office, 5)
    dewi, script = enter("dewi"), "<script>alert(1)</script>"
    plan = {"unsur": "biaya", "action": script, "year": 2026, "quarter": 4, "responsible": script}
    dewi.post(reverse("staff:survey_plan", args=[period.uid]), plan)
    dewi.post(reverse("staff:survey_publish", args=[period.uid]))
    client.logout()
    page = client.get(reverse("public:survey_result", args=[office.unit.code, period.uid])).content.decode()
    assert script not in page
    assert "&lt;script&gt;" in page


def test_raw_rows_keep_channel_and_signs_and_name_no_officer(enter, office):
    period = SurveyPeriod(unit=office.unit, first=date(2026, 4, 1), last=date(2026, 6, 30), population=9)
    period.save()
    answered(office, 5, employee=office.rina, words="Saya Warga Umpama")
    answered(office, 5, channel="impor", flags=["burst", "straight_line"])
    answered(office, 3, released_on=None)
    address = reverse("staff:survey_export", args=[period.uid, "csv"])
    text = enter("dewi").get(address).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["ditandai"] for row in rows].count("ya") == 5
    assert {row["kanal"] for row in rows} == {"Ponsel warga sendiri", "Survei di tempat lain"}
    assert {(row["Waktu penyelesaian"], row["Biaya/tarif"]) for row in rows} == {("3", "2")}
    assert "Rina" not in text
    assert "Umpama" not in text
    assert enter("sari").get(reverse("staff:survey_export", args=[period.uid, "xlsx"])).status_code == 200


def test_the_list_asks_no_more_for_many(enter, office):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert sari.get(reverse("staff:surveys")).status_code == 200
        return len(queries)

    sari, counts = enter("sari"), []
    for month in range(1, 11):
        last = date(2025, month, 28)
        SurveyPeriod(unit=office.unit, first=last.replace(day=1), last=last, population=9).save()
        if month in (1, 2, 10):
            counts.append(asked())
    assert counts[1] == counts[2]


def test_the_instrument_and_the_weighing_are_settings(enter, office):
    sari = enter("sari")
    sent = {
        "name": "Survei 2026",
        "urutan": "kuesioner",
        "answer_days": 7,
        "rest_days": 14,
        "questions": "Datang naik apa? | Motor | Angkutan umum",
        "office_networks": "10.20.0.0/16",
    }
    assert sari.post(reverse("staff:survey_instrument"), sent).status_code == 302
    kept = instrument_in_use()
    assert (kept.urutan, kept.questions[0]["options"]) == ("kuesioner", ["Motor", "Angkutan umum"])
    wrong = sari.post(reverse("staff:survey_instrument"), sent | {"office_networks": "kantor"})
    assert (wrong.status_code, "bukan jaringan" in wrong.content.decode()) == (422, True)
    cut = sari.post(
        reverse("staff:survey_instrument"), sent | {"questions": "Naik apa?\x00 | Motor | Kereta"}
    )
    assert (cut.status_code, instrument_in_use().questions) == (422, kept.questions)
    assert "Motor" in sari.get(reverse("staff:survey_instrument")).content.decode()
    sari.post(reverse("staff:survey_weighing"), {"weighing": "unit"})
    assert Reporting.objects.get().weighing == "unit"
    assert Instrument.objects.count() == 1
    assert AuditEntry.objects.filter(tag="surveys:reporting:choose").exists()
