"""Told without an account: by letter and in the browser, never twice, and no longer than one wants."""

import json
import re
import socket
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from abdi.platform.accounts.models import public_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.followers import policies
from abdi.platform.followers.actions import follow, unfollow
from abdi.platform.followers.models import Follower
from abdi.platform.followers.selectors import follower_token, subject_of, subject_token
from abdi.platform.followers.tell import tell_followers
from abdi.platform.followers.vapid import public_key
from abdi.platform.live.models import Topic
from abdi.platform.outbox.delivery import deliver_due
from abdi.platform.outbox.models import Message
from abdi.platform.tenancy.scope import instansi_scope
from tests.platform.followers.push_service import CURVE, Browser, decoded, encoded, running

EMAIL = "warga@example.test"


@pytest.fixture
def service(settings):
    with running() as one:
        settings.PUSH_ORIGINS = [one.url]
        one.vapid_key = public_key()
        yield one
        assert one.faults == []


@pytest.fixture
def browser(service):
    return Browser(f"{service.url}/kirim/abc")


def followed(subject, **address) -> Follower:
    return follow(actor=public_user(), subject=subject, **address)


def tell(subject, **told) -> None:
    given = {
        "title": "Giliran Anda hampir tiba",
        "body": "Dua nomor lagi.",
        "url": "/antrean/ABCD2345/",
    } | told
    tell_followers(subject=subject, **given)


@pytest.fixture
def thing(instansi):
    """Any row of an instansi can be followed."""
    one = Topic(name="urusan:1")
    one.save()
    return one


def test_a_letter_says_how_to_stop(instansi, thing, settings, client):
    instansi.host, settings.HTTPS = "abdi.contoh.example", True
    instansi.save()
    followed(thing, email=f" {EMAIL.upper()} ")
    tell(thing)
    assert deliver_due() == 1
    (letter,) = mail.outbox
    assert letter.to == [EMAIL]
    assert letter.subject == "[Kabupaten Contoh] Giliran Anda hampir tiba"
    assert "https://abdi.contoh.example/antrean/ABCD2345/" in letter.body
    stop = re.search(r"https://abdi\.contoh\.example(/kabar/berhenti/\S+)", letter.body)[1]
    assert letter.extra_headers["List-Unsubscribe"] == f"<https://abdi.contoh.example{stop}>"

    mail_program = Client(enforce_csrf_checks=True, headers={"host": "abdi.contoh.example"})
    settings.ALLOWED_HOSTS = ["abdi.contoh.example"]
    assert mail_program.get(stop, secure=True).status_code == 200
    assert Follower.objects.exists()
    assert mail_program.post(stop, {"List-Unsubscribe": "One-Click"}, secure=True).status_code == 200
    assert not Follower.objects.exists()
    assert mail_program.get(stop, secure=True).status_code == 404
    assert mail_program.post(stop, secure=True).status_code == 409
    tell(thing)
    assert deliver_due() == 0


def test_an_address_lies_nowhere_in_clear(instansi, thing):
    follower = followed(thing, email=EMAIL)
    assert Follower.objects.get().email == EMAIL
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM followers_follower")
        assert EMAIL not in str(cursor.fetchall())
    tell(thing)
    assert EMAIL not in json.dumps(list(Message.objects.values_list("payload", "key")))
    assert EMAIL not in json.dumps(list(AuditEntry.objects.values_list("data", flat=True)))
    assert followed(thing, email=EMAIL) == follower, "one address follows a thing once"
    unfollow(actor=public_user(), token=follower_token(follower))
    tags = list(AuditEntry.objects.order_by("pk").values_list("tag", flat=True))
    assert tags == ["followers:follower:follow"] * 2 + ["followers:follower:unfollow"]
    assert set(AuditEntry.objects.values_list("actor", flat=True)) == {public_user().pk}


def test_each_in_his_language_and_once_under_a_key(instansi, thing):
    followed(thing, email=EMAIL)
    with translation.override("en"):
        followed(thing, email="visitor@example.test")
    for _ in range(2):
        tell(thing, title=gettext_lazy("Beranda"), key="hampir-1")
    assert deliver_due() == 2
    assert {one.subject for one in mail.outbox} == {"[Kabupaten Contoh] Beranda", "[Kabupaten Contoh] Home"}


def test_a_notice_reaches_the_browser_and_nobody_between(instansi, thing, service, browser):
    followed(thing, push=browser.subscription)
    tell(thing, body="Silakan ke loket 2." * 200)
    assert deliver_due() == 1
    (body,) = service.taken
    told = browser.read(body)
    assert (told["title"], told["url"]) == ("Giliran Anda hampir tiba", "/antrean/ABCD2345/")
    assert told["tag"] == Message.objects.get().key


