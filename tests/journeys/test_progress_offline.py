"""Three days typed without a network: kept on the device, sent once when it is back, forgotten at sign-out."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from abdi.activity.progress.models import Entry
from abdi.organisation import actions as organisation
from abdi.organisation.enums import EmployeeStatus, JenisJabatan
from abdi.planning import actions as planning
from abdi.planning.enums import PeriodKind
from abdi.planning.models import Period
from abdi.platform.accounts.models import system_user
from tests.browser import assert_accessible, assert_fits, shot, sign_in
from tests.cast import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WHO = "mira-lapangan"
TEXTS = ("Kunjungan posyandu", "Mengantar berkas ke kecamatan", "Mendata warga lansia")


def open_field_office() -> None:
    """A field worker with a plan for the year that runs, and her leader."""
    system, today = system_user(), timezone.localdate()
    since = date(today.year - 1, 1, 1)
    unit = organisation.create_unit(actor=system, code="LAPANGAN", name="Desa Umpama", valid_from=since)
    people = [
        _placed(unit, since, name, nip)
        for name, nip in (("Mira Lapangan", "199501012020012011"), ("Bayu Lapangan", "198501012010011012"))
    ]
    organisation.set_reporting_line(actor=system, subordinate=people[0], superior=people[1], valid_from=since)
    first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    year = Period.objects.filter(kind=PeriodKind.TAHUNAN, start=first).first() or planning.open_period(
        actor=system,
        name=f"Tahun {today.year}",
        kind=PeriodKind.TAHUNAN,
        start=first,
        end=last,
        filing_deadline=last,
        assessor_deadline=last,
    )
    planning.draft_skp(actor=people[0].user, employee=people[0], period=year)


def _placed(unit, since, name, nip):
    system = system_user()
    one = organisation.create_employee(
        actor=system, nip=nip, name=name, status=EmployeeStatus.PNS, golongan="Pengatur, II/c", unit=unit
    )
    post = organisation.create_position(
        actor=system, unit=unit, name=f"Jabatan {name}", jenis=JenisJabatan.PELAKSANA, valid_from=since
    )
    organisation.place_employee(actor=system, employee=one, position=post, valid_from=since)
    username = name.lower().replace(" ", "-")
    organisation.create_account(actor=system, employee=one, username=username, password=PASSWORD)
    return one


def print_rows() -> None:
    rows = Entry.objects.filter(employee__user__username=WHO).order_by("day")
    print(json.dumps([row.text for row in rows]))


def days() -> list[str]:
    """Today and two days before, never out of the year of the plan."""
    today = timezone.localdate()
    return [max(today - timedelta(days=back), date(today.year, 1, 1)).isoformat() for back in (2, 1, 0)]


def type_in(page: Page, day: str, text: str) -> None:
    page.fill("#id_day", day)
    page.fill("#id_text", text)
    page.get_by_role("button", name="Simpan progres").click()


@pytest.fixture
def field(site, phone):
    site.call("tests.journeys.test_progress_offline:open_field_office")
    sign_in(phone, site, WHO, PASSWORD)
    phone.goto(f"{site.url}/kerja/progres/")
    phone.evaluate("navigator.serviceWorker.ready")
    # the page is what the device keeps last
    phone.wait_for_function("caches.match('/kerja/progres/', { ignoreVary: true }).then(Boolean)")
    return phone


def test_three_days_without_a_network_arrive_once_each(site, field):
    waiting, on = field.locator("[data-list] li"), days()
    field.context.set_offline(True)
    (worker,) = field.context.service_workers
    assert "Failed to fetch" in worker.evaluate("fetch('/kerja/progres/').catch(String)")
    for day, text in zip(on[:2], TEXTS[:2], strict=True):
        type_in(field, day, text)
    expect(waiting).to_have_count(2)
    field.reload()  # the page itself comes from the device now, and so do the entries
    expect(waiting).to_have_count(2)
    type_in(field, on[2], TEXTS[2])
    expect(waiting).to_have_count(3)
    assert_accessible(field)
    assert_fits(field)
    shot(field, "progres-luring")
    kept = field.evaluate("({...localStorage})")
    field.context.set_offline(False)
    expect(waiting).to_have_count(0)
    assert sorted(json.loads(site.call(f"{__name__}:print_rows"))) == sorted(TEXTS)
    # the answer got lost, say: the device still has them all and sends them a second time
    field.evaluate("kept => Object.entries(kept).forEach(one => localStorage.setItem(...one))", kept)
    field.reload()
    expect(waiting).to_have_count(0)
    assert sorted(json.loads(site.call(f"{__name__}:print_rows"))) == sorted(TEXTS)
    shelf = field.evaluate("caches.open('abdi-progres').then(s => s.keys()).then(k => k.map(r => r.url))")
    assert {url.removeprefix(site.url).split("/")[1] for url in shelf} == {"kerja", "static"}
    assert [url for url in shelf if "/kerja/" in url] == [f"{site.url}/kerja/progres/"]
    field.evaluate("localStorage.setItem('abdi.progres.sisa', '[]')")
    field.goto(f"{site.url}/akun/logout/")
    field.locator("main form button").first.click()
    field.wait_for_url(lambda url: "/logout/" not in url)
    assert field.evaluate("localStorage.length") == 0
    assert field.evaluate("caches.keys()") == []
