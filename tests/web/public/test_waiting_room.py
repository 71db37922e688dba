"""A phone and the machine at the door, in a real browser: no violation of axe, no script that breaks, light pages."""

import json

import pytest

from tests.browser import assert_accessible, assert_fits, shot, weight

pytestmark = pytest.mark.browser


def test_a_number_by_phone_and_one_at_the_door(site, phone, desk):
    room = json.loads(site.call("tests.web.public.waiting_room:prepare"))
    assert weight(phone, f"{site.url}/antrean/unit/{room['unit']}/") < 100_000
    assert_accessible(phone)
    phone.get_by_role("link", name="Ambil nomor Kartu identitas anak").click()
    phone.get_by_role("button", name="Ambil nomor").click()
    phone.get_by_text("Anda berikutnya").wait_for()
    phone.get_by_text("Tersambung").wait_for()
    assert_accessible(phone)
    assert_fits(phone)
    shot(phone, "ticket")
    mine = phone.url

    desk.goto(f"{site.url}/kios/")
    assert_accessible(desk)
    desk.get_by_label("Kode perangkat").fill(room["token"])
    desk.get_by_role("button", name="Daftarkan kios ini").click()
    desk.get_by_role("link", name="Lanjut usia").click()
    assert_accessible(desk)
    shot(desk, "kiosk")
    desk.get_by_role("button", name="Kartu identitas anak").press("Enter")
    desk.get_by_role("heading", name="T-002").wait_for()
    assert_accessible(desk)
    shot(desk, "kiosk-number")
    desk.get_by_role("link", name="Selesai").click()
    desk.get_by_role("heading", name="Mau mengurus apa?").wait_for()

    phone.get_by_text("1 orang di depan Anda").wait_for()  # told of the prioritised number by the stream
    phone.context.set_offline(True)
    phone.get_by_text("Terputus sejak").wait_for()
    assert phone.get_by_text("1 orang di depan Anda").is_visible()
    phone.context.set_offline(False)
    phone.get_by_text("Tersambung").wait_for()
    assert phone.url == mine
