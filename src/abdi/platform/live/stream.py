"""Server-sent events (HTML standard, section 9.2) for any address that shows a state."""

import asyncio
import re
from collections.abc import AsyncIterator
from secrets import randbelow

from asgiref.sync import SyncToAsync, sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import get_language

from abdi.platform.live.feeds import Place, Render, draw
from abdi.platform.live.hub import listen
from abdi.platform.tenancy.scope import current_instansi

LIFE = 15 * 60.0  # seconds; then the page asks again, and is asked again whether it may
AT_ONCE, POLL = 100, 15_000  # milliseconds until a page asks again
VERSION = re.compile(r"[0-9]{1,19}")  # of a bigint
HEADERS = {
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}  # a proxy that gathers would hold events back


def event_stream(request: HttpRequest, topic: str, render: Render) -> HttpResponseBase:
    """Tell the page the state of `topic` now and after each change, as {"id": version, "data": JSON of `render`}.

    `render(version)` runs in the scope, time zone and language of the request, once per version and process for all
    who listen at the same address. So it must depend on the address alone, never on who asks: that is asked before,
    by the view. A page that comes back with `Last-Event-ID` gets the present state unless that is the one it has.

    Where the server cannot hold a connection open (WSGI), the present state is told once and the page asks again.
    """
    language = get_language() or ""
    place = Place(current_instansi().pk, topic, request.get_full_path(), language)
    if isinstance(request, ASGIRequest):
        frames = _frames(place, render, _seen(request))
        return StreamingHttpResponse(frames, content_type="text/event-stream", headers=HEADERS)
    once = _ask_again_in(POLL) + draw(place, render)[1]
    return HttpResponse(once, content_type="text/event-stream", headers=HEADERS)


async def _frames(place: Place, render: Render, seen: int | None) -> AsyncIterator[bytes]:
    await _return_thread()
    loop = asyncio.get_running_loop()
    end = loop.time() + LIFE
    yield _ask_again_in(1000 + randbelow(3000))  # not all at once when a server comes back
    async for frame in listen(place, render, seen):
        yield frame
        if loop.time() > end:
            yield _ask_again_in(AT_ONCE)
            return


async def _return_thread() -> None:
    """Give back the thread, and the database connection in it, that the middleware ran in.

    asgiref keeps one thread for each request until it ends, which for a stream is hours.
    """
    await sync_to_async(connections.close_all)()
    executors = SyncToAsync.context_to_thread_executor
    current = SyncToAsync.thread_sensitive_context.get(None)
    if current is not None and (executor := executors.pop(current, None)):
        executor.shutdown(wait=False)


def _seen(request: HttpRequest) -> int | None:
    last = request.headers.get("Last-Event-ID", "")
    return int(last) if VERSION.fullmatch(last) else None


def _ask_again_in(milliseconds: int) -> bytes:
    return f"retry: {milliseconds}\n\n".encode()
