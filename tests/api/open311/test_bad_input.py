"""What is too large, too much or too fast is refused in words, and the next honest report is taken."""

import json

import pytest
from django.urls import reverse

from abdi.api import filing
from abdi.platform.accounts.models import system_user
from abdi.platform.keys.actions import issue_key, withdraw_key
from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey
from abdi.voice.complaints.models import Complaint
from tests.api.open311.test_privacy import POTHOLE

HERE = "/open311/v2/requests.json"


def post(client, city, given=POTHOLE, **headers):
    return client.post(HERE, {"api_key": city.token} | given, headers=headers)


def said(answer) -> str:
    (error,) = json.loads(answer.content)
    assert error["code"] == answer.status_code
    return error["description"]


def test_twenty_megabytes_are_refused(client, city):
    sent = client.post(
        HERE, b"description=" + b"x" * (20 << 20), content_type="application/x-www-form-urlencoded"
    )
    assert (sent.status_code, "terlalu besar" in said(sent)) == (400, True)
    assert post(client, city).status_code == 200


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"service_code": "001"}', "application/json"),
        (b"<request/>", "text/xml"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x", "multipart/form-data"),
        (b"\xff\xfe=\x00", "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_is_refused(client, city, body, kind):
    answer = client.post(f"{HERE}?api_key={city.token}", body, content_type=kind)
    assert answer.status_code in {400, 403}
    assert said(answer).endswith(".")
    assert not Complaint.objects.exists()


def test_a_key_in_the_address_is_no_key(client, city):
    """It would stand in every log on the way."""
    assert client.post(f"{HERE}?api_key={city.token}", POTHOLE).status_code == 403


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "di sini", "http://" + "a" * 3000]
)
def test_a_link_that_is_none_is_refused(client, city, link):
    assert "media_url" in said(post(client, city, POTHOLE | {"media_url": link}))


@pytest.mark.parametrize("name", ["service_code", "media_url", "attribute[LEBAR]"])
def test_what_no_database_keeps_is_refused(client, city, name):
    sent = post(client, city, POTHOLE | {name: "http://contoh.example/\x00"})
    assert (sent.status_code, "huruf" in said(sent)) == (400, True)


def test_five_hundred_in_a_minute_are_slowed_and_another_key_is_not(client, city, one_minute, monkeypatch):
    monkeypatch.setattr(filing, "BY_KEY", 5)
    statuses = [post(client, city, POTHOLE | {"service_code": "x"}).status_code for _ in range(500)]
    assert statuses == [404] * 5 + [429] * 495
    slowed = post(client, city)
    assert 0 < int(slowed.headers["Retry-After"]) <= 60
    assert "coba lagi" in said(slowed)
    other = issue_key(actor=system_user(), name="Aplikasi lain", scopes=[KeyScope.OPEN311])[1]
    assert client.post(HERE, POTHOLE | {"api_key": other}).status_code == 200


def test_a_withdrawn_key_and_one_for_something_else_open_nothing(client, city):
    other = issue_key(actor=system_user(), name="Lain", scopes=[KeyScope.ADUAN])[1]
    assert client.post(HERE, POTHOLE | {"api_key": other}).status_code == 403
    withdraw_key(actor=system_user(), key=ApiKey.objects.get(name="Aplikasi kota"))
    assert post(client, city).status_code == 403


def test_a_retry_under_its_name_makes_no_second_report(client, city):
    first, again = (post(client, city, idempotency_key="laporan-1") for _ in range(2))
    assert first.content == again.content
    assert Complaint.objects.count() == 1
    post(client, city, idempotency_key="laporan-2")
    assert Complaint.objects.count() == 2


def test_use_of_a_key_is_noted(client, city):
    post(client, city)
    assert ApiKey.objects.get(name="Aplikasi kota").last_used_at is not None


def test_a_post_needs_no_token_of_ours_and_no_session_helps(city):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(city.coordinator, backend="django.contrib.auth.backends.ModelBackend")
    assert strict.post(reverse("open311:requests", args=["json"]), POTHOLE).status_code == 403
    assert strict.post(HERE, POTHOLE | {"api_key": city.token}).status_code == 200
