"""One JSON object a line; request data and names never enter it."""

import json
import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase

request_id: ContextVar[str] = ContextVar("request_id", default="")

access = logging.getLogger("abdi.access")

# NIK, NIP and phone numbers; e-mail addresses; the query of an address
PERSONAL = re.compile(
    r"(?<!\d)(?:\+?62|0)8\d{7,11}(?!\d)|(?<!\d)\d{16,18}(?!\d)|[\w.+-]+@[\w-]+\.[\w.-]+|\?\S+"
)
GIVEN_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": message_of(record),
        }
        if current := request_id.get():
            line["request"] = current
        if fields := getattr(record, "fields", None):
            line.update(fields)
        if record.exc_info:
            line["exception"] = without_personal_data(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def message_of(record: logging.LogRecord) -> str:
    """Django logs failed requests with their address; here only what failed is kept."""
    if record.name == "django.request" and record.args:
        return record.getMessage().partition(":")[0]
    return without_personal_data(record.getMessage())


def without_personal_data(text: str) -> str:
    return PERSONAL.sub("…", text)


class RequestLogMiddleware:
    """Gives every request an id that its log lines and its answer carry.

    The line names the route, not the address: an address may hold the code of someone's case.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-ID", "")
        token = request_id.set(given if GIVEN_ID.fullmatch(given) else uuid4().hex)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            access.info("request", extra={"fields": self._fields(request, response, started)})
            return response
        finally:
            request_id.reset(token)

    def _fields(self, request: HttpRequest, response: HttpResponseBase, started: float) -> dict[str, object]:
        match = request.resolver_match
        return {
            "method": request.method,
            "route": match.view_name or match.route if match else "",
            "status": response.status_code,
            "ms": round((time.perf_counter() - started) * 1000),
        }
