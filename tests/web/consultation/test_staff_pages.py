"""The office on screens: a topic opened, words moderated, an answer given, an appeal weighed elsewhere."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation import actions
from abdi.voice.consultation.enums import Rule, Standing, TopicStatus
from abdi.voice.consultation.models import Post, Topic
from tests.strict import StrictClient
from tests.voice.consultation.conftest import HATE

pytestmark = pytest.mark.django_db
QUEUE = reverse("staff:consultation_moderation")


def words(response) -> str:
    return response.content.decode()


def named(post: Post, **fields: str) -> dict[str, str]:
    """The fields as the queue names those of this post."""
    return {f"u{post.uid.hex[:12]}-{name}": value for name, value in fields.items()}


def to(name: str, thing: Topic | Post) -> str:
    return reverse(f"staff:consultation_{name}", args=[thing.uid])


@pytest.fixture
def inspector(screens) -> StrictClient:
    client = StrictClient()
    client.force_login(screens.inspector, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_topic_is_drawn_up_published_and_closed(screens, enter):
    joko, today = enter("joko"), screens.at.date()
    fields = {
        "unit": screens.office.unit.uid,
        "title": "Penerangan jalan",
        "question": "Di mana?",
        "background": "Dua puluh lampu.",
        "opens": today,
        "closes": today + timedelta(days=7),
        "answers_due": today + timedelta(days=3),
        "hide_after": 3,
    }
    refused = joko.post(reverse("staff:consultation_new"), fields)
    assert refused.status_code == 422
    assert "Urutan harinya" in words(refused)
    joko.post(reverse("staff:consultation_new"), fields | {"answers_due": today + timedelta(days=9)})
    topic = Topic.objects.get()
    joko.post(
        to("change", topic), fields | {"title": "Lampu jalan", "answers_due": today + timedelta(days=9)}
    )
    joko.post(to("publish", topic))
    assert "Lampu jalan" in words(joko.get(reverse("staff:consultation")))
    assert joko.post(to("close", topic), {"reason": ""}).status_code == 422
    joko.post(to("close", topic), {"reason": "Anggaran dicabut."})
    topic.refresh_from_db()
    assert (topic.title, topic.status) == ("Lampu jalan", TopicStatus.DITUTUP)
    assert enter("rina").get(reverse("staff:consultation_new")).status_code == 403


def test_answered_and_followed_up(screens, enter, client):
    proposal = screens.propose("Ani")
    rina = enter("rina")
    assert "Lampu di gang" in words(rina.get(reverse("staff:consultation_answers")))
    missing = rina.post(to("answer", proposal), {"outcome": "diterima", "reason": "Masuk anggaran."})
    assert missing.status_code == 422
    assert "paling lambat kapan" in words(missing)
    assert "Masuk anggaran." in words(missing)
    due = screens.at.date() + timedelta(days=20)
    rina.post(to("answer", proposal), {"outcome": "diterima", "reason": "Masuk anggaran.", "due_on": due})
    rina.post(to("comment", proposal), {"text": "Terima kasih, kami catat tempatnya."})
    rina.post(to("progress", proposal), {"text": "Sudah menyala.", "is_done": "on"})
    seen = words(
        client.get(reverse("public:consultation_proposal", args=[proposal.topic.uid, proposal.number]))
    )
    for said in (
        "Masuk anggaran.",
        "kami catat tempatnya",
        "Sudah menyala.",
        "Sudah terlaksana",
        "Rina Misal",
    ):
        assert said in seen
    assert "Tidak ada yang menunggu" in words(rina.get(reverse("staff:consultation_answers")))
    again = rina.post(to("answer", proposal), {"outcome": "ditolak", "reason": "Berubah pikiran"})
    assert "sudah dijawab" in words(again)
    assert enter("joko").post(to("answer", proposal), {}).status_code == 403


def test_one_screen_for_the_moderator_another_for_the_inspectorate(screens, enter, inspector):
    post = screens.propose("Ani")
    for who in ("Bayu", "Cici", "Dodi"):
        screens.do(actions.report, who, post=post, rule=Rule.IKLAN)
    joko = enter("joko")
    page = words(joko.get(QUEUE))
    assert "3 laporan" in page
    assert "Warga Bayu" not in page
    refused = joko.post(to("moderate", post), {"hide": "1", **named(post, rule="", reason="Alasan panjang")})
    assert refused.status_code == 422
    assert "Alasan panjang" in words(refused)
    joko.post(to("moderate", post), {"hide": "1", **named(post, **HATE)})
    screens.do(actions.appeal, "Ani", post=post, reason="Hanya menyebut lampu.")
    assert "Hanya menyebut lampu." not in words(joko.get(QUEUE))
    assert joko.post(to("weigh", post), {"restore": "1", **named(post, reason="x")}).status_code == 403
    assert "Hanya menyebut lampu." in words(inspector.get(QUEUE))
    assert inspector.post(to("weigh", post), {"restore": "1"}).status_code == 422
    inspector.post(to("weigh", post), {"restore": "1", **named(post, reason="Tidak menghina.")})
    post.refresh_from_db()
    assert post.standing == Standing.TAMPIL


def test_only_the_inspectorate_may_stop_an_author(screens, enter, inspector):
    post = screens.propose("Ani")
    screens.do(actions.hide, "joko", post=post, **HATE)
    screens.do(actions.appeal, "Ani", post=post, reason="Tidak.")
    prefix = f"u{post.uid.hex[:12]}-stop-reason"
    assert "Hentikan akun" in words(inspector.get(QUEUE))
    assert enter("sari").post(to("stop", post), {prefix: "Mengganggu"}).status_code == 403
    inspector.post(to("stop", post), {prefix: "Mengancam warga lain"})
    ani = Citizen.objects.get(name="Warga Ani")
    assert ani.blocked_for == "Mengancam warga lain"
    assert "Mengancam warga lain" in words(inspector.get(QUEUE))
    again = reverse("staff:consultation_restore", args=[ani.uid])
    assert enter("joko").post(again).status_code == 403
    inspector.post(again)
    ani.refresh_from_db()
    assert not ani.is_blocked


def test_no_page_at_work_knows_an_address(screens, enter, inspector):
    proposal = screens.propose("Ani")
    screens.support(proposal, "Bayu")
    screens.do(actions.report, "Cici", post=proposal, rule=Rule.IKLAN)
    pages = [
        reverse("staff:consultation"),
        QUEUE,
        reverse("staff:consultation_answers"),
        reverse("staff:consultation_export"),
        reverse("staff:audit"),
        to("topic", proposal.topic),
        to("answer", proposal),
    ]
    for client in (enter("joko"), enter("rina"), enter("dewi"), enter("sari"), inspector):
        for address in pages:
            seen = words(client.get(address))
            assert "contoh.test" not in seen
            assert "Warga Bayu" not in seen
            assert "Warga Cici" not in seen


def test_no_page_leads_where_one_may_not_go(screens, enter, inspector):
    """budi works in the unit, so he weighs no appeal of it; joko facilitates and rina answers."""
    accepted = screens.propose("Ani")
    screens.propose("Bayu", accepted.topic)
    screens.answer(accepted)
    people = {name: enter(name) for name in ("joko", "sari", "rina", "dewi", "budi")} | {"gita": inspector}
    led = {name: set() for name in people}
    for name, client in people.items():
        ways = [reverse("staff:consultation")]
        while ways:
            seen = client.get(way := ways.pop())
            assert (name, way, seen.status_code) == (name, way, 200)
            led[name].add(way)
            ways += set(re.findall(r'href="(/kelola/konsultasi/[^"?]*)"', words(seen))) - led[name] - {*ways}
    assert to("answer", accepted) not in led["joko"]
    assert to("progress", accepted) in led["rina"]
    assert QUEUE not in led["rina"]
    assert QUEUE in led["gita"]


def test_many_ask_no_more_than_few(screens, enter):
    topic, spent = screens.topic(), []
    pages = [
        (enter("joko"), QUEUE),
        (enter("rina"), reverse("staff:consultation_answers")),
        (enter("joko"), to("topic", topic)),
        (enter("joko"), reverse("staff:consultation")),
    ]
    for name in ("Ani", "Eka"):
        for number in range(3):
            post = screens.propose(f"{name}{number}", topic, text=f"Usulan {name} {number}")
            screens.do(actions.report, "Bayu", post=post, rule=Rule.IKLAN)
        spent.append([queries_of(*one) for one in pages])
    assert spent[0] == spent[1]


def queries_of(client: StrictClient, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