@pytest.mark.parametrize("answer", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(instansi, thing, service, browser, answer):
    followed(thing, push=browser.subscription)
    service.answer = answer
    tell(thing)
    assert deliver_due() == 1
    assert not Follower.objects.exists()
    assert not Message.objects.undelivered().exists()
    assert AuditEntry.objects.filter(tag="followers:follower:forget").count() == 1


@pytest.mark.parametrize("answer", [429, 500, 302])
def test_a_service_that_is_busy_is_asked_again(instansi, thing, service, browser, answer):
    followed(thing, push=browser.subscription)
    service.answer, service.headers = answer, {"Location": service.url}
    tell(thing)
    assert deliver_due() == 1
    waiting = Message.objects.get()
    assert waiting.last_error == f"PushRefused: HTTP {answer}"
    assert waiting.available_at > timezone.now() + timedelta(seconds=20)
    assert service.asked == 1
    service.answer = 201
    Message.objects.update(available_at=timezone.now())
    assert deliver_due() == 1
    assert not Message.objects.undelivered().exists()
    assert len(service.taken) == 1


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example.com/a",
        "https://localhost/a",
        "https://127.0.0.1/a",
        "https://10.0.0.8/a",
        "https://[::1]/a",
        "https://[::ffff:192.168.1.1]/a",
        "https://169.254.169.254/latest/meta-data",
        "https://push.example.com:8443/a",
        "https://saya@push.example.com/a",
        "https://push.example.com:x/a",
        "file:///etc/passwd",
        "https://push.example.com/" + "a" * 3000,
        "",
        7,
    ],
)
def test_endpoints_of_our_own_network_are_refused(instansi, thing, endpoint):
    with pytest.raises(InputRefused) as refused:
        followed(thing, push=Browser(endpoint).subscription)
    assert refused.value.field == "push"


def test_a_public_name_may_not_stand_for_a_machine_of_ours(instansi, thing, monkeypatch):
    """DNS says so only when we write: the line is closed before a word."""
    with socket.create_server(("127.0.0.1", 0)) as ours:
        address = ours.getsockname()
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", address)])
        followed(thing, push=Browser("https://push.example.com/a").subscription)
        tell(thing)
        assert deliver_due() == 1
        assert Message.objects.get().last_error == "PushRefused: ConnectionError"
        line, _ = ours.accept()
        with line:
            assert line.recv(1) == b""


@pytest.mark.parametrize(
    "push",
    ["[]", "{", '{"endpoint": "https://push.example.com/a"}', "\x00", "[" * 2000, "1" * 5000]
    + [
        json.dumps({"endpoint": "https://push.example.com/a", "keys": {"p256dh": key, "auth": auth}})
        for key, auth in [
            ("AAAA", "BBBB"),
            ("é", "é"),
            (None, 3),
            (encoded(b"\x04" + b"\x01" * 64), "A" * 22),
        ]
    ],
)
def test_what_is_no_subscription_is_refused(instansi, thing, push):
    with pytest.raises(InputRefused):
        followed(thing, push=push)


@pytest.mark.parametrize("email", ["warga", "a@b", "a@contoh.id\nBcc: b@contoh.id", "x" * 10_000_000])
def test_what_is_no_address_is_refused(instansi, thing, email):
    with pytest.raises(InputRefused):
        followed(thing, email=email)


def test_exactly_one_way(instansi, thing, browser):
    for address in ({}, {"email": EMAIL, "push": browser.subscription}):
        with pytest.raises(InputRefused):
            followed(thing, **address)


def test_not_without_end(instansi, thing, monkeypatch):
    monkeypatch.setattr(policies, "OF_ONE_THING", 1)
    followed(thing, email=EMAIL)
    with pytest.raises(PolicyRefused):
        followed(thing, email="lain@example.test")
    monkeypatch.setattr(policies, "BY_ONE_ADDRESS", 1)
    other = Topic(name="urusan:2")
    other.save()
    with pytest.raises(PolicyRefused):
        followed(other, email=EMAIL)


def test_the_form_of_a_page(instansi, thing, client):
    form = {"subject": subject_token(thing), "email": EMAIL, "push": "", "next": "/antrean/ABCD2345/"}
    answer = client.post("/kabar/ikuti/", form)
    assert (answer.status_code, answer.url) == (302, "/antrean/ABCD2345/")
    assert Follower.objects.get().email == EMAIL
    assert client.post("/kabar/ikuti/", form | {"next": "//jahat.example"}).url == "/"
    assert client.post("/kabar/ikuti/", form | {"subject": str(thing.uid)}).status_code == 404
    page = render_to_string("public/follow.html", {"subject": thing}, RequestFactory().get("/x/?a=1"))
    assert f'data-push-key="{public_key()}"' in page
    assert 'value="/x/?a=1"' in page
    worker = client.get("/kabar/pekerja.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")


def test_tokens_open_only_what_they_were_signed_for(instansi, neighbour, thing):
    follower = followed(thing, email=EMAIL)
    assert subject_of(subject_token(thing)) == thing
    assert subject_of(follower_token(follower)) is None
    with pytest.raises(PolicyRefused):
        unfollow(actor=public_user(), token=subject_token(thing))
    with instansi_scope(neighbour):
        assert subject_of(subject_token(thing)) is None
        with pytest.raises(PolicyRefused):
            unfollow(actor=public_user(), token=follower_token(follower))


def test_a_notice_never_leads_elsewhere(instansi, thing):
    with pytest.raises(ValueError, match="within Abdi"):
        tell(thing, url="https://jahat.example/")


def test_the_key_is_a_point_and_stays(settings):
    first = public_key()
    ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decoded(first))
    assert public_key() == first
    settings.VAPID_SECRET = "lain"
    assert public_key() != first
