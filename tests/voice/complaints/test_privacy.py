"""Plant an identity in every field a reporter can fill, live the whole life, and look for it everywhere."""

import logging
from io import BytesIO

import pytest
from django.db import connection
from PIL import Image

from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.platform.followers.actions import follow
from abdi.voice.complaints.models import Complaint, Identity
from abdi.voice.complaints.publishing import public_complaints, public_place
from abdi.voice.complaints.selectors import identity_views, inbox_of, statistics
from abdi.voice.complaints.types import Place, Reporter
from abdi.voice.complaints.vault import words_of
from tests.voice.complaints.conftest import DAY

pytestmark = pytest.mark.django_db
WHO = Reporter("Waluyo Tersembunyi", "Jalan Sembunyi 17", "waluyo@rahasia.example", "3578011203900001")
SENDER = "203.0.113.77"
PLANTED = ("waluyo", "tersembunyi", "sembunyi 17", "rahasia.example", "3578011203900001", "081234567890")
TELLING = (
    "Nama saya Waluyo Tersembunyi, NIK 3578011203900001, HP 081234567890, rumah saya di Jalan Sembunyi 17."
)


def photo(**save):
    drawn = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Foto milik Waluyo Tersembunyi"
    exif[0x0112] = 6  # lies on its side
    Image.new("RGB", (40, 20), "teal").save(drawn, "JPEG", exif=exif, comment=b"081234567890", **save)
    drawn.seek(0)
    return drawn


def anonymous(town, **more) -> Complaint:
    told = {"text": f"Loket tutup. {TELLING}", "title": "Waluyo Tersembunyi mengadu", "is_anonymous": True}
    told |= {"requested_solution": f"Buka. {TELLING}", "identity": WHO, "photos": [photo()]}
    told |= {"attrs": {"atribut": {"CATATAN": [TELLING], "JUMLAH": 3}}}
    told |= {"place": Place(-7.33, 112.72, "Jalan Sembunyi 17"), "sender": SENDER, "submission": SENDER}
    return town.file(**(told | more))


