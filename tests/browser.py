"""A real Chromium before the real server.

    @pytest.mark.browser
    def test_something(site, phone):          # or `desk`; or both
        site.call("tests.cast:open_office")   # in the server's own database
        phone.goto(f"{site.url}/")
        assert_accessible(phone)
        shot(phone, "start")

A page fails its test when its script breaks or the content security policy had to stop something.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.data import ROOT
from tests.once import once
from tests.platform import installation

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
SHOTS = ROOT / "test-results"
SETTINGS = "abdi.config.settings"
HOW = "pasang Chromium (Debian: apt-get install chromium)"
PATIENCE = 15_000  # milliseconds; several suites may share the machine, and no journey measures speed
expect.set_options(timeout=PATIENCE)
FLAGS = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Site:
    """A running installation of its own. What tests put in stays until the end of their module."""

    url: str
    installed: installation.Installation

    def call(self, target: str) -> str:
        """Run `module:function` in an installation's process, in the scope of its instansi; what it printed."""
        module, function = target.split(":")
        code = (
            "import django; django.setup();"
            "from abdi.platform.tenancy.models import Instansi;"
            "from abdi.platform.tenancy.scope import instansi_scope;"
            f"from {module} import {function} as run;"
            "scope = instansi_scope(Instansi.objects.first());"
            "scope.__enter__(); run()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], env=_env(self.installed), cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def dressed_installation(fresh_installation, tmp_path_factory) -> Callable[[Path], installation.Installation]:
    """Makes one to be served at the home given: migrated, its static files collected."""
    collected = once(tmp_path_factory, "collected", _collect)

    def make(home: Path) -> installation.Installation:
        one = fresh_installation.copy(home)
        shutil.copytree(collected / "static", home / "static")
        return one

    return make


def _collect(home: Path) -> None:
    home.mkdir()
    done = installation.Installation(home).run("collectstatic", "--noinput", "--verbosity=0")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")  # modules share no data, in whatever order they meet on one worker
def site(dressed_installation, tmp_path_factory) -> Iterator[Site]:
    """With one empty instansi, and served by uvicorn on a free port."""
    installed = dressed_installation(tmp_path_factory.mktemp("site") / "home")
    with served(installed) as url:
        one = Site(url, installed)
        one.call("tests.browser:open_instansi")
        yield one
    installed.drop()


def open_instansi() -> None:
    from abdi.platform.accounts.models import User
    from abdi.platform.tenancy.models import Instansi
    from tests.cast import PASSWORD

    one = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh", place="Contoh", is_example=True)
    User.objects.create_user("tamu", "", PASSWORD, name="Tamu Andaian", instansi=one)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        (pytest.fail if os.environ.get("ABDI_REQUIRE_BROWSER") == "1" else pytest.skip)(HOW)
    # Playwright keeps an event loop in this thread, which makes Django refuse the other tests their database
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium) -> Iterator[Page]:
    with watched_page(chromium, viewport=PHONE) as page:
        yield page


@pytest.fixture
def desk(chromium) -> Iterator[Page]:
    with watched_page(chromium, viewport=DESK) as page:
        yield page


@contextmanager
def watched_page(browser: Browser, **options) -> Iterator[Page]:
    """A page in a context of its own; `options` as for Playwright's new_context (java_script_enabled, …).

    Nothing moves on it: axe would judge a colour halfway through its change.
    """
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda line: broken.append(line.text) if _is_refusal(line.text) else None)
    yield page
    context.close()
    assert not broken, broken


def _is_refusal(text: str) -> bool:
    return "Content Security Policy" in text or "Refused to" in text


def sign_in(page: Page, site: Site, username: str, password: str) -> None:
    page.goto(f"{site.url}/akun/login/")
    page.fill("#id_login", username)
    page.fill("#id_password", password)
    page.click("main form button[type=submit], main form .btn-primary")
    page.wait_for_url(lambda url: "/akun/login/" not in url)


def assert_accessible(page: Page) -> None:
    """No violation that axe can find, at every level."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def assert_fits(page: Page) -> None:
    """Nothing to scroll sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{wide} px too wide at {page.viewport_size}: {page.url}"


def weight(page: Page, url: str, wait_until: str = "networkidle") -> int:
    """Bytes that came over the wire for a first visit; a page with a stream is never idle."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url, wait_until=wait_until)
    return round(sum(sizes))


def shot(page: Page, name: str) -> Path:
    """A picture of the whole page in test-results/."""
    SHOTS.mkdir(exist_ok=True)
    path = SHOTS / f"{name}-{page.viewport_size['width']}.png"
    page.screenshot(path=path, full_page=True)
    return path


@contextmanager
def served(installed: installation.Installation, settings: str = SETTINGS) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (installed.home / "server.log").open("w")
    command = [sys.executable, "-m", "uvicorn", "abdi.config.asgi:application", "--port", str(port)]
    env = _env(installed) | {"DJANGO_SETTINGS_MODULE": settings}
    server = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(port, server, Path(log.name))
        yield url
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait_for(port: int, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except ConnectionError:
            _pause(0.1, server)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text()[-2000:]}")


def _pause(seconds: float, server: subprocess.Popen) -> None:
    """Wait a moment, or less when the server has ended."""
    try:
        server.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _env(installed: installation.Installation) -> dict[str, str]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return {**installed.env, "DJANGO_SETTINGS_MODULE": SETTINGS, "PYTHONPATH": paths}
