"""What may be done with a forum in which state, by whom, and what nobody may read of its guests."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from abdi.facts.selectors import current
from abdi.organisation.actions import create_layanan, create_unit
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.followers.selectors import followers_of
from abdi.platform.outbox.models import Message
from abdi.platform.verification.models import Issued
from abdi.platform.verification.selectors import standing_of_code
from abdi.voice.forums import actions
from abdi.voice.forums.calendar_file import calendar_file
from abdi.voice.forums.enums import Element, Outcome
from abdi.voice.forums.models import Agreement, Participant, Progress
from abdi.voice.forums.permissions import can_report_agreement, can_run_forum, can_see_forum
from abdi.voice.forums.selectors import (
    narrowed,
    participant_by_code,
    public_agreements,
    public_forums,
    turnout,
)
from tests.cast import YEAR
from tests.pdf import text_of
from tests.voice.forums.conftest import BEGINS, GUEST, ORIGIN
from tests.voice.scene import photo

pytestmark = pytest.mark.django_db

STATES = ("rancangan", "diumumkan", "dilaksanakan", "ditetapkan", "dibatalkan")
# verb → the states that allow it, in the order above
ALLOWED = {
    "change": "rancangan",
    "announce": "rancangan",
    "move": "diumumkan",
    "cancel": "rancangan diumumkan",
    "invite": "rancangan diumumkan dilaksanakan",
    "register": "diumumkan",
    "hold": "diumumkan",
    "suggest": "dilaksanakan",
    "agree": "dilaksanakan",
    "sign": "dilaksanakan",
    "photo": "dilaksanakan ditetapkan",
    "settle": "dilaksanakan",
}


def forum_in(room, state):
    if state == "dibatalkan":
        return room.do(actions.cancel_forum, forum=room.announced(), reason="Banjir")
    make = {"rancangan": room.draft, "diumumkan": room.announced, "dilaksanakan": room.decided}
    return make.get(state, room.settled)()


def try_verb(room, forum, verb):
    """Each with everything else in order, so that only the state speaks."""
    if verb == "hold":
        guest = forum.participants.filter(element=Element.PENGGUNA)
        if forum.status in ("rancangan", "diumumkan"):
            room.guest(forum)
        guest.update(is_present=True)
        room.at = max(room.at, BEGINS + timedelta(hours=4))
    later = {"starts_at": room.at + timedelta(days=9), "ends_at": room.at + timedelta(days=9, hours=1)}
    words = {"theme": "skm", "title": "Lain", "agenda": "Lain", "seats": 5}
    signed = {"element": Element.AHLI, "name": "Ani Ahli", "capacity": "Dosen"}
    someone = {"element": Element.AHLI, "name": "Ani Ahli"}
    verbs = {
        "change": (actions.change_forum, words),
        "announce": (actions.announce_forum, {}),
        "move": (actions.move_forum, {"place": "Aula", **later}),
        "cancel": (actions.cancel_forum, {"reason": "Banjir"}),
        "invite": (actions.invite, someone),
        "register": (actions.register, someone),
        "hold": (actions.hold_forum, {"minutes": "Dibahas."}),
        "suggest": (actions.add_suggestion, {"element": Element.MEDIA, "text": "Lebih cepat"}),
        "sign": (actions.sign, signed),
        "photo": (actions.add_photo, {"photo": photo(), "caption": "Warga duduk melingkar"}),
        "settle": (actions.settle, {}),
    }
    if verb == "agree":
        return room.agree(forum, due_on=(room.at + timedelta(days=9)).date())
    verb, arguments = verbs[verb]
    return room.do(verb, forum=forum, **arguments)


@pytest.mark.parametrize(
    ("verb", "state"), [(verb, one) for verb in ALLOWED for one in ALLOWED[verb].split()]
)
def test_what_a_state_allows(room, verb, state):
    assert try_verb(room, forum_in(room, state), verb)


@pytest.mark.parametrize("state", STATES)
def test_what_a_state_refuses(room, state):
    forum = forum_in(room, state)
    for verb in (one for one in ALLOWED if state not in ALLOWED[one].split()):
        with pytest.raises(PolicyRefused):
            try_verb(room, forum, verb)
    assert forum.status == state


@pytest.mark.parametrize(
    ("who", "runs", "sees_draft", "reports"),
    [
        ("rina", True, True, True),  # fasilitator, and answers for it
        ("sari", True, True, True),  # admin
        ("joko", False, False, False),
        ("dewi", False, False, False),
        ("budi", False, False, False),
        ("warga", False, False, False),
    ],
)
def test_who_may(room, who, runs, sees_draft, reports):
    user = public_user() if who == "warga" else room.office.user(who)
    forum = room.draft()
    assert can_run_forum(user, room.office.unit) == runs
    assert can_see_forum(user, forum) == sees_draft
    agreement = room.agree(room.held())
    assert can_report_agreement(user, agreement) == reports
    assert can_see_forum(user, agreement.forum)
    if not runs:
        with pytest.raises(PermissionRefused):
            room.do(actions.cancel_forum, who, forum=forum, reason="Tidak jadi")


def test_a_colleague_reports_what_he_promised(room):
    forum = room.held()
    agreement = room.agree(forum, owner=room.office.joko)
    assert can_report_agreement(room.office.user("joko"), agreement)
    with pytest.raises(InputRefused, match="tidak bekerja"):
        room.agree(forum, owner=_placeless())
    with pytest.raises(InputRefused, match="lewat"):
        room.agree(forum, due_on=BEGINS.date() - timedelta(days=1))


def _placeless():
    return Employee.objects.create(name="Tanpa Jabatan", external_key="tanpa")


def test_the_berita_acara_answers_everything(room):
    """Refused until every suggestion is decided with a reason, followed up by something, and every element signed."""
    with pytest.raises(PolicyRefused, match="ditetapkan sekali"):
        room.do(actions.settle, forum=room.announced())
    forum = room.held()
    one = room.suggest(forum)
    with pytest.raises(PolicyRefused, match="belum dijawab"):
        room.do(actions.settle, forum=forum)
    with pytest.raises(InputRefused, match="alasan"):
        room.answer(one, Outcome.TIDAK, " ")
    room.answer(one, Outcome.DITINDAKLANJUTI, "Akan dicoba")
    with pytest.raises(PolicyRefused, match="belum ada tindak lanjutnya"):
        room.do(actions.settle, forum=forum)
    room.agree(forum, suggestion=one)
    with pytest.raises(PolicyRefused, match="Penyelenggara, Pengguna layanan"):
        room.do(actions.settle, forum=forum)


def test_a_forum_needs_the_public(room):
    forum = room.announced()
    office = room.guest(forum, Element.PENYELENGGARA)
    with pytest.raises(PolicyRefused, match="belum mulai"):
        room.do(actions.hold_forum, forum=forum, minutes="Dibahas")
    room.at = BEGINS + timedelta(hours=1)
    room.do(actions.note_attendance, forum=forum, present=[office])
    with pytest.raises(PolicyRefused, match="di luar penyelenggara"):
        room.do(actions.hold_forum, forum=forum, minutes="Dibahas")


def test_every_field_stands_in_the_pdf(room):
    forum = room.settled()
    issued = Issued.objects.get(subject_uid=forum.uid)
    told = text_of(issued.file.path.read_bytes())
    expected = (
        ["Standar kartu keluarga", "Kelurahan Melati", "16 Maret 2026", "09.00–12.00 WIB", "Balai warga"],
        ["Penyusunan standar pelayanan", "Waktu dan syarat", "Pengguna layanan 1", "Dunia usaha 0"],
        ["Warga minta satu kali datang.", "Satu kali datang cukup", "Syarat diperiksa di depan."],
        ["Tidak ditindaklanjuti", "Belum ada petugas malam.", "Daftar periksa di loket depan"],
        ["Rina Misal, Kelurahan Melati", "15 April 2026", "Dewi Umpama", "tanda tangan pada lembar asli"],
        [issued.code],
    )
    assert [words for row in expected for words in row if words not in told] == []
    assert standing_of_code(issued.code).holds


def test_nobody_reads_who_came(room):
    """Neither trail, letters, ledger, paper nor calendar; the row itself is encrypted."""
    forum = room.announced()
    guest = room.guest(forum, email="slamet@example.test")
    registered = room.do(
        actions.register, "warga", forum=forum, element=Element.TOKOH, name=GUEST, organisation=ORIGIN
    )
    room.at = BEGINS + timedelta(hours=4)
    room.do(actions.note_attendance, forum=forum, present=[guest, registered])
    room.do(actions.hold_forum, forum=forum, minutes="Dibahas")
    for element in (Element.PENYELENGGARA, Element.PENGGUNA, Element.TOKOH):
        room.do(actions.sign, forum=forum, element=element, name=GUEST, capacity="Wakil unsur")
    issued = room.do(actions.settle, forum=forum)
    told = [
        *map(str, AuditEntry.objects.values_list("tag", "data")),
        *map(str, Message.objects.values()),
        json.dumps(current(limit=1_000), default=str),
        text_of(issued.file.path.read_bytes()),
        calendar_file(forum, "https://abdi.example/forum/").decode(),
        str(guest),
        *map(str, Participant.objects.extra(select={"raw": "name"}).values_list("raw", flat=True)),
    ]
    assert [text for text in told if GUEST in text or ORIGIN in text or "slamet" in text] == []
    assert [(one.element, one.came) for one in turnout(forum) if one.came] == [("pengguna", 1), ("tokoh", 1)]


def test_a_calendar_follows_the_forum(room):
    """RFC 5545: the same UID, a sequence that counts up, and METHOD:CANCEL in the end."""
    forum = room.announced()
    first = lines(forum)
    later = {"starts_at": BEGINS + timedelta(days=1), "ends_at": BEGINS + timedelta(days=1, hours=2)}
    room.do(actions.move_forum, forum=forum, place="Aula; lantai 2, kiri", **later)
    moved = lines(forum)
    room.do(actions.cancel_forum, forum=forum, reason="Banjir")
    off = lines(forum)
    assert first["UID"] == moved["UID"] == off["UID"] == f"{forum.uid}@abdi"
    assert [one["SEQUENCE"] for one in (first, moved, off)] == ["0", "1", "2"]
    assert [one["METHOD"] for one in (first, moved, off)] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert moved["DTSTART"] == "20260317T020000Z"
    assert moved["LOCATION"] == r"Aula\; lantai 2\, kiri\, Kelurahan Melati"
    assert off["STATUS"] == "CANCELLED"


def lines(forum) -> dict[str, str]:
    text = calendar_file(forum, "https://abdi.example/forum/1/").decode().replace("\r\n ", "")
    return dict(line.split(":", 1) for line in text.splitlines() if not line.startswith(("BEGIN", "END")))


def test_guests_hear_of_what_changes(room):
    forum = room.announced()
    room.guest(forum, email="slamet@example.test")
    gone = room.guest(forum, email="pergi@example.test")
    room.do(actions.withdraw, "warga", participant=gone)
    assert (gone.name, gone.organisation, followers_of(gone).count()) == ("–", "", 0)
    Message.objects.all().delete()
    room.do(actions.cancel_forum, forum=forum, reason="Banjir")
    (letter,) = Message.objects.all()
    assert letter.payload["title"] == "Forum konsultasi publik dibatalkan"


def test_an_invitation_leads_to_a_page_that_is_there(room):
    forum = room.draft()
    room.guest(forum, email="slamet@example.test")
    assert not Message.objects.exists()
    room.do(actions.announce_forum, forum=forum)
    (letter,) = Message.objects.all()
    assert letter.payload["title"] == "Undangan forum konsultasi publik"


def test_a_forum_is_about_a_service_of_its_own_unit(room):
    neighbour = create_unit(actor=system_user(), code="KEL-LAIN", name="Kelurahan Lain", valid_from=YEAR)
    theirs = create_layanan(
        actor=system_user(), code="LAIN", name="Layanan lain", unit=neighbour, valid_from=YEAR
    )
    with pytest.raises(InputRefused, match="milik unit lain"):
        room.draft(layanan=theirs)
    forum = room.draft()
    with pytest.raises(InputRefused, match="milik unit lain"):
        changed = {one: getattr(forum, one) for one in ("theme", "title", "agenda", "seats")}
        room.do(actions.change_forum, forum=forum, layanan=theirs, **changed)


def test_a_draft_called_off_is_still_nobodys(room):
    forum = room.draft()
    room.do(actions.cancel_forum, forum=forum, reason="Temanya belum matang")
    assert not public_forums().exists()
    assert not can_see_forum(public_user(), forum)
    held_back = room.announced()
    room.do(actions.cancel_forum, forum=held_back, reason="Banjir")
    assert list(public_forums()) == [held_back]


def test_whoever_came_has_come(room):
    """He is counted among those present; his name goes with everybody's."""
    forum = room.announced()
    guest = room.guest(forum)
    room.at = BEGINS + timedelta(hours=1)
    room.do(actions.note_attendance, forum=forum, present=[guest])
    with pytest.raises(PolicyRefused, match="tidak ada yang perlu dibatalkan"):
        room.do(actions.withdraw, "warga", participant=guest)


