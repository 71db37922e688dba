"""A page that stays as it is now, says when it cannot, and then keeps what it last knew."""

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
