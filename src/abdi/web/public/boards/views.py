"""The display: open to everybody, numbers and counters, never a name."""

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from abdi.platform.live.stream import event_stream
from abdi.services.queue.models import Board
from abdi.services.queue.selectors import topic
from abdi.web.public.boards.showing import shown


@require_GET
def board(request: HttpRequest, code: str) -> HttpResponse:
    one = _board(code)
    return render(
        request, "public/boards/board.html", {"board": one, "state": shown(one), "at": timezone.localtime()}
    )


@require_GET
def stream(request: HttpRequest, code: str) -> HttpResponseBase:
    return event_stream(request, topic(_board(code).unit), partial(_state, code))


def _state(code: str, version: int) -> dict[str, object]:
    """The board anew: which lines it shows may have changed since somebody began to listen."""
    return shown(_board(code), version)


def _board(code: str) -> Board:
    return get_object_or_404(Board.objects.select_related("unit"), code=code)
