"""Forums on screen: from the invitation to the promise that is kept, and what stays unsaid."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from abdi.platform.accounts.models import User
from abdi.voice.forums import actions
from abdi.voice.forums.models import Forum, Participant
from tests.voice.forums.conftest import BEGINS, GUEST, ORIGIN, room
from tests.voice.scene import photo, queries_of

__all__ = ["room"]
pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def post(client, page: str, /, *parts, **fields):
    return client.post(reverse(page, args=parts), fields)


def enter(client, room):
    """Anew after the clock moved: a session ends by itself."""
    client.force_login(User.objects.get(pk=room.office.user("rina").pk), backend=BACKEND)
    return client


@pytest.fixture
def rina(client, room):
    return enter(client, room)


def test_a_forum_from_start_to_end(rina, room):
    """Every step by its form, as a facilitator clicks it."""
    fields = {"theme": "skm", "title": "Hasil survei", "agenda": "Waktu tunggu", "place": "Balai", "seats": 9}
    times = {"starts_at": "2026-03-16T09:00", "ends_at": "2026-03-16T11:00", "unit": room.office.unit.uid}
    assert post(rina, "staff:forum_new", **fields, **times).status_code == 302
    one = Forum.objects.get()
    assert take(rina, one, "ubah", **fields | {"title": "Hasil survei 2026"}) == 302
    assert take(rina, one, "undang", element="pengguna", name=GUEST, organisation=ORIGIN) == 302
    assert take(rina, one, "umumkan") == 302
    assert (
        take(rina, one, "pindah", place="Aula", starts_at="2026-03-17T09:00", ends_at="2026-03-17T11:00")
        == 302
    )
    room.at = BEGINS + timedelta(days=2)
    enter(rina, room)
    assert take(rina, one, "tamu", element="tokoh", name="Bu Tuti Andai") == 302
    came = list(Participant.objects.values_list("uid", flat=True))
    assert take(rina, one, "hadir", present=came) == 302
    assert take(rina, one, "laksana", minutes="Dibahas.") == 302
    assert take(rina, one, "masukan", element="tokoh", text="Tambah kursi") == 302
    (said,) = one.suggestions.all()
    answer = {"outcome": "ditindaklanjuti", "answer": "Dianggarkan"}
    assert post(rina, "staff:suggestion_step", said.uid, "jawab", **answer).status_code == 302
    agreed = {"text": "Sepuluh kursi", "due_on": "2026-04-30", "unit": room.office.unit.uid}
    assert take(rina, one, "sepakat", **agreed, owner=room.office.rina.uid, suggestion=said.uid) == 302
    for element in ("penyelenggara", "pengguna", "tokoh"):
        assert take(rina, one, "tanda-tangan", element=element, name="Ani Andai", capacity="Wakil") == 302
    assert take(rina, one, "foto", photo=named(photo()), caption="Warga duduk melingkar") == 302
    assert take(rina, one, "tetapkan") == 302
    promise = one.agreements.get()
    for step, words in (("kemajuan", {"text": "Dipesan"}), ("selesai", {"evidence": "Di ruang tunggu"})):
        assert post(rina, "staff:agreement_step", promise.uid, step, **words).status_code == 302
    rina.logout()
    shown = text(rina.get(reverse("public:forum", args=[one.uid])))
    for words in ("Hasil survei 2026", "Tambah kursi", "Dianggarkan", "Sepuluh kursi", "Di ruang tunggu"):
        assert words in shown
    assert not re.search("Slamet|Tuti|Ani Andai|Gang Buntu", shown)
    assert rina.get(reverse("public:forum_minutes", args=[one.uid])).content.startswith(b"%PDF")
    picture = rina.get(reverse("public:forum_photo", args=[one.photos.get().file.uid]))
    assert b"".join(picture.streaming_content).startswith(b"\xff\xd8")


def take(client, forum: Forum, step: str, **fields) -> int:
    address = reverse("staff:forum_step", args=[forum.uid, step])
    assert client.get(address).status_code == 200
    assert client.get(reverse("staff:forum", args=[forum.uid])).status_code == 200
    return client.post(address, fields).status_code


def named(file):
    file.name = "foto.jpg"
    return file


def text(response) -> str:
    return response.content.decode()


def test_a_citizen_comes_and_goes(client, room):
    forum = room.announced()
    asked = {"name": GUEST, "element": "pengguna", "organisation": ORIGIN, "email": "slamet@example.test"}
    came = post(client, "public:forum_register", forum.uid, **asked)
    code = Participant.objects.get().code
    assert came.url == reverse("public:forum_guest", args=[code])
    page = text(client.get(came.url))
    assert "Simpan ke kalender" in page
    assert GUEST not in page
    calendar = client.get(reverse("public:forum_calendar", args=[forum.uid]))
    assert calendar.headers["Content-Type"].startswith("text/calendar")
    assert post(client, "public:forum_guest_withdraw", code).status_code == 302
    assert Participant.objects.get().name == "–"
    unknown = client.get(reverse("public:forum_guest", args=["TIDAKADA22"]))
    assert (unknown.status_code, "tidak dikenal" in text(unknown)) == (404, True)


def test_a_draft_is_nobodys(client, room):
    forum = room.draft()
    for name in ("forum", "forum_register", "forum_calendar", "forum_minutes"):
        assert client.get(reverse(f"public:{name}", args=[forum.uid])).status_code == 404
    assert "Standar kartu keluarga" not in text(client.get(reverse("public:forums")))


def test_what_is_late_is_said(client, room):
    room.settled()
    room.at = BEGINS + timedelta(days=60)
    assert "1 tindak lanjut terlambat" in text(client.get(reverse("public:forums")))
    late = text(client.get(reverse("public:forum_agreements") + "?lihat=lewat"))
    assert "Daftar periksa di loket depan" in late
    assert "Terlambat" in late
    table = client.get(reverse("public:forum_export", args=["csv"])).content.decode("utf-8-sig")
    assert table.splitlines()[1].split(",")[1:4] == [
        "Kelurahan Melati",
        "Daftar periksa di loket depan",
        "2026-04-15",
    ]
    assert client.get(reverse("public:forum_export", args=["exe"])).status_code == 404


def test_no_script_runs(client, rina, room):
    forum = room.announced()
    room.guest(forum, name=SCRIPT, organisation=SCRIPT)
    assert SCRIPT not in text(rina.get(reverse("staff:forum_step", args=[forum.uid, "hadir"])))
    refused = post(client, "public:forum_register", forum.uid, name=" ", element=SCRIPT)
    assert (refused.status_code, SCRIPT in text(refused)) == (422, False)


def test_lists_ask_the_same_for_many(client, room):
    asked = []
    for _ in range(2):
        room.announced()
        asked.append(queries_of(client, "public:forums"))
    assert asked[0] == asked[1]


def test_a_page_asks_the_same_for_many_photos(client, room):
    forum = room.settled()
    asked = []
    for _ in range(2):
        room.do(actions.add_photo, forum=forum, photo=photo(), caption="Warga duduk melingkar")
        asked.append(queries_of(client, "public:forum", forum.uid))
    assert "Warga duduk melingkar" in text(client.get(reverse("public:forum", args=[forum.uid])))
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("forums", None),
        ("forum_agreements", None),
        ("forum_export", "csv"),
        ("forum_photo", uuid4()),
        ("forum_guest", "ABCDEFGH23"),
        ("forum", uuid4()),
        ("forum_register", uuid4()),
        ("forum_calendar", uuid4()),
        ("forum_minutes", uuid4()),
        ("projects", None),
        ("project", uuid4()),
        ("project_export", "csv"),
        ("project_picture", uuid4()),
    ],
)
def test_nothing_is_there_before_the_first_instansi(client, page, part):
    address = reverse(f"public:{page}", args=[part] if part else [])
    assert client.get(address).status_code == 404
