"""Getting an office going in the browser: people, sign-ins, trust, units, services, periods, instansi."""

import re
from html import unescape

import pytest

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee, Layanan, Placement, Position, RoleGrant, Unit
from abdi.organisation.selectors import assessor_of, placement_of
from abdi.planning.models import Period
from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.tenancy.models import Instansi
from tests import cast
from tests.strict import StrictClient
from tests.web.staff.test_staff_pages import queries

NIP = "199205052018011006"
WHO = {"name": "Tono Seandainya", "nip": NIP, "status": "pns", "golongan": "", "email": ""}


@pytest.fixture
def sari(enter, office):
    return enter("sari")


@pytest.fixture
def tono(office):
    return organisation.create_employee(
        actor=system_user(), nip=NIP, name="Tono Seandainya", status="pns", unit=office.unit
    )


@pytest.fixture
def operator(db):
    user = User.objects.create_superuser("operator", password=cast.PASSWORD, name="Operator Contoh")
    client = StrictClient()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def at(employee, *parts):
    return "/".join(["/kelola/pegawai", str(employee.uid), *parts, ""])


def words(answer):
    return unescape(answer.content.decode())


def test_a_new_employee_and_a_wrong_nip(sari):
    wrong = sari.post("/kelola/pegawai/baru/", {**WHO, "nip": "199213052018011006"})
    assert (wrong.status_code, wrong.context["form"].errors.keys()) == (422, {"nip"})
    assert 'value="Tono Seandainya"' in words(wrong)
    made = sari.post("/kelola/pegawai/baru/", WHO)
    assert made.url == at(Employee.objects.get(nip=NIP))
    assert "Belum ditempatkan." in words(sari.get(made.url))


def test_somebody_a_log_named_is_completed(sari, office):
    known = organisation.ensure_placeholder_employee(
        actor=system_user(), external_key="Resource21", unit=office.unit
    )
    assert "Lengkapi" in words(sari.get(at(known)))
    sari.post(at(known, "ubah"), WHO)
    known.refresh_from_db()
    assert (known.name, known.nip, known.is_incomplete) == ("Tono Seandainya", NIP, False)


def test_a_placement_asks_for_the_unit_then_for_the_position(sari, office, tono):
    assert 'name="position"' not in words(sari.get(at(tono, "penempatan")))
    address = at(tono, "penempatan") + f"?unit={office.unit.uid}"
    assert "Lurah" in words(sari.get(address))
    asked = {"kind": "definitif", "jenis": "pelaksana", "valid_from": "2026-02-01"}
    neither = sari.post(address, asked)
    assert (neither.status_code, list(neither.context["form"].errors)) == (422, ["name"])
    sari.post(address, {**asked, "name": "Pengelola arsip", "kelas": "6"})
    assert placement_of(tono, cast.YEAR.replace(month=2)).position.name == "Pengelola arsip"
    existing = Position.objects.get(name="Pengadministrasi umum")
    sari.post(address, {**asked, "position": str(existing.uid), "valid_from": "2026-06-01"})
    assert placement_of(tono, cast.YEAR.replace(month=6)).position == existing
    assert Placement.objects.filter(employee=tono, valid_until="2026-05-31").exists()


def test_an_assessor_is_found_by_number_or_name(sari, office, tono):
    address, asked = at(tono, "penilai"), {"kind": "definitif", "valid_from": "2026-02-01"}
    assert "Tidak ada pegawai" in words(sari.post(address, {**asked, "superior": "Siapa"}))
    assert "tulis NIP-nya" in words(sari.post(address, {**asked, "superior": "an"}))
    assert "dirinya sendiri" in words(sari.post(address, {**asked, "superior": NIP}))
    sari.post(address, {**asked, "superior": "Dewi Umpama · 198002022005012002"})
    assert assessor_of(tono, cast.YEAR.replace(month=3)) == office.dewi
    sari.post(address, {**asked, "superior": "budi andaian", "valid_from": "2026-04-01"})
    assert assessor_of(tono, cast.YEAR.replace(month=4)) == office.budi


def test_what_ran_is_ended(sari, office):
    placement, line = office.rina.placements.get(), office.rina.lines_up.get()
    early = sari.post(f"/kelola/pegawai/penempatan/{placement.uid}/akhiri/", {"last_day": "2025-12-31"})
    assert early.status_code == 422
    sari.post(f"/kelola/pegawai/penempatan/{placement.uid}/akhiri/", {"last_day": "2026-06-30"})
    sari.post(f"/kelola/pegawai/penilai/{line.uid}/akhiri/", {"last_day": "2026-06-30"})
    for row in (placement, line):
        row.refresh_from_db()
        assert str(row.valid_until) == "2026-06-30"


