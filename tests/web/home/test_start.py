"""The public start page, as a visitor and as one who is signed in."""

from datetime import date

import pytest
from django.urls import reverse

from abdi.organisation.models import Layanan, Unit

SINCE = date(2020, 1, 1)


@pytest.fixture
def layanan(instansi):
    unit = Unit.objects.create(code="mel", name="Kelurahan Melati", valid_from=SINCE)
    Layanan.objects.create(code="kk", name="Perubahan kartu keluarga", unit=unit, valid_from=SINCE)
    Layanan.objects.create(code="akta", name="Akta kelahiran", unit=unit, valid_from=SINCE)
    Layanan.objects.create(code="x", name="Belum lengkap", unit=unit, valid_from=SINCE, is_incomplete=True)


def test_an_empty_installation_has_a_start_page(client, db):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "Belum ada layanan yang diumumkan" in answer.content.decode()


def test_services_are_listed_with_their_office(client, layanan):
    page = client.get("/").content.decode()
    assert "Perubahan kartu keluarga" in page
    assert "Kelurahan Melati" in page
    assert "Belum lengkap" not in page


def test_no_link_leads_nowhere(client, layanan):
    import re

    addresses = set(re.findall(r'href="(/[^"#]*)"', client.get("/").content.decode()))
    assert addresses
    for address in addresses - {a for a in addresses if a.startswith("/static/")}:
        assert client.get(address).status_code == 200, address


def test_example_data_is_named_as_such(client, instansi):
    assert "Data contoh" in client.get("/").content.decode()


def test_every_component_is_shown(client, db):
    page = client.get(reverse("home:kit")).content.decode()
    for kit_class in (
        "badge",
        "stat-value",
        "range",
        "spark",
        "chart",
        "bar-late",
        "matrix",
        "lineage",
        "empty",
        "notice",
    ):
        assert f'class="{kit_class}' in page or f" {kit_class}" in page, kit_class
