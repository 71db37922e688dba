"""What Open311 never tells: who reported, what is secret, unverified or about somebody, and where a home is."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from abdi.voice.complaints import actions
from abdi.voice.complaints.models import Complaint
from tests.api.open311.conftest import LATITUDE, LONGITUDE, NAME, PHONE

BASE = "/open311/v2"
PLANTED = [NAME, "Wawan", PHONE, "wawan@example.test", "device-77", "akun-77"]
POTHOLE = {"service_code": "001", "lat": str(LATITUDE), "long": str(LONGITUDE), "attribute[LEBAR]": "kecil",
           "description": f"Nama saya {NAME}, hubungi {PHONE}. Lubang besar di depan pasar."}  # fmt: skip


def everything(client, *codes) -> str:
    """All that anybody can read here, of every form."""
    paths = ["discovery", "services", "services/001", "requests"]
    numbers = Complaint.objects.values_list("number", flat=True)
    paths += [f"requests/{one}" for one in numbers] + [f"tokens/{one}" for one in codes]
    asked = [client.get(f"{BASE}/{path}.{form}") for path in paths for form in ("xml", "json")]
    return "".join(one.content.decode() for one in asked if one.status_code == 200)


def test_who_reports_by_open311_is_nowhere_in_it_and_anonymous_to_the_office(client, city):
    report = POTHOLE | {"api_key": city.token, "first_name": "Wawan", "last_name": "Rahasia", "phone": PHONE,
                        "email": "wawan@example.test", "device_id": "device-77", "account_id": "akun-77"}  # fmt: skip
    answer = client.post(f"{BASE}/requests.json", report)
    complaint = Complaint.objects.get()
    assert complaint.is_anonymous
    assert complaint.identity.name == NAME
    city.verify(complaint)
    told = everything(client, answer.json()[0]["token"])
    assert complaint.number in told
    assert [one for one in PLANTED if one in told] == []
    kept = str(list(Complaint.objects.values()))
    assert [one for one in PLANTED if one in kept] == []


@pytest.mark.parametrize(
    "hidden",
    [
        {"is_secret": True},
        {"is_about_person": True},
        {"public_text": ""},
        {"verified_at": None},
        {"status": "baru"},
    ],
    ids=str,
)
def test_what_is_not_for_the_public_is_not_here(client, city, hidden):
    complaint = city.publish()
    Complaint.objects.filter(pk=complaint.pk).update(**hidden)
    assert client.get(f"{BASE}/requests/{complaint.number}.json").status_code == 404
    told = everything(client, complaint.code)
    assert complaint.number not in told
    by_id = client.get(f"{BASE}/requests.json", {"service_request_id": complaint.number})
    assert json.loads(by_id.content) == []


def test_the_secret_code_is_nobody_else_s_to_read(client, city):
    complaint = city.publish()
    assert complaint.code not in everything(client)


def test_a_home_is_told_only_roughly_and_without_words(client, city):
    city.publish(is_at_home=True)
    (told,) = client.get(f"{BASE}/requests.json").json()
    assert told["address"] is None
    assert (told["lat"], told["long"]) == (round(LATITUDE, 2), round(LONGITUDE, 2))


def test_what_goes_around_the_office_is_no_service(client, city):
    codes = [one["service_code"] for one in client.get(f"{BASE}/services.json").json()]
    assert codes == ["001", "lampu"]
    assert client.get(f"{BASE}/services/pungli.json").status_code == 404
    sent = client.post(f"{BASE}/requests.json", POTHOLE | {"api_key": city.token, "service_code": "pungli"})
    assert sent.status_code == 404


def test_many_cost_no_more_questions_than_one(client, city, django_assert_max_num_queries):
    for _ in range(4):
        city.publish(ago=timedelta(days=1))
    with django_assert_max_num_queries(8):
        assert len(client.get(f"{BASE}/requests.json").json()) == 4


def test_the_updates_beside_the_standard_tell_states_and_no_words(client, city):
    complaint = city.publish()
    actions.dispose(actor=city.coordinator, complaint=complaint, unit=city.office.unit, note="Rahasia dapur")
    told = client.get(f"{BASE}-ext/requests/{complaint.number}/updates.json").json()
    assert [one["status"] for one in told] == ["baru", "terverifikasi", "diteruskan"]
    assert "dapur" not in str(told)
    Complaint.objects.filter(pk=complaint.pk).update(is_secret=True)
    assert client.get(f"{BASE}-ext/requests/{complaint.number}/updates.json").status_code == 404


def test_only_a_released_picture_is_linked(client, city):
    photo = BytesIO()
    Image.new("RGB", (40, 30)).save(photo, "JPEG")
    complaint = city.publish(photos=[photo])
    assert client.get(f"{BASE}/requests.json").json()[0]["media_url"] is None
    complaint.photos.update(is_public=True)
    link = client.get(f"{BASE}/requests.json").json()[0]["media_url"]
    assert link.startswith("http://testserver/")
    shown = client.get(link.removeprefix("http://testserver"))
    shown.close()
    assert shown.headers["Content-Type"].startswith("image/")
