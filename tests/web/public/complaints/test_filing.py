"""A report without JavaScript and without an account: the map, what is kept, what is refused, what is told before."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint
from abdi.web.maps import SIZE
from tests.pdf import text_of
from tests.web.public.complaints.conftest import FORM, IN_MELATI, photograph, words

SCRIPT = "<script>alert(1)</script>"


def test_a_tap_on_the_map_brings_the_form_back_with_its_pin(desk):
    page = words(desk.client.get(FORM))
    assert 'name="tap"' in page
    assert "Ketuk peta" in page
    tapped = desk.client.post(FORM, {**desk.typed, "tap.x": str(SIZE // 2), "tap.y": str(SIZE // 2)})
    page = words(tapped)
    assert tapped.status_code == 200
    assert "Titik ada di Kelurahan Melati" in page
    assert desk.typed["text"] in page
    nearer = words(desk.client.post(FORM, {**desk.typed, **IN_MELATI, "geser": "dekat"}))
    assert 'name="lat" value="-5.175000"' in nearer
    gone = words(desk.client.post(FORM, {**desk.typed, **IN_MELATI, "hapus_titik": "1"}))
    assert 'name="lat" value=""' in gone
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("tap", ["", "x", "-1", "0", "99999", "１２"])
def test_any_tap_is_a_place_or_none(desk, tap):
    answer = desk.client.post(FORM, {**desk.typed, "tap.x": tap, "tap.y": tap, "view": "nan,1,9"})
    assert answer.status_code == 200


def test_filed_once_with_photo_and_place_and_a_receipt(desk):
    answer = desk.send(photos=[photograph()], happened_on="2026-11-20", about_words="", **IN_MELATI)
    one = Complaint.objects.get()
    assert answer.url == reverse("public:complaint_receipt", args=[one.code])
    assert desk.send(photos=[photograph()], **IN_MELATI).url == answer.url
    assert Complaint.objects.count() == 1
    receipt = words(desk.client.get(answer.url))
    assert all(word in receipt for word in (one.code, one.number, "identitas dirahasiakan", "Verifikasi"))
    paper = desk.client.get(reverse("public:complaint_receipt_pdf", args=[one.code]))
    told = text_of(paper.content)
    assert all(word in told for word in (one.number, one.code, "Lampu jalan mati", "Pasal 44"))
    served = desk.client.get(reverse("public:complaint_photo", args=[one.code, 1]))
    content = b"".join(served.streaming_content)
    assert b"TeleponRahasia" not in content
    assert not Image.open(BytesIO(content)).getexif()
    assert served.headers["Cache-Control"].startswith("private, no-store")


def twisted(kind: str) -> SimpleUploadedFile:
    picture = photograph().read()
    made = {
        "gif_js": b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)//",
        "pdf_jpeg": b"%PDF-1.4\n" + picture,
        "html_jpeg": b"<html>" + picture,
        "large": picture + b"\0" * (20 << 20),
        "empty": b"",
        "cut": picture[:200],
    }
    return SimpleUploadedFile("foto.jpg", made[kind], "image/jpeg")


@pytest.mark.parametrize("kind", ["gif_js", "pdf_jpeg", "html_jpeg", "large", "empty", "cut"])
def test_what_is_no_photo_is_refused_and_the_story_stays(desk, kind):
    answer = desk.send(photos=[twisted(kind)])
    page = words(answer)
    assert answer.status_code == 422
    assert desk.typed["text"] in page
    assert 'aria-invalid="true"' in page
    assert not Complaint.objects.exists()


def test_six_photos_are_one_too_many(desk):
    answer = desk.send(photos=[photograph(f"{number}.jpg") for number in range(6)])
    assert "Paling banyak 5 foto" in words(answer)


def test_a_script_in_every_field_is_words(desk):
    """StrictClient refuses a page on which one would run."""
    fields = ("text", "address", "name", "home", "contact", "requested_solution", "about_words")
    typed = {name: f"{SCRIPT} {name}" for name in fields}
    one = desk.filed(**typed, visibility="terbuka", diperiksa="1")
    code = one.code
    for name in ("complaint_receipt", "complaint_track"):
        page = words(desk.client.get(reverse(f"public:{name}", args=[code])))
        assert "&lt;script&gt;" in page
    told = desk.send(**typed, submission="lain", lihat="1")
    assert told.status_code == 200
    desk.client.post(reverse("public:complaint_add", args=[code]), {"text": SCRIPT})
    assert words(desk.client.get(reverse("public:complaint_track", args=[code]))).count("&lt;script&gt;") > 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("text", " ", "Tulis dahulu apa yang terjadi"),
        ("text", "a" * 4001, "4000"),
        ("kind", "gosip", "gosip"),
        ("visibility", "", "Pilih siapa yang boleh tahu"),
        ("happened_on", "2999-01-01", "belum terjadi"),
        ("unit", "bukan-uid", "Pilih salah satu dari daftar"),
        ("lat", "-5.1", "Titik pada peta tidak lengkap"),
        ("lat", "nan", "angka"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(desk, field, value, sentence):
    answer = desk.send(**{"address": "Jalan Misal", field: value})
    assert answer.status_code == 422
    assert sentence.lower() in words(answer).lower()


def test_who_gives_himself_away_sees_what_the_office_will_read(desk):
    typed = {"text": "Nama saya Wira Tamsil, telepon 0812-3456-7890. Lampu mati.", "name": "Wira Tamsil"}
    first = desk.send(**typed)
    page = words(first)
    assert not Complaint.objects.exists()
    assert "menyebut siapa Anda" in page
    assert "[disamarkan]" in page
    assert "Tetap kirim laporan" in page
    one = desk.filed(**typed, diperiksa="1")
    assert "Wira" not in one.text + one.public_text + one.title


def test_the_same_thing_near_by_is_shown_before_it_is_reported_again(desk):
    known = desk.verified(desk.filed(**IN_MELATI, submission="a"))
    again = desk.send(**IN_MELATI, submission="b")
    assert Complaint.objects.count() == 1
    assert reverse("public:complaint_public", args=[known.number]) in words(again)
    assert known.code not in words(again)
    desk.filed(**IN_MELATI, submission="b", diperiksa="1")
    assert Complaint.objects.count() == 2


def test_the_flood_of_one_address_is_refused_and_another_still_comes_in(desk, one_minute):
    said = [desk.send(submission=str(number)).status_code for number in range(11)]
    assert said == [302] * 10 + [422]
    other = desk.client.post(FORM, {**desk.typed, "submission": "z"}, REMOTE_ADDR="10.9.8.7")
    assert other.status_code == 302


def test_the_map_alone_for_javascript(desk):
    page = desk.client.post(reverse("public:complaint_map"), {**IN_MELATI, "geser": "timur"}).json()["map"]
    assert "Titik ada di Kelurahan Melati" in page
    assert "<html" not in page


def test_the_whole_life_by_its_code(desk):
    one = desk.filed(**IN_MELATI)
    track = reverse("public:complaint_track", args=[one.code])

    def tell(name, **data):
        return desk.client.post(reverse(f"public:complaint_{name}", args=[one.code]), data, follow=True)

    assert "Menunggu verifikasi" in words(desk.client.get(track.lower()))
    assert "Keterangan Anda sudah kami terima" in words(tell("add", text="Tiang nomor tujuh."))
    desk.answered(one)
    assert "Lampu sudah diganti." in words(desk.client.get(track))
    assert tell("reopen").status_code == 422
    assert "Laporan dibuka kembali" in words(tell("reopen", reason="Masih mati."))
    one.refresh_from_db()
    assert one.status == Status.DIBUKA_KEMBALI
    assert "belum dijawab" in words(tell("confirm", rating="4"))
    assert desk.client.get(reverse("public:complaint_track", args=["TIDAKADA22"])).status_code == 404
    assert desk.client.get(reverse("public:track"), {"kode": one.code}).url == track
