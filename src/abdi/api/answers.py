"""Answers of the API: JSON that anybody's page may read and any cache may keep a moment; problems as RFC 9457."""

import json
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils.cache import add_never_cache_headers, get_conditional_response
from django.utils.translation import gettext as _

from abdi.platform.errors import DomainError
from abdi.platform.keys.pace import PaceRefused
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


def told_apart(*methods: str) -> Callable[[Callable[..., tuple[int, object]]], View]:
    """For an address that answers one person alone: (status, content) as JSON that nobody keeps."""

    def decorate(view: Callable[..., tuple[int, object]]) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return problem(
                    405, _("Alamat ini hanya menerima %s.") % ", ".join(methods), Allow=", ".join(methods)
                )
            try:
                status, told = view(request, *args, **kwargs)
            except (Http404, ObjectDoesNotExist):
                return problem(404, _("Tidak ada yang bernama itu di sini; periksa kodenya."))
            except (RequestDataTooBig, UnreadablePostError):
                return problem(413, _("Kiriman terlalu besar atau terputus; kirim tanpa lampiran."))
            except DomainError as refusal:
                return refused(refusal)
            response = HttpResponse(_json(told), status=status, content_type="application/json")
            add_never_cache_headers(response)
            return response

        return answered

    return decorate


def refused(refusal: DomainError) -> HttpResponse:
    """The sentence, the part it belongs to, and when to come again where that is the trouble."""
    sentence = f"{refusal.field}: {refusal.message}" if refusal.field else refusal.message
    if isinstance(refusal, PaceRefused):
        return problem(429, sentence, **{"Retry-After": str(refusal.wait)})
    return problem(next(code for kind, code in STATUS.items() if isinstance(refusal, kind)), sentence)


def answer(request: HttpRequest, told: dict[str, Any]) -> HttpResponse:
    """200, or 304 for who has this already; ETag is of the content."""
    body = _json(told)
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


def _json(told: object) -> bytes:
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False).encode()
