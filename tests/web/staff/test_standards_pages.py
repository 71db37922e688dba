"""The admin takes a standar along its road and sets the hours, page by page."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from abdi.services.hours.models import Schedule, SpecialDay
from abdi.services.standards.enums import StandarStatus
from abdi.services.standards.models import Maklumat, Standar
from tests.services.standards.conftest import Desk

WRITTEN = {
    "requirements": "KTP-el asli\n? Buku nikah",
    "procedure": "Ambil nomor\nSerahkan berkas",
    "time_value": "2",
    "time_unit": "hari_kerja",
    "fee": "0",
    "product": "Kartu keluarga",
    "channels": "Loket | Kantor kelurahan",
}
PEOPLE = "penyelenggara | Dewi Umpama | Kelurahan Melati\npengguna | Warga Andai | RW 03"
CSV = "kode;judul;waktu;biaya;persyaratan\nKK;Perubahan kartu keluarga;{time};Rp25.000;KTP-el asli\n"


@pytest.fixture
def desk(office) -> Desk:
    return Desk(office)


def text(answer) -> str:
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def _to(name, one) -> str:
    return reverse(f"staff:{name}", args=[one.uid])


def test_from_nothing_to_set(desk, enter):
    sari, layanan = enter("sari"), desk.office.layanan
    assert "Susun standar" in text(sari.get(reverse("staff:standards")))
    sari.post(_to("standar_new", layanan))
    standar = Standar.objects.get()
    assert sari.post(_to("standar_change", standar), WRITTEN).status_code == 302
    standar.refresh_from_db()
    assert standar.requirements[1] == {"text": "Buku nikah", "is_required": False}
    assert "? Buku nikah" in text(sari.get(_to("standar_change", standar)))
    refused = sari.post(_to("standar_publish", standar), follow=True)
    assert "berita acara" in text(refused)
    minutes = {"held_on": desk.today, "place": "Balai warga", "participants": "tamu | Siapa"}
    assert "tidak dikenal" in text(sari.post(_to("standar_minutes", standar), minutes))
    assert sari.post(_to("standar_minutes", standar), {**minutes, "participants": PEOPLE}).status_code == 302
    sari.post(_to("standar_publish", standar))
    assert "tenggat langkah berikutnya" in text(sari.get(_to("standar", standar)))
    desk.after(standar, 30)
    decree = {"decree": "SK 1/2026", "decided_on": desk.today, "valid_from": desk.today}
    refused = sari.post(_to("standar_set", standar), decree)
    assert (refused.status_code, "Dasar hukum; Sarana" in text(refused)) == (422, True)
    rest = ["complaint", "legal_basis", "facilities", "competence", "supervision", "guarantee", "safety"]
    whole = WRITTEN | dict.fromkeys([*rest, "evaluation"], "Ada") | {"staff": "2"}
    sari.post(_to("standar_change", standar), whole)
    assert sari.post(_to("standar_set", standar), decree).status_code == 302
    standar.refresh_from_db()
    assert standar.status == StandarStatus.DITETAPKAN
    promise = {"text": "Kami sanggup.", "signed_by": desk.office.dewi.uid, "published_on": desk.today}
    assert sari.post(_to("maklumat_new", layanan.unit), promise).status_code == 302
    assert Maklumat.objects.get().signed_by == desk.office.dewi
    review = {"kind": "evaluasi", "held_on": desk.today, "conclusion": "Ditepati."}
    sari.post(_to("standar_review", standar), review)
    assert "Ditepati." in text(sari.get(_to("standar", standar)))


def _upload(sari, content: str, name: str = "standar.csv"):
    return sari.post(reverse("staff:standards_import"), {"file": SimpleUploadedFile(name, content.encode())})


def test_a_file_is_shown_before_it_is_written(desk, enter):
    sari = enter("sari")
    broken = sari.get(_upload(sari, CSV.format(time="lama sekali")).url)
    assert "Baris 2, kolom waktu: “lama sekali”" in text(broken)
    assert not Standar.objects.exists()
    right = _upload(sari, CSV.format(time="3 hari kerja")).url
    assert "1 standar akan ditulis" in text(sari.get(right))
    assert not Standar.objects.exists()
    assert sari.post(right).status_code == 302
    made = Standar.objects.get()
    assert (made.status, made.time_value, made.fee) == (StandarStatus.RANCANGAN, 3, 25_000)
    told = '[{"kode": "KK", "judul": "x", "waktu": "4 hari kerja"}]'
    sari.post(_upload(sari, told, "standar.json").url)
    made.refresh_from_db()
    assert made.time_value == 4
    assert "JSON rusak pada baris 1, kolom" in text(sari.get(_upload(sari, "[{", "standar.json").url))


def test_hours_as_people_write_them(desk, enter):
    sari, unit = enter("sari"), desk.office.unit
    week = {
        "valid_from": desk.today,
        "cut_off": "30",
        "senin": "08.00–12.00, 13.00-15.00",
        "jumat": "8:00 - 11:30",
    }
    assert sari.post(_to("schedule_new", unit), week).status_code == 302
    assert Schedule.objects.get().hours["senin"] == [["08:00", "12:00"], ["13:00", "15:00"]]
    refused = sari.post(_to("schedule_new", unit), {**week, "selasa": "pagi"})
    assert (refused.status_code, "“pagi” tidak terbaca" in text(refused)) == (422, True)
    day = {"day": desk.today + timedelta(days=3), "hours": "", "reason": "Pemilihan lurah"}
    sari.post(_to("special_day_new", unit), day)
    page = text(sari.get(_to("unit_hours", unit)))
    assert all(word in page for word in ("08.00–12.00, 13.00–15.00", "Jumat: 08.00–11.30", "Pemilihan lurah"))
    sari.post(_to("special_day_clear", SpecialDay.objects.get()))
    assert not SpecialDay.objects.exists()
