"""Every page of the project in a real browser: for every eye, every screen, and a village's network.

Generated over the table of addresses, like `test_every_address`.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import DESK, PHONE, Site, served, watched_page, weight
from tests.web.every_page import Shown

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("pages")]

PARTS = 6  # of the pages, each told of by itself
FIRST_VISIT = 100_000  # bytes
SCRIPTED = "button[type=button]:not([popovertarget], [commandfor])"
FEWEST = 120  # pages; fewer and the walk has lost its way

cookie_of = attrgetter("cookie")


@pytest.fixture(scope="module")
def furnished(dressed_installation, tmp_path_factory):
    """The site, and what it shows."""
    installed = dressed_installation(tmp_path_factory.mktemp("every") / "home")
    with served(installed) as url:
        site = Site(url, installed)
        pages = [
            Shown(**one) for one in json.loads(site.call("tests.web.every_page:furnish").splitlines()[-1])
        ]
        assert len(pages) >= FEWEST
        yield site, pages
    installed.drop()


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_for_everybody(furnished, chromium, part):
    site, pages = furnished
    mine = sorted(pages[part::PARTS], key=cookie_of)
    wrong: dict[str, list[str]] = {}
    for cookie, shown in groupby(mine, key=cookie_of):
        wrong |= _faults(site, chromium, cookie, [(one.name, site.url + one.address) for one in shown])
    assert wrong == {}


def _faults(site: Site, chromium: Browser, cookie: str, pages: list[tuple[str, str]]) -> dict[str, list[str]]:
    """By name, of the pages that one person sees; with JavaScript and without."""
    with (
        _seen_by(cookie, site, chromium) as page,
        _seen_by(cookie, site, chromium, java_script_enabled=False) as plain,
    ):
        wire = page.context.new_cdp_session(page)
        found = {}
        for name, url in pages:
            wire.send("Network.clearBrowserCache")
            found[name] = [
                *_too_heavy(page, url),
                *_elsewhere(page, url),
                *_too_wide(page, PHONE),
                *_violations(page),
            ]
            found[name] += [*_too_wide(page, DESK), *_dead(plain, url)]
        return {name: faults for name, faults in found.items() if faults}


@contextmanager
def _seen_by(cookie: str, site: Site, chromium: Browser, **options) -> Iterator[Page]:
    with watched_page(chromium, viewport=PHONE, **options) as page:
        if cookie:
            page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site.url}])
        yield page


def _too_heavy(page: Page, url: str) -> list[str]:
    sent = weight(page, url, wait_until="load")
    return [f"{sent} bytes"] if sent > FIRST_VISIT else []


def _elsewhere(page: Page, url: str) -> list[str]:
    """A page that asks to sign in is faultless, and not the one meant."""
    return [] if page.url == url else [f"led to {page.url}"]


def _dead(page: Page, url: str) -> list[str]:
    page.goto(url)
    dead = [one.inner_text() for one in page.locator(SCRIPTED).all() if one.is_visible()]
    return [f"only a script answers {words!r}" for words in dead]


def _too_wide(page: Page, size: dict[str, int]) -> list[str]:
    page.set_viewport_size(size)
    more = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{more} px too wide at {size['width']}"] if more > 0 else []


def _violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])}×)" for one in found]
