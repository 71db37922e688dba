"""A complaint as JSON: by a key or as any citizen, by the same rules; followed by its code and by nothing else."""

import json

import pytest
from django.utils import timezone

from abdi.organisation.actions import grant_role
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import system_user
from abdi.platform.keys.actions import issue_key
from abdi.platform.keys.enums import KeyScope
from abdi.voice.complaints import policies
from abdi.voice.complaints.actions import create_category, merge
from abdi.voice.complaints.models import Complaint
from tests.api.open311.conftest import ATTRIBUTES
from tests.cast import YEAR

HERE = "/api/v1/aduan"
NAME = "Wawan Rahasia"
REPORT = {"isi": "Lubang besar di depan pasar, sudah seminggu."}


@pytest.fixture
def send(client, office):
    create_category(actor=system_user(), code="001", name="Jalan berlubang", attributes=ATTRIBUTES)

    def post(told=None, expect=201, **headers):
        answer = client.post(HERE, told or REPORT, content_type="application/json", headers=headers)
        assert answer.status_code == expect, answer.content
        return answer.json()

    return post


def test_any_citizen_files_and_follows_by_the_code(send, client):
    told = send()
    assert set(told) == {"kode", "status", "diterima", "diverifikasi_paling_lambat"}
    complaint = Complaint.objects.get()
    assert (complaint.channel, complaint.is_anonymous, complaint.is_secret) == ("api", True, False)
    followed = client.get(f"{HERE}/{told['kode'].lower()}")
    assert "no-store" in followed.headers["Cache-Control"]
    assert followed.json()["nomor"] == complaint.number
    assert [one["status"] for one in followed.json()["riwayat"]] == ["baru"]


def test_everything_that_may_be_told_is_kept(send, office):
    send(
        {
            "jenis": "aspirasi",
            "judul": "Lubang",
            "isi": "Lubang besar",
            "harapan": "Ditambal",
            "kategori": "001",
            "unit": "KEL-MELATI",
            "tempat": {"lintang": -7.25, "bujur": 112, "alamat": "Jalan Contoh 1"},
            "di_rumah": False,
            "terjadi_pada": "2026-01-05",
            "anonim": False,
            "rahasia": True,
            "pelapor": {"nama": NAME, "kontak": "0811"},
            "jawaban": {"LEBAR": "kecil", "BAHAYA": ["motor"]},
        }
    )
    one = Complaint.objects.get()
    assert (one.kind, one.title, one.unit, one.lat, one.lon) == (
        "aspirasi",
        "Lubang",
        office.unit,
        -7.25,
        112.0,
    )
    assert (one.is_anonymous, one.is_secret, one.identity.name) == (False, True, NAME)
    assert one.attrs["atribut"] == {"BAHAYA": ["motor"], "LEBAR": "kecil"}


def test_nobody_is_told_who_reported_not_even_by_the_code(send, client):
    told = send(REPORT | {"pelapor": {"nama": NAME, "kontak": "081234567890"}})
    followed = client.get(f"{HERE}/{told['kode']}").content.decode()
    assert NAME not in followed
    assert "0812" not in followed


