"""What every journey does: look at a page, press, follow, and open an agency of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests import cast
from tests.browser import assert_accessible, assert_fits, shot


def look(page: Page, name: str) -> None:
    """Whole, for every eye and every reader, and kept as a picture."""
    assert_fits(page)
    assert_accessible(page)
    shot(page, name)


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words).first.click()


def follow(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("link", name=words).first.click()


@contextmanager
def office_of(prefix: str, name: str) -> Iterator[cast.Office]:
    """The cast in an instansi of their own, beside whatever other journeys put into the site."""
    code = f"kota-{prefix.rstrip('-')}"
    one = Instansi.objects.create(code=code, name=name, place="Contoh", is_example=True)
    with instansi_scope(one):
        yield cast.open_office(prefix=prefix)
