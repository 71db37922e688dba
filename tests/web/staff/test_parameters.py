"""The page on which the law leaves something to the instansi."""

from datetime import timedelta

import pytest
from django.utils import timezone

from abdi.organisation.law.models import ParameterSetting
from abdi.organisation.law.selectors import overrides_on

ADDRESS = "/kelola/ketentuan/tenggat/skp_putusan_keberatan/"


@pytest.fixture
def sari(client, office):
    client.force_login(office.user("sari"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_set_within_the_bounds_and_given_back(sari, office):
    today = timezone.localdate()
    asked = {"value": "10", "since": today.isoformat(), "reason": "Keputusan bupati 1"}
    assert sari.post(ADDRESS, asked).status_code == 302
    page = sari.get(ADDRESS).content.decode()
    assert "Keputusan bupati 1" in page
    assert "10 hari kerja" in sari.get("/kelola/ketentuan/?q=keberatan").content.decode()
    sari.post(ADDRESS, asked | {"since": (today + timedelta(days=3)).isoformat(), "value": "12"})
    assert ParameterSetting.objects.count() == 2


def test_beyond_the_bounds_is_said_beside_the_field(sari, office):
    asked = {"value": "40", "since": timezone.localdate().isoformat(), "reason": "Keputusan bupati 1"}
    answer = sari.post(ADDRESS, asked)
    assert answer.status_code == 422
    assert "harus antara 1 dan 21" in answer.content.decode()
    assert overrides_on(timezone.localdate()) == {}


@pytest.mark.parametrize(
    "path", ["kinerja/organisasi_dahulu", "kinerja/saran_rating", "perilaku/skala_survei"]
)
def test_choices_and_tables_have_their_fields(sari, office, path):
    assert sari.get(f"/kelola/ketentuan/{path}/").status_code == 200


@pytest.mark.parametrize("typed", ["{", "[" * 5_000, "9" * 5_000])
def test_a_table_that_cannot_be_read_is_said_beside_the_field(sari, office, typed):
    asked = {"value": typed, "since": timezone.localdate().isoformat(), "reason": "Keputusan bupati 1"}
    assert sari.post("/kelola/ketentuan/kinerja/saran_rating/", asked).status_code == 422


def test_what_the_law_keeps_to_itself_has_no_page(sari, office):
    assert sari.get("/kelola/ketentuan/kinerja/predikat/").status_code == 404