WRONG = {
    "isi": ({"isi": ""}, "apa yang terjadi"),
    "isi ": ({"isi": 7}, "teks"),
    "isi  ": ({"isi": ["a"]}, "teks"),
    "panjang": ({"isi": "x" * 10_001}, "Paling panjang"),
    "jenis": ({"jenis": "gosip"}, "jenis"),
    "kategori": ({"kategori": "entah"}, "kategori"),
    "unit": ({"unit": "entah"}, "unit"),
    "lintang": ({"tempat": {"lintang": "-7", "bujur": 1}}, "lintang"),
    "bujur": ({"tempat": {"lintang": 1, "bujur": True}}, "bujur"),
    "setengah": ({"tempat": {"lintang": 1}}, "Tandai"),
    "luar": ({"tempat": {"lintang": 91, "bujur": 0}}, "peta"),
    "tempat": ({"tempat": []}, "objek"),
    "tanggal": ({"terjadi_pada": "kemarin"}, "terjadi_pada"),
    "besok": ({"terjadi_pada": "2999-01-01"}, "belum terjadi"),
    "anonim": ({"anonim": "ya"}, "anonim"),
    "pelapor": ({"pelapor": {"ktp": "1"}}, "ktp"),
    "jawaban": ({"kategori": "001", "jawaban": {"LEBAR": 1}}, "jawaban.LEBAR"),
    "wajib": ({"kategori": "001"}, "attribute[LEBAR]"),
    "asing": ({"is_superuser": True}, "is_superuser"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_is_refused_in_words_with_its_part(send, what):
    part, said = WRONG[what]
    told = send(REPORT | part, expect=422)
    assert (told["status"], told["type"]) == (422, "about:blank")
    assert said in told["detail"]
    assert not Complaint.objects.exists()


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 422),
        (b"[" * 100_000, "application/json", 422),
        (b"[]", "application/json", 422),
        (b"\xff", "application/json", 422),
        (b'{"isi": NaN}', "application/json", 422),
        (b'{"isi": "\\ud800"}', "application/json", 422),
        (b'{"isi": "a", "jawaban": {"\\u0000": "b"}}', "application/json", 422),
        (b"isi=a", "application/x-www-form-urlencoded", 422),
        (b'{"isi": "' + b"x" * (20 << 20) + b'"}', "application/json", 413),
    ],
    ids=["half", "deep", "list", "bytes", "nan", "half a letter", "nul", "form", "20MB"],
)
def test_what_is_no_report_is_refused(client, office, body, kind, status):
    answer = client.post(HERE, body, content_type=kind)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert json.loads(answer.content)["detail"].endswith(".")


def test_five_hundred_from_one_address_are_slowed_and_another_address_is_not(send, client, one_minute):
    statuses = [
        client.post(HERE, {"isi": f"Laporan {n}"}, content_type="application/json").status_code
        for n in range(40)
    ]
    assert statuses == [201] * policies.PER_MINUTE + [429] * (40 - policies.PER_MINUTE)
    slowed = client.post(HERE, REPORT, content_type="application/json")
    assert int(slowed.headers["Retry-After"]) > 0
    other = client.post(HERE, REPORT, content_type="application/json", REMOTE_ADDR="10.9.9.9")
    assert other.status_code == 201


def test_a_key_has_a_pace_of_its_own_and_a_bad_one_is_told(send, one_minute):
    key = issue_key(actor=system_user(), name="Aplikasi", scopes=[KeyScope.ADUAN])[1]
    for n in range(policies.PER_MINUTE + 2):
        send({"isi": f"Laporan {n}"}, authorization=f"Bearer {key}")
    for shown in (f"Bearer {key}x", key, "Basic abc"):
        assert "Kunci" in send(expect=403, authorization=shown)["detail"]


def test_a_retry_under_its_name_makes_no_second_report(send):
    first, again = (send(idempotency_key="a") for _ in range(2))
    assert first == again
    assert Complaint.objects.count() == 1


def test_a_stranger_s_name_for_a_sending_is_not_told_his_code(send):
    first = send(idempotency_key="1")
    other = send({"isi": "Lampu jalan mati."}, idempotency_key="1")
    assert first["kode"] != other["kode"]
    assert Complaint.objects.count() == 2


def test_who_was_merged_reads_the_answer_of_the_case(send, client, office):
    case, merged = (
        Complaint.objects.get(code=send({"isi": text})["kode"]) for text in ("Lubang", "Lubang lagi")
    )
    sari = office.user("sari")
    grant_role(actor=system_user(), user=sari, role=Role.PENGADUAN, valid_from=YEAR)
    merge(actor=sari, complaint=merged, into=case)
    now = timezone.now()
    case.answers.create(number=1, text="Sudah ditambal.", drafted_by=sari, drafted_at=now, sent_at=now)
    case.answers.create(number=2, text="Rancangan", drafted_by=sari, drafted_at=now)
    told = client.get(f"{HERE}/{merged.code}").json()
    assert [one["isi"] for one in told["jawaban"]] == ["Sudah ditambal."]


def test_a_code_that_does_not_exist_and_other_methods(send, client):
    missing = client.get(f"{HERE}/AAAAAAAAAA")
    assert (missing.status_code, missing.json()["detail"]) == (
        404,
        "Tidak ada yang bernama itu di sini; periksa kodenya.",
    )
    assert client.get(HERE).status_code == 405
    assert "no-store" in missing.headers["Cache-Control"]
    assert client.delete(f"{HERE}/AAAAAAAAAA").headers["Allow"] == "GET, HEAD"