def test_seats_run_out_and_come_back(room):
    forum = room.do(actions.announce_forum, forum=room.draft(seats=1))
    given = {"forum": forum, "element": Element.PENGGUNA, "name": "Ani Andai"}
    first = room.do(actions.register, "warga", **given)
    with pytest.raises(PolicyRefused, match="penuh"):
        room.do(actions.register, "warga", **given)
    room.do(actions.withdraw, "warga", participant=first)
    assert room.do(actions.register, "warga", **given)
    room.at = BEGINS
    with pytest.raises(PolicyRefused, match="ditutup"):
        room.do(actions.register, "warga", **given)


@pytest.mark.parametrize(("days", "value"), [(30, 1.0), (31, 0.0)])
def test_done_in_time_or_late(room, days, value):
    agreement = room.settled().agreements.get()
    room.at = BEGINS + timedelta(days=10)
    room.do(actions.report_progress, agreement=agreement, text="Daftar dicetak", photo=photo())
    room.at = BEGINS + timedelta(days=days)
    late = narrowed(public_agreements(), "lewat", room.at.date())
    assert late.exists() == (value == 0)
    room.do(actions.finish_agreement, agreement=agreement, evidence="Terpasang di loket")
    (told,) = current(kinds=["forum.action_done"])
    assert (told["value"], told["employee_id"], told["unit_id"]) == (
        value,
        room.office.rina.pk,
        room.office.unit.pk,
    )
    assert Progress.objects.filter(agreement=agreement).count() == 2
    with pytest.raises(PolicyRefused, match="sudah selesai"):
        room.do(actions.report_progress, agreement=agreement, text="Lagi")