def test_the_password_is_shown_once_and_kept_nowhere(sari, tono):
    given = sari.post(at(tono, "akun"), {"username": ""})
    password = re.search(r'id="sandi">([^<]+)<', words(given))[1]
    assert "no-store" in given.headers["Cache-Control"]
    assert User.objects.get(username=NIP).check_password(password)
    assert password not in words(sari.get(at(tono)))
    assert "sudah mempunyai akun" in words(sari.post(at(tono, "akun"), {"username": ""}))
    again = sari.post(at(tono, "sandi"))
    assert password not in words(again)
    assert not User.objects.get(username=NIP).check_password(password)


def test_a_taken_name_is_refused_beside_its_field(sari, tono):
    refused = sari.post(at(tono, "akun"), {"username": "rina"})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["username"])


def test_an_account_is_locked_and_unlocked(sari, office):
    sari.post(at(office.rina, "kunci"))
    assert "dikunci" in words(sari.get(at(office.rina)))
    sari.post(at(office.rina, "buka"))
    assert User.objects.get(username="rina").is_active
    assert "Kunci akun" not in words(sari.get(at(office.sari)))
    assert "Akun sendiri" in words(sari.post(at(office.sari, "kunci"), follow=True))


def test_a_role_is_given_and_ended(sari, office):
    asked = {"role": "pimpinan", "unit": "", "valid_from": "2026-02-01", "valid_until": ""}
    sari.post(at(office.dewi, "peran"), asked)
    grant = RoleGrant.objects.get(role=Role.PIMPINAN)
    assert (grant.user.username, grant.unit) == ("dewi", None)
    assert "sudah memegang peran" in words(sari.post(at(office.dewi, "peran"), asked))
    sari.post(f"/kelola/pegawai/peran/{grant.uid}/akhiri/", {"last_day": "2026-06-30"})
    grant.refresh_from_db()
    assert str(grant.valid_until) == "2026-06-30"


def test_an_admin_of_one_unit_stays_within_it(enter, office, tono):
    system = system_user()
    below = organisation.create_unit(
        actor=system, code="RW-1", name="RW 1", parent=office.unit, valid_from=cast.YEAR
    )
    organisation.grant_role(
        actor=system, user=office.user("budi"), role=Role.ADMIN, unit=office.unit, valid_from=cast.YEAR
    )
    budi = enter("budi")
    assert "Seluruh instansi" not in words(budi.get(at(office.rina, "peran")))
    assert budi.get(at(tono, "ubah")).status_code == 403
    assert budi.get("/kelola/pegawai/baru/").status_code == 403
    assert budi.post(at(office.sari, "sandi")).status_code == 403
    assert "di luar wewenang Anda" in words(budi.get(at(office.sari)))
    assert budi.get(f"/kelola/unit/{office.unit.uid}/").status_code == 403
    budi.post(f"/kelola/unit/{below.uid}/", {"name": "RW Satu", "parent": str(office.unit.uid)})
    below.refresh_from_db()
    assert below.name == "RW Satu"
    assert budi.get("/kelola/periode/").status_code == 403


def test_units_and_services(sari, office):
    wrong = sari.post(
        "/kelola/unit/baru/",
        {"name": "Lain", "code": "KEL-MELATI", "parent": "", "valid_from": "2026-01-01"},
    )
    assert "sudah dipakai" in words(wrong)
    parent = str(office.unit.uid)
    new = {"name": "Loket", "code": "LOKET", "parent": parent, "valid_from": "2026-01-01"}
    sari.post("/kelola/unit/baru/", new)
    loket = Unit.objects.get(code="LOKET")
    assert [row["indent"] for row in sari.get("/kelola/unit/").context["rows"]] == ["", "– "]
    loop = sari.post(f"/kelola/unit/{parent}/", {"name": "Kelurahan", "parent": str(loket.uid)})
    assert list(loop.context["form"].errors) == ["parent"]
    known = organisation.ensure_layanan(actor=system_user(), code="IMB", unit=office.unit)
    assert "perlu dilengkapi" in words(sari.get("/kelola/layanan/"))
    sari.post(f"/kelola/layanan/{known.uid}/", {"name": "Izin bangunan", "unit": str(loket.uid)})
    known.refresh_from_db()
    assert (known.name, known.unit, known.is_incomplete) == ("Izin bangunan", loket, False)
    service = {"name": "Akta", "code": "AKTA", "unit": str(loket.uid), "valid_from": "2026-01-01"}
    sari.post("/kelola/layanan/baru/", service)
    assert Layanan.objects.get(code="AKTA").unit == loket


