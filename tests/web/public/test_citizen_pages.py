"""Signing in as a citizen on screens: by letter, back to where one came from, out, and forgotten."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from abdi.platform.citizens.models import Citizen
from tests.platform.citizens.conftest import last_code
from tests.strict import StrictClient
from tests.web.public.citizens import browser_of

pytestmark = pytest.mark.django_db
ANI = "ani@contoh.test"
ACCOUNT = reverse("public:citizen")


def words(response) -> str:
    return response.content.decode()


def test_in_back_to_the_page_and_out(office, client):
    client.post(reverse("public:citizen_ask"), {"email": ANI, "next": "/layanan/"})
    stored = str([one.get_decoded() for one in Session.objects.all()])
    assert "contoh.test" not in stored
    wrong = client.post(reverse("public:citizen_code"), {"code": "1"})
    assert wrong.status_code == 422
    assert "Kode ini tidak berlaku" in words(wrong)
    assert client.post(reverse("public:citizen_code"), {"code": last_code()}).url == "/layanan/"
    page = words(client.get(ACCOUNT))
    assert Citizen.objects.get().name in page
    assert "contoh.test" not in page
    left = client.post(reverse("public:citizen_leave"))
    assert left.headers["Clear-Site-Data"] == '"storage"'
    assert "Kirim kode" in words(client.get(ACCOUNT))


@pytest.mark.parametrize("back", ["https://jahat.test/", "//jahat.test/", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(office, client, back):
    client.post(reverse("public:citizen_ask"), {"email": ANI, "next": back})
    assert client.post(reverse("public:citizen_code"), {"code": last_code()}).url == ACCOUNT


def test_a_prepared_session_is_of_no_use(office):
    client = StrictClient()
    client.post(reverse("public:citizen_ask"), {"email": ANI})
    before = client.session.session_key
    client.post(reverse("public:citizen_code"), {"code": last_code()})
    assert client.session.session_key != before


def test_named_and_erased(office):
    client = browser_of(ANI)
    named = client.post(
        reverse("public:citizen_describe"), {"name": "Bunga Rampai", "wants_letters": "on"}, follow=True
    )
    assert "Bunga Rampai" in words(named)
    refused = client.post(reverse("public:citizen_describe"), {"name": "<b>Admin</b>"})
    assert refused.status_code == 422
    assert client.post(reverse("public:citizen_erase")).status_code == 422
    client.post(reverse("public:citizen_erase"), {"sure": "on"})
    assert Citizen.objects.get().name == ""
    assert "Kirim kode" in words(client.get(ACCOUNT))


def test_staff_are_no_citizens(office, enter):
    rina = enter("rina")
    assert "Anda masuk sebagai pegawai" in words(rina.get(ACCOUNT))
    assert rina.post(reverse("public:citizen_ask"), {"email": ANI}).status_code == 403
    assert rina.get(reverse("public:citizen_erase")).status_code == 403


def test_one_address_of_the_network_is_slowed(office, client, one_minute):
    for number in range(20):
        client.post(reverse("public:citizen_ask"), {"email": f"a{number}@contoh.test"})
    slowed = client.post(reverse("public:citizen_ask"), {"email": ANI})
    assert slowed.status_code == 409
    assert "Terlalu banyak kiriman" in words(slowed)