def test_what_is_missing_is_said(room):
    forum = room.held()
    for verb, arguments in (
        (actions.add_suggestion, {"element": Element.AHLI, "text": " "}),
        (actions.add_suggestion, {"element": "tetangga", "text": "Ada"}),
        (actions.sign, {"element": Element.AHLI, "name": "", "capacity": "Dosen"}),
        (actions.add_photo, {"photo": photo(), "caption": ""}),
        (actions.admit, {"element": Element.AHLI, "name": "A" * 300}),
        (actions.add_suggestion, {"element": Element.AHLI, "text": "x" * 2_001}),
    ):
        with pytest.raises(InputRefused):
            room.do(verb, forum=forum, **arguments)
    with pytest.raises(InputRefused, match="jamnya"):
        room.draft(starts_at=room.at + timedelta(days=2), ends_at=room.at + timedelta(days=1))


def test_a_code_of_a_draft_opens_nothing(room):
    forum = room.draft()
    guest = room.guest(forum)
    with pytest.raises(Participant.DoesNotExist):
        participant_by_code(guest.code)
    room.do(actions.announce_forum, forum=forum)
    assert participant_by_code(f" {guest.code.lower()} ") == guest


def test_progress_is_never_rewritten(room, django_db_use_migrations):
    if not django_db_use_migrations:
        pytest.skip("the trigger comes with the migrations")
    agreement = room.settled().agreements.get()
    entry = room.do(actions.report_progress, agreement=agreement, text="Daftar dicetak")
    for change in (lambda: Progress.objects.filter(pk=entry.pk).update(text="Lain"), entry.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_nothing_is_said_of_what_was_not_settled(room):
    room.agree(room.held())
    assert not public_agreements().exists()
    assert Agreement.objects.exists()
    with pytest.raises(PolicyRefused, match="berita acara"):
        room.do(actions.finish_agreement, agreement=Agreement.objects.get(), evidence="Sudah")