def test_a_year_is_opened_with_one_button(sari, office):
    form = sari.get("/kelola/periode/").context["form"]
    assert "Buka tahun 2027 dengan empat triwulan" in words(sari.get("/kelola/periode/"))
    sari.post("/kelola/periode/tahun/", form.initial)
    assert Period.objects.filter(start__year=2027).count() == 5
    again = sari.post("/kelola/periode/tahun/", form.initial)
    assert (again.status_code, "sudah ada" in words(again)) == (422, True)
    month = {
        "name": "Januari 2027",
        "kind": "bulanan",
        "start": "2027-01-31",
        "end": "2027-01-01",
        "filing_deadline": "2027-02-05",
        "assessor_deadline": "2027-02-10",
    }
    assert sari.post("/kelola/periode/baru/", month).status_code == 422
    sari.post("/kelola/periode/baru/", {**month, "start": "2027-01-01", "end": "2027-01-31"})
    assert Period.objects.filter(name="Januari 2027").exists()


def test_the_first_run_shows_an_operator_the_way(operator):
    assert operator.get("/kerja/").url == "/"
    assert "Langkah pertama: buka instansi" in words(operator.get("/"))
    assert "Belum ada instansi." in words(operator.get("/kelola/instansi/"))
    where = {"name": "Kota Umpama", "place": "Umpama", "timezone": "Asia/Jakarta", "host": ""}
    assert operator.post("/kelola/instansi-baru/", {**where, "code": "kota umpama"}).status_code == 422
    start = operator.post("/kelola/instansi-baru/", {**where, "code": "kota-umpama"}, follow=True)
    assert "Anda bekerja di Kota Umpama" in words(start)
    assert [step["href"] for step in start.context["steps"]] == [
        "/kelola/unit/",
        "/kelola/pegawai/",
        "/kelola/pegawai/",
        "/kelola/pegawai/",
        "/kelola/periode/",
    ]
    assert operator.get("/").url == "/kerja/"


def test_an_operator_completes_and_enters(operator, office, instansi, enter):
    Instansi.objects.create(code="a-baru", name="a-baru", is_incomplete=True)
    where = {"name": "Kota Baru", "place": "Baru", "timezone": "Asia/Makassar", "host": ""}
    operator.post("/kelola/instansi/a-baru/", where)
    new = Instansi.objects.get(code="a-baru")
    assert (new.name, new.is_incomplete) == ("Kota Baru", False)
    for one, people in ((instansi, 5), (new, 0)):
        operator.post(f"/kelola/instansi/{one.code}/bekerja/")
        assert operator.get("/kelola/").context["people"] == people
    assert AuditEntry.objects.get(tag="tenancy:instansi:enter", chain="a-baru")
    assert enter("sari").get("/kelola/instansi/").status_code == 403


def test_an_office_that_is_going_needs_no_hints(sari):
    assert sari.get("/kelola/").context["steps"] == []


@pytest.mark.parametrize("address", ["/kelola/unit/", "/kelola/layanan/", "/kelola/periode/"])
def test_more_rows_cost_no_more_queries(sari, office, address):
    few = queries(sari, address)
    parent = office.unit
    for number in range(30):
        parent = Unit.objects.create(code=f"U{number}", name="Unit", parent=parent, valid_from=cast.YEAR)
        Layanan.objects.create(code=f"L{number}", name="Layanan", unit=parent, valid_from=cast.YEAR)
        day = cast.YEAR.replace(year=2030 + number)
        Period.objects.create(
            name="Lain", kind="tahunan", start=day, end=day.replace(month=12),
            filing_deadline=day, assessor_deadline=day,
        )  # fmt: skip
    assert queries(sari, address) == few <= 20


def test_the_tabs_offer_what_may_be_opened(sari, enter, operator, office):
    organisation.grant_role(
        actor=system_user(), user=office.user("budi"), role=Role.PENGELOLA_KINERJA, valid_from=cast.YEAR
    )
    tabs = {
        name: [str(entry["url"]) for entry in client.get("/kelola/").context["staff_menu"]]
        for name, client in {"sari": sari, "budi": enter("budi"), "operator": operator}.items()
    }
    assert tabs["budi"] == ["/kelola/", "/kelola/pegawai/", "/kelola/periode/"]
    assert "/kelola/instansi/" not in tabs["sari"]
    assert tabs["operator"] == [*tabs["sari"], "/kelola/instansi/"]
