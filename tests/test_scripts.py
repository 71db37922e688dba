"""script/demo for real: a process of its own, a home of its own, a port of its own."""

import os
import re
import resource
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest

from tests.data import ROOT

FIRST_START, SECOND_START = 900, 5  # seconds: a first start installs and seeds, on a machine that may be busy
PROMPT = "Abdi dengan data contoh"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("scripts")]  # one first start for all


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory):
    return tmp_path_factory.mktemp("contoh") / "demo"


@pytest.fixture(scope="module")
def first_start(demo_home):
    """What the first start prints, progress and all; stopped again."""
    with running(demo_home) as (port, printed):
        yield port, printed


def environment(home):
    return os.environ | {"ABDI_DEMO_HOME": str(home)}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def running(home) -> Iterator[tuple[int, str]]:
    """The demo until it has said everything; a Ctrl-C at the end has to stop all of it."""
    port = free_port()
    process = subprocess.Popen(
        [ROOT / "script" / "demo", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(home),
        start_new_session=True,
    )
    try:
        yield port, told(process)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        rest, _ = process.communicate(timeout=20)
    assert rest.splitlines()[-1] == "Berhenti."
    assert process.returncode == 0
    with pytest.raises(ConnectionRefusedError):
        get(port, "/siap")


def told(process) -> str:
    lines = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith("Dasar "):
            return "".join(lines)
    pytest.fail(f"script/demo ended with {process.wait()} after saying:\n{''.join(lines)}")


def get(port, path, **headers):
    return ask(port, "GET", path, headers=headers)


def ask(port, method, path, **more):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request(method, path, **more)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers


def refused(home, *arguments):
    found = subprocess.run(
        [ROOT / "script" / "demo", *arguments],
        capture_output=True,
        text=True,
        env=environment(home),
        timeout=FIRST_START,
        check=False,
    )
    assert found.returncode == 1
    assert found.stdout == ""
    assert found.stderr.count("\n") == 1
    return found.stderr


def test_the_first_start_says_where_who_and_what(first_start):
    port, printed = first_start
    progress, _, rest = printed.partition(PROMPT)
    assert progress.count("»") >= 2
    assert progress.count("…") == 4
    assert f"http://127.0.0.1:{port}/" in rest
    for username in ("rina", "dewi", "budi", "hadi", "tono", "sari", "operator"):
        assert re.search(rf"^{username} ", rest, re.MULTILINE)
    tour = rest[rest.index("Petugas ") :].splitlines()
    assert len(tour) == 10
    assert [line.split()[0] for line in tour] == [
        "Petugas", "Fakta", "SKP", "IKI", "IKI", "IKI", "IKI", "Rating", "Predikat", "Dasar",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/siap", "/sehat", "/akun/login/", "/dasar-hukum/", "/komponen/"])
def test_pages_answer(first_start, path):
    assert get(first_start[0], path)[0] == 200


def test_a_page_is_dressed_and_marked_as_an_example(first_start):
    port, _ = first_start
    _status, page, _headers = get(port, "/")
    assert "Data contoh" in page
    styles = re.findall(r'href="(/static/[^"]+\.css)"', page)
    assert styles
    for style in styles:
        assert get(port, style)[0] == 200


@pytest.mark.parametrize("username", ["rina", "dewi", "budi", "hadi", "tono", "sari", "operator"])
def test_everybody_named_can_sign_in(first_start, username):
    port, printed = first_start
    password = re.search(r"^Kata sandi semuanya: (\S+)$", printed, re.MULTILINE)[1]
    assert sign_in(port, username, password) == 302


def test_a_wrong_password_does_not_let_in(first_start):
    assert sign_in(first_start[0], "sari", "bukan-sandinya") == 200


def sign_in(port, username, password) -> int:
    _status, page, headers = get(port, "/akun/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    cookie = SimpleCookie(headers["Set-Cookie"])["csrftoken"].value
    form = urlencode({"csrfmiddlewaretoken": token, "login": username, "password": password})
    head = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"csrftoken={cookie}"}
    return ask(port, "POST", "/akun/login/", body=form, headers=head)[0]


def test_a_busy_port_is_one_sentence(first_start, demo_home):
    port = first_start[0]
    assert refused(demo_home, "--port", str(port)) == (
        f"script/demo: port {port} sedang dipakai program lain; pilih yang lain, misalnya: "
        f"script/demo --port {port + 1}.\n"
    )


def test_mistakes_are_one_sentence(demo_home):
    assert "bukan nomor port" in refused(demo_home, "--port", "delapan")
    assert "bukan nomor port" in refused(demo_home, "--port", "70000")
    assert "tidak dikenal" in refused(demo_home, "--prot", "9000")


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "skripsi.txt").write_text("penting")
    assert "sudah berisi hal lain" in refused(tmp_path, "--port", str(free_port()), "--reset")
    assert (tmp_path / "skripsi.txt").read_text() == "penting"


def test_a_second_start_is_quick(first_start, demo_home):
    """By the clock or, where neighbours hold the processors, by the work done: idle, it takes no longer than that."""
    began, worked = time.monotonic(), work_of_children()
    with running(demo_home) as (_port, printed):
        seconds = time.monotonic() - began
    worked = work_of_children() - worked
    assert printed.lstrip().startswith(PROMPT)
    message = f"second start took {seconds:.1f} s, {worked:.1f} s of them work"
    assert min(seconds, worked) < SECOND_START, message


def work_of_children() -> float:
    """Processor seconds of every process below this one that has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_what_was_cut_short_is_made_anew(tmp_path):
    """Ctrl-C while the year is being written: one sentence, no stamp, and nothing counts as done."""
    home = tmp_path / "demo"
    process = subprocess.Popen(
        [ROOT / "script" / "demo", "--port", str(free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(home),
        start_new_session=True,
    )
    for line in process.stdout:
        if "setahun catatan layanan …" in line:
            break
    os.killpg(process.pid, signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert rest.strip().splitlines()[-1].endswith("jalankan lagi untuk membuatnya dari awal.")
    assert not (home / "demo-stamp").exists()
