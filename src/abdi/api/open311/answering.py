"""How every address of Open311 answers: in the form its name ends with, for pages of anybody, problems as `errors`."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from abdi.api.answers import retry_after, sentence_of
from abdi.api.open311.refusals import Refused, status_of
from abdi.api.texts import check_storable
from abdi.platform.errors import DomainError
from abdi.platform.georeport.shapes import ERRORS, Content
from abdi.platform.georeport.writing import CONTENT_TYPES, XML, written
from abdi.platform.tenancy.scope import current_instansi, instansi_or_none

Told = tuple[str, Content]  # root, content
View = Callable[..., Told]
READ = ("GET", "HEAD", "OPTIONS")
WRITE = (*READ, "POST")
UNREADABLE = (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
    MultiPartParserError,
    UnreadablePostError,
)


def georeport(*methods: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """A view that returns (root, content) and raises `Refused` or a DomainError.

    No session counts here and no cookie is asked for, so that there is nothing another site could ride on: a POST
    is let in by its key alone.
    """

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @csrf_exempt
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, form: str = XML, **kwargs: Any) -> HttpResponse:
            try:
                if request.method == "OPTIONS":
                    return _open(HttpResponse(status=204), methods)
                if request.method not in methods:
                    raise Refused(405, _("Alamat ini hanya menerima %s.") % ", ".join(methods))
                check_storable([*map(str, kwargs.values()), *_sent(request.GET), *_sent(request.POST)])
                _check_jurisdiction(request)
                return _open(_answer(view(request, *args, **kwargs), form), methods)
            except UNREADABLE:
                sentence = _("Kiriman tidak terbaca atau terlalu besar; periksa lalu kirim lagi.")
                return _open(_refusal(Refused(400, sentence), form), methods)
            except DomainError as refusal:
                return _open(_refusal(refusal, form), methods)

        return answered

    return decorate


def _answer(told: Told, form: str, **more: Any) -> HttpResponse:
    root, content = told
    return HttpResponse(written(root, content, form), content_type=CONTENT_TYPES[form], **more)


def _refusal(refusal: DomainError, form: str) -> HttpResponse:
    status = status_of(refusal)
    errors: Content = [{"code": status, "description": sentence_of(refusal)}]
    response = _answer((ERRORS, errors), form, status=status, headers=retry_after(refusal))
    add_never_cache_headers(response)
    return response


def _sent(given: QueryDict) -> Iterator[str]:
    for _name, values in given.lists():
        yield from values


def _check_jurisdiction(request: HttpRequest) -> None:
    """One endpoint serves one instansi, so the argument is optional; named, it has to be the right one."""
    if instansi_or_none() is None:
        raise Refused(404, _("Tidak ada instansi yang dilayani di alamat ini."))
    one, named = current_instansi(), request.GET.get("jurisdiction_id") or request.POST.get("jurisdiction_id")
    if named and named not in {one.code, one.host}:
        raise Refused(404, _("jurisdiction_id “%s” tidak dilayani di sini.") % named[:100])


def _open(response: HttpResponse, methods: tuple[str, ...]) -> HttpResponse:
    """Pages of anybody may read what is public; a key does not belong into a page."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = ", ".join(READ)
    if response.status_code == 405:
        response.headers["Allow"] = ", ".join(methods)
    return response