def everything() -> str:
    """Every value of every table, as the database keeps it."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(rows).lower()


def test_an_anonymous_reporter_is_nowhere(town, caplog):
    caplog.set_level(logging.DEBUG)
    complaint = anonymous(town)
    follow(actor=town.user("warga"), subject=complaint, email=WHO.contact)
    town.do("ask_completion", complaint=complaint, note="Hari apa?")
    town.do("complete_file", "warga", complaint=complaint, text=f"Senin. {TELLING}", photos=[photo()])
    town.do("verify", complaint=complaint, category=town.category, kelas="normatif")
    town.do("dispose", complaint=complaint, unit=town.office.unit)
    town.do("take", "rina", complaint=complaint)
    town.do("add_information", "warga", complaint=complaint, text=TELLING)
    town.do("answer", "rina", complaint=complaint, text="Sudah dibuka.")
    town.do("reopen", "warga", 1, complaint=complaint, reason=TELLING)
    town.do("take", "rina", complaint=complaint)
    town.do("answer", "rina", complaint=complaint, text="Sungguh sudah.")
    town.do("confirm", "warga", complaint=complaint, rating=3, words=TELLING)
    town.do("view_identity", complaint=complaint, reason="Ancaman kepada pelapor.")
    found = everything() + caplog.text.lower()
    assert [word for word in (*PLANTED, SENDER) if word in found] == []
    assert f"{complaint.code}".lower() in found  # the search does find what is there
    for kept in complaint.photos.all():
        content = kept.file.path.read_bytes() + kept.thumb.path.read_bytes()
        assert [word for word in (b"Waluyo", b"0812", b"Exif") if word in content] == []
        assert (kept.width, kept.height) == (20, 40)


def test_the_vault_opens_for_a_reason_that_the_reporter_can_read(town):
    complaint = anonymous(town)
    for who in ("rina", "dewi", "budi", "sari", "joko", "gita", "indra", "warga", "sistem"):
        with pytest.raises(PermissionRefused):
            town.do("view_identity", who, complaint=complaint, reason="Ingin tahu.")
    with pytest.raises(InputRefused):
        town.do("view_identity", complaint=complaint, reason=" ")
    opened = town.do("view_identity", complaint=complaint, reason="Ancaman kepada pelapor.")
    assert (opened.name, opened.nik) == (WHO.name, WHO.nik)
    assert TELLING in words_of(opened)["text"]
    (view,) = identity_views(complaint)
    assert (view.viewer, view.reason) == (town.user("koko"), "Ancaman kepada pelapor.")


def test_a_coordinator_who_handles_it_does_not_open_it(town):
    complaint = anonymous(town)
    town.do("verify", complaint=complaint, category=town.category, kelas="normatif")
    town.do("dispose", complaint=complaint, unit=town.office.unit, person=town.koko)
    with pytest.raises(PermissionRefused):
        town.do("view_identity", complaint=complaint, reason="Ingin tahu.")


def test_who_gave_nothing_leaves_nothing(town):
    complaint = town.file(is_anonymous=True)
    assert not Identity.objects.exists()
    assert town.do("view_identity", complaint=complaint, reason="Melihat.") is None


def test_the_public_reads_released_words_alone(town):
    shown = town.verified(text=TELLING, identity=WHO, place=Place(-7.331234, 112.727777), is_at_home=True)
    town.verified(is_secret=True)
    town.verified(about_words="Petugas loket 2")
    town.file()
    for reason in ("uji_coba", "sara"):
        town.do("reject", complaint=town.file(), reason=reason, note="Tidak dapat dibaca.")
    (one,) = public_complaints()
    assert one == shown
    assert [word for word in PLANTED if word in one.public_text.lower()] == []
    assert public_place(one) == Place(-7.33, 112.73)
    edited = town.do(
        "verify", complaint=town.file(), category=town.category, kelas="ringan", public_text="Jam loket."
    )
    assert edited.public_text == "Jam loket."
    hidden = town.do("verify", complaint=town.file(), category=town.category, kelas="ringan", public_text="")
    assert hidden not in public_complaints()


def test_pictures_and_words_are_released_by_somebody_who_looked(town):
    complaint = town.verified(photos=[photo(), photo()])
    assert not complaint.photos.filter(is_public=True).exists()
    town.do("publish", complaint=complaint, public_text="Loket tutup.", photos=[2])
    assert [one.number for one in complaint.photos.filter(is_public=True)] == [2]
    with pytest.raises(PermissionRefused):
        town.do("publish", "rina", complaint=complaint, public_text="Semua baik.")
    town.do("publish", complaint=complaint, public_text="")
    assert not public_complaints().exists()


def test_small_cells_are_not_told(town):
    for _ in range(4):
        town.answered()
    span = {"since": (town.at - DAY).date(), "until": (town.at + DAY).date()}
    (few,) = statistics(**span)
    assert (few.received, few.answered, few.in_time, few.felt_median) == (None, None, None, None)
    town.answered()
    (enough,) = statistics(**span)
    assert (enough.received, enough.open, enough.answered, enough.in_time, enough.reopened) == (5, 0, 5, 1, 0)
    town.taken()
    (mixed,) = statistics(**span)
    assert (mixed.received, mixed.open, mixed.answered) == (6, None, None)


@pytest.mark.parametrize(
    ("photos", "word"),
    [([BytesIO(b"\xff\xd8\xff\xe0 not a picture")], "dibaca"), ([photo() for _ in range(6)], "5 foto")],
    ids=["broken", "six"],
)
def test_a_report_with_what_cannot_be_kept_is_refused_whole(town, photos, word):
    with pytest.raises(InputRefused, match=word) as refusal:
        town.file(photos=photos)
    assert refusal.value.field == "photos"
    assert not Complaint.objects.exists()


def test_nobody_finds_the_other_files_of_a_reporter(town):
    """There is nothing to look for: the same person twice leaves no value that is the same."""
    for _ in range(2):
        anonymous(town, submission="")
    rows = [tuple(row.values()) for row in Identity.objects.values("name", "contact", "nik")]
    assert rows == [(WHO.name, WHO.contact, WHO.nik)] * 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, contact, nik FROM complaints_identity")
        first, second = cursor.fetchall()
    assert not set(first) & set(second)
    assert not inbox_of(town.user("joko")).exists()
