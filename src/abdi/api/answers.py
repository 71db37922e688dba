"""Answers of the API: JSON that anybody's page may read and any cache may keep a moment; problems as RFC 9457."""

import json
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from abdi.platform.errors import DomainError
from abdi.platform.ui.middleware import STATUS

View = Callable[..., HttpResponse]
PROBLEM = "application/problem+json"
FRESH = 5  # seconds; a display asks about as often
METHODS = "GET, HEAD"
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": METHODS}


def open_data(view: View) -> View:
    """For an address that only reads, and reads the same for everybody. Whatever goes wrong is told as JSON."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return problem(405, _("Alamat ini hanya dibaca (GET)."), Allow=METHODS)
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return problem(404, _("Tidak ada yang bernama itu di sini; periksa alamatnya."))
        except DomainError as refusal:
            return problem(STATUS[type(refusal)], refusal.message)

    return guarded


def answer(request: HttpRequest, told: dict[str, Any]) -> HttpResponse:
    """200, or 304 for who has this already; ETag is of the content."""
    body = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False).encode()
    headers = OPEN | {
        "Cache-Control": f"public, max-age={FRESH}",
        "ETag": f'"{sha256(body).hexdigest()[:32]}"',
    }
    response = HttpResponse(body, content_type="application/json", headers=headers)
    return get_conditional_response(request, etag=headers["ETag"], response=response) or response


def problem(status: int, detail: str, **headers: str) -> HttpResponse:
    """`type` is left at about:blank: the status says what kind it is."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return HttpResponse(
        json.dumps(told, ensure_ascii=False), status=status, content_type=PROBLEM, headers=OPEN | headers
    )
