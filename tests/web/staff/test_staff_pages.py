"""The administration's pages: people, the import with its preview, the trail, notices."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import system_user
from abdi.platform.notifications.models import Notice
from tests import cast
from tests.web.crowd import join

HEADER = "nip,nama,status,golongan,jabatan,jenis_jabatan,kelas,kode_unit,unit,atasan_nip,tmt"
LINE = "199205052018011006,Tono Seandainya,pns,,Pengadministrasi,pelaksana,5,KEL-MELATI,,198002022005012002,01-01-2026"
BROKEN = LINE.replace("199205052018011006", "199213052018011006")


def upload(client, *lines):
    file = SimpleUploadedFile("pegawai.csv", "\n".join([HEADER, *lines]).encode(), "text/csv")
    return client.post("/kelola/pegawai/impor/", {"file": file}, follow=True)


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_a_wrong_line_is_shown_and_nothing_is_written(enter, office):
    page = upload(enter("sari"), LINE, BROKEN)
    first = page.context["rows"][0]["row"]
    assert (first.line, first.action, [error.column for error in first.errors]) == (3, "galat", ["nip"])
    assert first.errors[0].message in unescape(page.content.decode())
    assert "Setujui dan tulis semuanya" not in page.content.decode()
    assert not Employee.objects.filter(name="Tono Seandainya").exists()


def test_nothing_is_written_before_it_is_confirmed(enter, office):
    sari = enter("sari")
    page = upload(sari, LINE)
    assert not Employee.objects.filter(nip="199205052018011006").exists()
    digest = page.context["preview"].digest
    address = (
        page.redirect_chain[-1][0]
        if page.redirect_chain[-1][0].startswith("/")
        else page.request["PATH_INFO"]
    )
    stale = sari.post(address, {"digest": "lama"})
    assert "periksa pratinjau yang baru" in stale.content.decode()
    sari.post(address, {"digest": digest})
    assert Employee.objects.get(nip="199205052018011006").name == "Tono Seandainya"
    assert "tidak ada yang perlu ditulis" in upload(sari, LINE).content.decode()


def test_a_file_of_another_kind_is_refused_on_the_form(enter, office):
    file = SimpleUploadedFile("pegawai.pdf", b"%PDF-1.7 ...", "application/pdf")
    answer = enter("sari").post("/kelola/pegawai/impor/", {"file": file})
    assert answer.status_code == 422
    assert "PDF" in answer.content.decode()


def test_an_upload_is_for_the_one_who_made_it(enter, office):
    page = upload(enter("sari"), LINE)
    organisation.grant_role(
        actor=system_user(), user=office.user("budi"), role=Role.ADMIN, valid_from=cast.YEAR
    )
    assert enter("budi").get(page.request["PATH_INFO"]).status_code == 403


def test_the_list_is_found_filtered_and_taken_along(enter, office):
    sari = enter("sari")
    found = sari.get("/kelola/pegawai/", {"q": "rina"}).context["rows"]
    assert [(str(row["employee"]), str(row["assessor"])) for row in found] == [("Rina Misal", "Dewi Umpama")]
    table = sari.get("/kelola/pegawai/", {"q": "rina", "format": "csv"}).content.decode("utf-8-sig")
    assert table.splitlines()[1].startswith("199003032015012003,Rina Misal,PNS")
    assert sari.get("/kelola/pegawai/", {"format": "xlsx"}).content.startswith(b"PK")


def test_a_name_that_looks_like_a_formula_stays_a_name(enter, office):
    Employee.objects.filter(pk=office.rina.pk).update(name="=1+1")
    table = enter("sari").get("/kelola/pegawai/", {"format": "csv"}).content.decode("utf-8-sig")
    assert ",'=1+1," in table


def test_whoever_is_trusted_with_one_unit_lists_that_unit(enter, office):
    other = organisation.create_unit(
        actor=system_user(), code="KEL-ANGGREK", name="Kelurahan Anggrek", valid_from=cast.YEAR
    )
    organisation.grant_role(
        actor=system_user(), user=office.user("budi"), role=Role.PIMPINAN, unit=other, valid_from=cast.YEAR
    )
    assert enter("budi").get("/kelola/pegawai/").context["rows"] == []
    assert enter("rina").get("/kelola/pegawai/").status_code == 403


def test_the_menu_offers_what_may_be_opened(enter, office):
    assert 'href="/kelola/"' in enter("sari").get("/kerja/").content.decode()
    assert 'href="/kelola/"' not in enter("rina").get("/kerja/").content.decode()


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Role.PENGADUAN, "/kelola/aduan/"),
        (Role.PENGHUBUNG, "/kelola/aduan/"),
        (Role.PENGAWAS, "/kelola/survei/"),
        (Role.FASILITATOR, "/kelola/konsultasi/"),
    ],
)
def test_whoever_has_one_room_of_it_finds_the_way_there(enter, office, role, first):
    assert 'href="/kelola/"' not in enter("joko").get("/kerja/").content.decode()
    assert enter("joko").get("/kelola/").status_code == 403
    organisation.grant_role(
        actor=system_user(), user=office.user("joko"), role=role, unit=office.unit, valid_from=cast.YEAR
    )
    assert 'href="/kelola/"' in enter("joko").get("/kerja/").content.decode()
    assert enter("joko").get("/kelola/").url == first


@pytest.mark.parametrize("address", ["/kelola/pegawai/", "/kelola/audit/"])
def test_more_people_cost_no_more_queries(enter, office, address):
    sari = enter("sari")
    join(office, 5)
    few = queries(sari, address)
    join(office, 45)
    assert queries(sari, address) == few <= 20


def test_the_trail_says_who_did_what(enter, office):
    page = enter("sari").get("/kelola/audit/", {"sumber": "organisation", "q": "placement"})
    assert "Pegawai ditempatkan" in page.content.decode()
    assert {row["entry"].tag for row in page.context["rows"]} == {"organisation:placement:create"}
    assert enter("rina").get("/kelola/audit/").status_code == 403


def test_a_notice_leads_to_where_it_can_be_acted_on(enter, office):
    cast.agreed_skp(office)
    notice, rina = Notice.objects.of(office.user("rina")).get(), enter("rina")
    assert "SKP Anda disepakati" in rina.get("/pemberitahuan/").content.decode()
    assert rina.post(f"/pemberitahuan/{notice.uid}/").url == notice.url
    notice.refresh_from_db()
    assert notice.read_at
    assert enter("joko").post(f"/pemberitahuan/{notice.uid}/").status_code == 403
