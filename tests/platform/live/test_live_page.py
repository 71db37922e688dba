"""A page that stays as it is now, and says when it cannot; what it last knew stays. It can be followed, too."""

import pytest

from tests.browser import assert_accessible

WAIT = 30_000


def says(page, words: str) -> None:
    page.get_by_text(words).wait_for(timeout=WAIT)


def shows(page, version: int) -> None:
    page.locator("#keadaan", has_text=str(version)).wait_for(timeout=WAIT)


@pytest.mark.slow
@pytest.mark.browser
def test_a_cut_line_loses_nothing(world, url, phone):
    phone.goto(f"{url}/uji/halaman/")
    says(phone, "Tersambung")
    world.change()
    shows(phone, 1)
    assert_accessible(phone)

    phone.context.set_offline(True)
    says(phone, "Terputus sejak")
    world.change()
    assert phone.text_content("#keadaan") == "1", "what was last known stays"
    assert_accessible(phone)

    phone.context.set_offline(False)
    shows(phone, 2)
    says(phone, "Tersambung")

    phone.get_by_role("button", name="Kabari saya lewat peramban ini").wait_for()
    phone.get_by_label("Alamat surel").fill("warga@example.test")
    phone.get_by_role("button", name="Kirim kabar ke surel ini").click()
    says(phone, "Kabar akan dikirim ke sana")
    assert "/uji/halaman/" in phone.url
    phone.goto(f"{url}/kabar/berhenti/salah/")
    assert_accessible(phone)
