"""The display: what it says and shows, a line that is cut, thousands of calls; and the officer's keys beside it."""

import json

import pytest
from django.urls import reverse

from abdi.platform import moments
from abdi.services.queue.actions import call_next, create_board
from tests.browser import assert_accessible, assert_fits, shot, sign_in
from tests.cast import PASSWORD
from tests.services.queue.conftest import hall
from tests.web.public.room import CODE, OFFICER

__all__ = ["hall"]

ROOM = "tests.web.public.room"
WAIT = 30_000
SPOKEN = {
    ("B-042", "Loket 2"): "nomor antrean B nol empat dua, ke loket dua",
    ("AB-117", "Loket 12"): "nomor antrean A B satu satu tujuh, ke loket dua belas",
    ("C-205", "Kasir"): "nomor antrean C dua nol lima, ke kasir",
}
NUMBERS = {
    0: "nol",
    10: "sepuluh",
    11: "sebelas",
    19: "sembilan belas",
    20: "dua puluh",
    21: "dua puluh satu",
    100: "seratus",
    111: "seratus sebelas",
    305: "tiga ratus lima",
    999: "sembilan ratus sembilan puluh sembilan",
}
COUNT_CALLS = (
    "window.said = []; document.addEventListener('board:call', (one) => said.push(one.detail.label))"
)
MANY = """count => {
  const board = document.querySelector("[data-live]");
  for (let number = 0; number < count; number++) {
    const calls = [0, 1, 2, 3].map((back) => ({id: `s-${number - back}`, label: `Z-${number - back}`,
      counter: "Loket 1", at: new Date(1.8e12 + (number - back) * 1e3).toISOString()}));
    const detail = {calls, foot: [`Menunggu: ${number} orang`, ""]};
    board.dispatchEvent(new CustomEvent("live:state", {detail, cancelable: true, bubbles: true}));
  }
}"""


@pytest.fixture
def board(hall):
    line = list(hall.lines.values())
    return create_board(
        actor=hall.user("sari"), unit=hall.office.unit, code="depan", name="Depan", pools=line
    )


def test_numbers_and_counters_but_no_names(hall, board, client):
    session = hall.sit()
    for _ in range(3):
        hall.issue()
    hall.do(call_next, "rina", session=session)
    with moments.replayed_at(hall.later(5)):
        page = client.get(reverse("public:board", args=["depan"])).content.decode()
        told = client.get(reverse("public:board_stream", args=["depan"]))
    assert "A-001" in page
    assert "Loket 1" in page
    assert "Menunggu: 2 orang" in page
    assert "(n = 1)" in page, "a median says over how many"
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "Rina" not in page
    assert told.headers["Content-Type"] == "text/event-stream"
    state = json.loads(
        next(line[6:] for line in told.content.decode().splitlines() if line.startswith("data: "))
    )
    assert [call["label"] for call in state["calls"]] == ["A-001"]
    assert state["foot"][0] == "Menunggu: 2 orang"
    assert client.get(reverse("public:board", args=["lain"])).status_code == 404


def test_as_many_queries_however_long_the_line(hall, board, client, django_assert_num_queries):
    for _ in range(2):
        hall.issue(after=1)
    address = reverse("public:board", args=["depan"])
    with moments.replayed_at(hall.later(5)), django_assert_num_queries(QUERIES):
        client.get(address)
    for _ in range(20):
        hall.issue(after=1)
    with moments.replayed_at(hall.later(5)), django_assert_num_queries(QUERIES):
        client.get(address)


QUERIES = 8  # the instansi, the board with its unit, and six of its state


@pytest.fixture(scope="module")
def room(site):
    site.call(f"{ROOM}:open_room")
    return site


def listening(page) -> None:
    page.get_by_text("Tersambung").wait_for(timeout=WAIT)


def shows(page, label: str) -> None:
    page.locator("[data-now=label]", has_text=label).wait_for(timeout=WAIT)


def counted(page) -> dict[str, int]:
    """Documents, nodes and listeners that are alive."""
    wire = page.context.new_cdp_session(page)
    wire.send("HeapProfiler.collectGarbage")
    found = wire.send("Memory.getDOMCounters")
    wire.detach()
    return found


@pytest.mark.slow
@pytest.mark.browser
def test_a_day_of_the_display(room, desk):
    room.call(f"{ROOM}:issue")
    desk.goto(f"{room.url}/papan/{CODE}/")
    listening(desk)
    desk.evaluate(COUNT_CALLS)
    speller = desk.get_attribute("script[src*=speech]", "src")
    for (label, counter), words in SPOKEN.items():
        said = desk.evaluate(
            "async ([url, call]) => (await import(url)).sentence(call)",
            [speller, {"label": label, "counter": counter}],
        )
        assert said == words
    spelt = "async ([url, all]) => { const {spellNumber} = await import(url); return all.map(spellNumber) }"
    assert desk.evaluate(spelt, [speller, list(NUMBERS)]) == list(NUMBERS.values())

    first = room.call(f"{ROOM}:call").split()[-1]
    shows(desk, first)
    assert desk.evaluate("said") == [first]
    assert_accessible(desk)
    assert_fits(desk)
    shot(desk, "papan")

    desk.context.set_offline(True)
    desk.get_by_text("Terputus sejak").wait_for(timeout=WAIT)
    second = room.call(f"{ROOM}:call").split()[-1]
    assert desk.text_content("[data-now=label]") == first, "the last state stays"
    desk.context.set_offline(False)
    shows(desk, second)
    listening(desk)
    assert desk.evaluate("said") == [first, second]

    desk.reload()
    desk.evaluate(COUNT_CALLS)
    listening(desk)
    assert desk.evaluate("said") == [], "what was called before the reload is not called again"

    desk.evaluate(MANY, 200)
    before = counted(desk)
    desk.evaluate(MANY, 2_000)
    after = counted(desk)
    assert after["jsEventListeners"] <= before["jsEventListeners"]
    assert after["nodes"] <= before["nodes"] + 20, (before, after)


@pytest.mark.slow
@pytest.mark.browser
def test_a_counter_by_its_keys(room, desk):
    room.call(f"{ROOM}:issue")
    sign_in(desk, room, OFFICER, PASSWORD)
    desk.goto(f"{room.url}/loket/")
    listening(desk)
    waiting = desk.locator("#antrean .card-head p").first
    before = int(waiting.text_content().split()[0])
    room.call(f"{ROOM}:issue")
    desk.wait_for_function(
        "n => document.querySelector('#antrean .card-head p').textContent.startsWith(n)", arg=str(before + 3)
    )
    for key, words in [("p", "Dipanggil"), ("s", "Sedang dilayani"), ("Enter", "Dipanggil")]:
        desk.keyboard.press(key)
        desk.locator("h2#kini", has_text=words).wait_for(timeout=WAIT)
        if key == "s":
            assert_accessible(desk)
            shot(desk, "loket")
    number = desk.text_content(".ticket-number")
    desk.locator("[data-said]", has_text=number).wait_for(state="attached", timeout=WAIT)
    desk.keyboard.press("u")
    desk.get_by_text(f"{number} dipanggil lagi").wait_for(timeout=WAIT)
    desk.get_by_role("button", name="Matikan tombol pintas").click()
    desk.keyboard.press("s")
    assert desk.locator("h2#kini").text_content() == "Dipanggil"
    desk.reload()
    assert desk.get_by_role("button", name="Nyalakan tombol pintas").is_visible()
