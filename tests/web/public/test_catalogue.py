"""A citizen finds a service, reads what is promised and what is kept, and says what he thinks of a draft."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from abdi.measurement.models import MeasuredValue
from abdi.measurement.types import Measured, Scope, Window
from abdi.organisation import actions as organisation
from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import system_user
from abdi.platform.documents.papers import paper_of
from abdi.platform.verification.actions import issue
from abdi.services.hours.models import Schedule
from abdi.services.standards.actions import publish, publish_maklumat
from abdi.services.standards.models import Comment
from tests.cast import YEAR
from tests.services.standards.conftest import Desk
from tests.strict import StrictClient

HOURS = {
    day: [["00:00", "24:00"]] for day in ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
}


def text(answer) -> str:
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def desk(office) -> Desk:
    return Desk(office)


@pytest.fixture
def layanan(desk) -> Layanan:
    Schedule.objects.create(unit=desk.office.unit, hours=HOURS, valid_from=YEAR)
    desk.set(desk.commented_out())
    return desk.office.layanan


def _measured(layanan, metric, value, n) -> None:
    window = Window(date(2026, 10, 1), date(2026, 10, 31))
    scope = Scope("layanan", str(layanan.pk), layanan.name)
    row = MeasuredValue.of(
        Measured(
            f"service.lead_time.{metric}", scope, value, "hari", n, 1.1, 2.4, window, "duckdb", "", "0", True
        )
    )
    row.as_of = datetime(2026, 11, 1, tzinfo=UTC)
    row.save()


def test_found_by_everyday_words_and_read(client, desk, layanan):
    found = text(client.get(reverse("public:catalogue"), {"q": "kk ilang"}))
    assert all(word in found for word in ("Perubahan kartu keluarga", "2 hari kerja", "Gratis", "Buka"))
    assert "Perubahan" not in text(client.get(reverse("public:catalogue"), {"q": "paspor"}))
    publish_maklumat(
        actor=desk.sari,
        unit=layanan.unit,
        text="Kami sanggup menepati standar.",
        signed_by=desk.office.dewi,
        published_on=desk.today,
    )
    address = reverse("public:layanan", args=["KK"])
    page = text(client.get(address))
    assert "Belum ada yang diukur" in page
    assert all(
        word in page for word in ("KTP-el asli", "Buku nikah (bila ada)", "Kami sanggup", "Buka sampai")
    )
    told = json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert (told["@type"], told["processingTime"]) == ("GovernmentService", "2 hari kerja")
    _measured(layanan, "median", 1.6, 41)
    _measured(layanan, "p90", 3.2, 41)
    page = text(client.get(address))
    assert all(word in page for word in ("1,6", "3,2", "n = 41", "1 Oktober–31 Oktober 2026"))
    MeasuredValue.objects.update(n=3)
    assert "1,6" not in text(client.get(address))
    for name in ("standar_file", "maklumat_file"):
        assert client.get(reverse(f"public:{name}", args=["KK"])).content.startswith(b"%PDF")


def test_what_ends_a_script_stays_inside(client, desk, layanan):
    Layanan.objects.filter(pk=layanan.pk).update(name="</script><script>alert(1)</script>")
    assert "<script>alert" not in text(client.get(reverse("public:layanan", args=["KK"])))


def test_the_issued_sheet_is_the_one_handed_out(client, desk, layanan):
    made = issue(actor=desk.sari, paper=paper_of("standar"), subject=layanan.standar.get())
    handed = client.get(reverse("public:standar_file", args=["KK"])).content
    assert handed == made.file.path.read_bytes()


def test_a_draft_is_commented_on_while_the_time_runs(client, desk):
    address = reverse("public:standar_draft", args=["KK"])
    standar = desk.discussed()
    assert client.get(address).status_code == 404
    publish(actor=desk.sari, standar=standar)
    refused = client.post(address, {"group": "pengguna", "text": "<b>x"})
    assert (refused.status_code, "teks biasa" in text(refused)) == (422, True)
    assert client.post(address, {"group": "tokoh", "text": "Buka Sabtu."}).status_code == 302
    assert Comment.objects.get().text == "Buka Sabtu."
    assert "Buka Sabtu" not in text(client.get(address))  # shown once it has its answer
    desk.after(standar, 30)
    assert "sudah berakhir" in text(client.get(address))
    assert client.post(address, {"group": "tokoh", "text": "Terlambat."}).status_code == 422


def test_taken_along_in_the_fields_of_sippn(client, layanan):
    rows = client.get(reverse("public:catalogue_export", args=["json"])).json()
    assert [(one["kode"], one["waktu"], one["biaya"]) for one in rows] == [("KK", "2 hari kerja", "Gratis")]
    assert "persyaratan" in text(client.get(reverse("public:catalogue_export", args=["csv"])))
    assert client.get(reverse("public:catalogue_export", args=["exe"])).status_code == 404


def test_the_list_costs_no_more_for_more(client, layanan, django_assert_max_num_queries):
    for number in range(5):
        organisation.create_layanan(
            actor=system_user(),
            code=f"L{number}",
            name=f"Layanan {number}",
            unit=layanan.unit,
            valid_from=YEAR,
        )
    with django_assert_max_num_queries(8):
        assert StrictClient().get(reverse("public:catalogue")).status_code == 200
    with django_assert_max_num_queries(14):
        assert StrictClient().get(reverse("public:layanan", args=["KK"])).status_code == 200
