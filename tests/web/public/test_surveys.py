"""One screen of nine, by a link or at a machine: what a citizen sees, and what nobody else does."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform import moments
from abdi.platform.accounts.models import User, public_user, system_user
from abdi.platform.audit.models import AuditEntry
from abdi.rules.unsur import UNSUR
from abdi.services.devices.actions import register_device
from abdi.services.devices.enums import DeviceKind
from abdi.services.queue import actions as queue
from abdi.services.queue.enums import Channel
from abdi.voice.surveys.actions import InstrumentSettings, change_instrument
from abdi.voice.surveys.models import Response, Token, Word
from abdi.voice.surveys.selectors import shares_of
from abdi.voice.surveys.tokens import secret_of
from tests.cast import YEAR
from tests.strict import StrictClient
from tests.voice.surveys.conftest import CONTENT, Desk, desk
from tests.web.things.queue import OPEN_HOUR

__all__ = ["desk"]

STAFF = [None, *Role, "operator"]


@pytest.fixture
def link(desk: Desk) -> str:
    served = desk.served()
    desk.token(case=served.case)
    return f"/survei/{secret_of(served.case)}/"


def sent(page="", **more) -> dict[str, object]:
    found = re.search(r'name="submission" value="(\w+)"', page)
    return CONTENT | {"submission": found[1] if found else "kiriman", "words": ""} | more


def signed_in(office, role) -> StrictClient:
    client, user = StrictClient(), office.user("joko")
    if role == "operator":
        user = User.objects.create_superuser("oki", "", "sandi", instansi=None)
    elif role:
        organisation.grant_role(actor=system_user(), user=user, role=role, valid_from=YEAR)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_nine_taps_and_thanks(client, link):
    page = client.get(link)
    text = page.content.decode()
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert [text.index(one.pertanyaan) for one in UNSUR.values()] == sorted(
        text.index(one.pertanyaan) for one in UNSUR.values()
    )
    assert text.count('type="radio"') == 9 * 4 + 2
    assert "Rina" not in text
    answer = client.post(link, sent(text, words="Terima kasih"))
    assert (answer.status_code, answer.url) == (302, "/survei/terima-kasih/")
    assert Response.objects.get().answers == CONTENT
    again = client.post(link, sent(text))
    assert again.url == "/survei/terima-kasih/"
    other = client.post(link, sent("", submission="lain"))
    assert other.status_code == 409
    assert "sudah dijawab" in other.content.decode()
    assert client.get(link).status_code == 409
    assert Response.objects.count() == 1


def test_what_was_chosen_stays_when_one_is_missing(client, link):
    answer = client.post(link, sent("", waktu=""))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Belum dijawab; pilih satu jawaban." in text
    assert text.count(" checked>") == 8
    assert not Response.objects.exists()


@pytest.mark.parametrize("role", STAFF)
def test_nobody_who_works_here_opens_answers_or_sees_a_link(office, link, role):
    client, before = signed_in(office, role), Token.objects.count()
    for answer in (client.get(link), client.post(link, sent()), client.get("/survei/kios/")):
        assert answer.status_code == 403
        assert "bukan dari akun pegawai" in answer.content.decode()
    unknown = client.get("/survei/PALSU234PALSU234/")
    assert unknown.status_code == 403, "not even whether a link exists"
    assert (Response.objects.count(), Token.objects.count()) == (0, before)


def test_a_browser_in_which_somebody_signed_in_before_answers_and_is_marked(office, link):
    client = signed_in(office, None)
    client.post(reverse("home:language"), {"language": "id"})
    assert client.cookies["abdi_pegawai"]["httponly"]
    client.logout()
    client.cookies["abdi_pegawai"] = "1"
    assert client.post(link, sent()).status_code == 302
    assert "staff_browser" in Response.objects.get().flags


def test_a_device_that_answers_again_at_once_is_marked_and_so_is_the_office(office, desk, client):
    networks = InstrumentSettings(name="Survei", office_networks=["127.0.0.0/8"])
    change_instrument(actor=office.user("sari"), settings=networks)
    for number in range(5):
        served = desk.served()
        desk.token(case=served.case)
        client.post(f"/survei/{secret_of(served.case)}/", sent(submission=str(number)))
    flags = [one.flags for one in Response.objects.all()]
    assert sum("burst" in one for one in flags) == 4
    assert sum("one_device" in one for one in flags) == 1
    assert all("office_address" in one for one in flags)
    client.cookies["abdi_survei"] = "palsu"
    served = desk.served()
    desk.token(case=served.case)
    assert client.post(f"/survei/{secret_of(served.case)}/", sent()).status_code == 302


@pytest.mark.parametrize(
    ("link_of", "status", "words"),
    [
        (lambda desk: "PALSU234PALSU234", 404, "tidak dikenal"),
        (lambda desk: "x" * 300, 404, "tidak dikenal"),
        (lambda desk: old(desk), 409, "sudah lewat"),
    ],
)
def test_a_forged_or_old_link_is_answered_in_words(client, desk, link_of, status, words):
    address = f"/survei/{link_of(desk)}/"
    for answer in (client.get(address), client.post(address, sent())):
        assert answer.status_code == status
        assert words in answer.content.decode()
    assert not Response.objects.exists()


def old(desk) -> str:
    served = desk.served(days_ago=30)
    desk.token(case=served.case, days_ago=30)
    return secret_of(served.case)


SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize("field", ["words", "word", "kind", "submission", "waktu", "sendiri-p1"])
def test_script_in_every_field_stays_text(client, link, field):
    answer = client.post(link, sent(**{"word": "Baik", "kind": "kritik", "perilaku": "", field: SCRIPT}))
    assert answer.status_code == 422
    assert SCRIPT not in answer.content.decode()


def test_ten_megabytes_of_words_are_refused(client, link):
    assert client.post(link, sent(words="a" * 10_000_000)).status_code in {400, 413, 422}
    refused = client.post(link, sent(words="a" * 2_001))
    assert refused.status_code == 422
    assert not Response.objects.exists()
    assert client.post(link, sent(words="a" * 2_000)).status_code == 302


def test_a_word_to_the_officer_needs_its_kind_and_is_told_to_nobody_here(client, link):
    assert client.post(link, sent(word="Sabar sekali")).status_code == 422
    assert client.post(link, sent(word="Sabar sekali", kind="terima_kasih")).status_code == 302
    assert Word.objects.get().released_on is None
    assert "Sabar" not in str(list(AuditEntry.objects.values_list("data", flat=True)))


def test_in_english_too(client, link):
    cache.clear()
    client.cookies["django_language"] = "en"
    text = client.get(link).content.decode()
    assert 'lang="en"' in text
    assert "Was the officer polite and friendly?" in text


def test_a_served_number_shows_its_link_to_its_holder_only(client, office):
    organisation.grant_role(actor=system_user(), user=office.user("rina"), role=Role.PETUGAS, valid_from=YEAR)
    sari, rina = office.user("sari"), office.user("rina")
    pool = queue.create_pool(actor=sari, unit=office.unit, letter="A", name="Umum", layanan=[office.layanan])
    counter = queue.create_counter(actor=sari, unit=office.unit, number=1, pools=[pool])
    with moments.replayed_at(OPEN_HOUR):
        ticket = queue.issue_ticket(
            actor=public_user(), pool=pool, layanan=office.layanan, channel=Channel.KIOS
        )
        seat = queue.open_counter(actor=rina, counter=counter)
        queue.call_next(actor=rina, session=seat)
    page = f"/antrean/{ticket.code}/"
    assert "/survei/" not in client.get(page).content.decode()
    queue.begin_service(actor=rina, ticket=ticket)
    queue.finish(actor=rina, ticket=ticket)
    address = f"/survei/{secret_of(str(ticket.uid))}/"
    assert address in client.get(page).content.decode()
    assert "/survei/" not in signed_in(office, None).get(page).content.decode()
    client.post(address, sent())
    assert "/survei/" not in client.get(page).content.decode()


def test_a_kiosk_that_was_let_in_asks_and_goes_back_to_its_start(client, office):
    device, token = register_device(
        actor=system_user(), unit=office.unit, kind=DeviceKind.SURVEI, name="Kios survei"
    )
    assert client.get("/survei/kios/").url == "/survei/kios/daftar/"
    assert client.post("/survei/kios/daftar/", {"token": "SALAH"}).status_code == 422
    assert client.post("/survei/kios/daftar/", {"token": token}).url == "/survei/kios/"
    start = client.get("/survei/kios/").content.decode()
    address = f"/survei/kios/{office.layanan.uid}/"
    assert address in start
    page = client.get(address).content.decode()
    assert "untuk petugasnya" not in page
    assert "data-cut" in page, "who answers while the line is cut is told so"
    for _twice in range(2):
        assert client.post(address, sent(page)).url == "/survei/kios/selesai/"
    kept = Response.objects.get()
    assert (kept.device, kept.channel, kept.day) == (device, "kios", timezone.localdate())
    assert client.get("/survei/kios/selesai/").status_code == 200
    assert client.post("/survei/kios/denyut/").status_code == 204
    assert client.post(address, sent("", waktu="9")).status_code == 422


def test_how_much_of_a_units_answers_came_through_a_kiosk_is_known(client, office, desk):
    device, token = register_device(
        actor=system_user(), unit=office.unit, kind=DeviceKind.SURVEI, name="Kios survei"
    )
    client.post("/survei/kios/daftar/", {"token": token})
    for number in range(5):
        client.post(f"/survei/kios/{office.layanan.uid}/", sent(submission=str(number)))
    Response.objects.update(day=timezone.localdate() - timedelta(days=3))
    desk.answers(15, days_ago=3)
    assert shares_of([device], timezone.localdate() - timedelta(days=9)) == {device.pk: (0, 0)}
    desk.release()
    assert shares_of([device], timezone.localdate() - timedelta(days=9)) == {device.pk: (5, 20)}
    admin = StrictClient()
    admin.force_login(office.user("sari"), backend="django.contrib.auth.backends.ModelBackend")
    assert "5 dari 20 jawaban unit" in admin.get("/kelola/perangkat/").content.decode()
    sent_away = {"unit": office.unit.uid, "kind": DeviceKind.SURVEI, "name": "Kios lain"}
    assert "/survei/kios/daftar/" in admin.post("/kelola/perangkat/baru/", sent_away).content.decode()


def test_another_kind_of_machine_is_a_stranger(client, office):
    _device, token = register_device(
        actor=system_user(), unit=office.unit, kind=DeviceKind.KIOS, name="Kios nomor"
    )
    assert client.post("/survei/kios/daftar/", {"token": token}).status_code == 422
