"""A real server and real listeners: what another process changes arrives, once, and nothing grows by listening."""

import asyncio

import pytest

from tests.platform.live.listening import connect, measure, play

pytestmark = pytest.mark.slow  # whole processes

MANY = 50


async def change(world, code: str = "kab-contoh", *, undone: bool = False) -> None:
    await asyncio.to_thread(world.change, code, undone=undone)


def emptied(url: str) -> dict:
    """The server's measures, once it has noticed that nobody listens any more."""
    for _ in range(20):
        measured = measure(url)
        if measured["kept"] == 0:
            return measured
    raise AssertionError(f"nobody listens, and yet {measured}")


def test_fifty_listen_and_each_is_told_once(world, url):
    async def story():
        first = measure(url)
        everybody = [await connect(url) for _ in range(MANY)]
        present = await asyncio.gather(*(one.next() for one in everybody))
        assert {told for told, _ in present} == {"0"}
        await change(world, "kota-lain")
        await change(world, undone=True)
        await change(world)
        changed = await asyncio.gather(*(one.next() for one in everybody))
        assert changed == [("1", {"version": 1, "instansi": "kab-contoh"})] * MANY

        during = await asyncio.to_thread(measure, url)
        assert during["drawn"] == [0, 1], "once per version, however many listen"
        assert during["threads"] - first["threads"] <= 6
        assert during["connections"] - first["connections"] <= 6

        gone, *stay = everybody
        await gone.leave()
        await change(world)
        assert {told for told, _ in await asyncio.gather(*(one.next() for one in stay))} == {"2"}
        for strange in ("-1", "9" * 5000, "½"):
            odd = await connect(url, last=strange)
            assert (await odd.next())[0] == "2"
            await odd.leave()
        back = await connect(url, last=gone.heard[-1][0])
        assert (await back.next())[0] == "2", "what was missed comes at once"
        up_to_date = await connect(url, last="2")
        await change(world)
        assert (await up_to_date.next())[0] == "3", "nothing is told again"

        for one in (*stay, back, up_to_date):
            await one.leave()
        again = await connect(url)
        assert (await again.next())[0] == "3"
        await again.leave()
        after = await asyncio.to_thread(emptied, url)
        assert after["threads"] - first["threads"] <= 6

    play(story())


def test_the_server_stops_although_they_listen(world):
    async def story(server):
        with server as url:
            listeners = [await connect(url) for _ in range(5)]
            for one in listeners:
                await one.next()
        return listeners

    async def ended(one) -> bool:
        with pytest.raises(EOFError):
            await one.next()
        await one.leave()
        return True

    async def whole():
        listeners = await story(world.served())
        return await asyncio.gather(*(ended(one) for one in listeners))

    assert all(play(whole()))


def test_what_cannot_be_drawn_ends_its_stream_and_no_other(world, url):
    async def story():
        well = await connect(url)
        await well.next()
        broken = await connect(url, "/uji/rusak/")
        with pytest.raises(EOFError):
            await broken.next()
        await change(world)
        assert (await well.next())[0] == "1"
        for one in (well, broken):
            await one.leave()

    play(story())


def test_a_listener_that_does_not_read_holds_nobody(world, url):
    """Its socket stays full of nothing read; the others go on."""

    async def story():
        stuck, well = await connect(url), await connect(url)
        stuck.reader._transport.pause_reading()
        await well.next()
        for version in ("1", "2"):
            await change(world)
            assert (await well.next())[0] == version
        await stuck.leave()
        await well.leave()

    play(story())
