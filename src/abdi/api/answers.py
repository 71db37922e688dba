"""Answers of the API: JSON that anybody's page may read and any cache may keep a moment; problems as RFC 9457."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from abdi.platform.errors import DomainError
from abdi.platform.keys.pace import PaceRefused
from abdi.platform.ui.middleware import status_of

View = Callable[..., HttpResponse]
PROBLEM = "application/problem+json"
FRESH = 5  # seconds; a display asks about as often
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": "GET, HEAD"}


def answering(*methods: str) -> Callable[[View], View]:
    """For an address of these methods. Whatever goes wrong is told as JSON."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                known = ", ".join(methods)
                return problem(405, _("Alamat ini hanya menerima %s.") % known, Allow=known)
            try:
                return view(request, *args, **kwargs)
            except Http404:
                return problem(404, _("Tidak ada yang bernama itu di sini; periksa alamatnya."))
            except ObjectDoesNotExist:
                return problem(404, _("Tidak ada yang bernama itu di sini; periksa kodenya."))
            except (RequestDataTooBig, UnreadablePostError):
                return problem(413, _("Kiriman terlalu besar atau terputus; kirim tanpa lampiran."))
            except DomainError as refusal:
                return refused(refusal)

        return guarded

    return decorate


open_data = answering("GET", "HEAD")  # an address that only reads, and reads the same for everybody


def told_apart(*methods: str) -> Callable[[Callable[..., tuple[int, object]]], View]:
    """For an address that answers one person alone: (status, content) as JSON that nobody keeps."""

    def decorate(view: Callable[..., tuple[int, object]]) -> View:
        @wraps(view)
        def written(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            status, content = view(request, *args, **kwargs)
            return HttpResponse(_json(content), status=status, content_type="application/json")

        return never_cache(answering(*methods)(written))

    return decorate


def refused(refusal: DomainError) -> HttpResponse:
    wait = retry_after(refusal)
    return problem(429 if wait else status_of(refusal), sentence_of(refusal), **wait)


def sentence_of(refusal: DomainError) -> str:
    """With the part of what was sent that it belongs to."""
    return f"{refusal.field}: {refusal.message}" if refusal.field else refusal.message


def retry_after(refusal: DomainError) -> dict[str, str]:
    """The header that says when to come again, where that is the trouble."""
    return {"Retry-After": str(refusal.wait)} if isinstance(refusal, PaceRefused) else {}


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
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return HttpResponse(_json(content), status=status, content_type=PROBLEM, headers=OPEN | headers)


def written_moment(moment: datetime | None) -> str | None:
    """W3C date and time with its offset, by the clock of the instansi."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None


def _json(content: object) -> bytes:
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False).encode()
