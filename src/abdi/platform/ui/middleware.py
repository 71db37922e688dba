"""Promises of every page: reading never writes, a refusal is one clear sentence, a fragment is no page."""

import re
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

from abdi.platform.errors import DomainError, InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.tenancy.scope import reading
from abdi.platform.ui.views import error_page

Handler = Callable[[HttpRequest], HttpResponseBase]

STATUS = {PermissionRefused: 403, PolicyRefused: 409, InputRefused: 422, DomainError: 400}


def status_of(refusal: DomainError) -> int:
    return next(code for kind, code in STATUS.items() if isinstance(refusal, kind))


class LanguageMiddleware:
    """Indonesian unless the person chose otherwise.

    The browser is not asked: many phones are sold set to English and are read in Indonesian.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or getattr(request.user, "language", "")
        known = {code for code, _name in settings.LANGUAGES}
        language = chosen if chosen in known else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Cookie"])
        return response


class FragmentMiddleware:
    """One address answers a whole page or, to htmx, a part of it: caches must keep the two apart."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["HX-Request"])
        return response


class DomainErrorMiddleware:
    """Any refusal that a view did not place beside its field becomes one page with the sentence."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, DomainError):
            return None
        status = status_of(exception)
        if request.headers.get("HX-Request"):
            return render(request, "components/refusal.html", {"message": exception.message}, status=status)
        return error_page(request, status, exception.message)


class GetWroteError(RuntimeError):
    """A GET page tried to write domain data: a defect."""


class ReadOnlyGetMiddleware:
    """GET never writes. Sessions, sign-in and lock-out keep their own books and are let through."""

    SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
    WRITES = re.compile(
        r"\s*(?:insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from)\s+[\"`]?(\w+)", re.IGNORECASE
    )
    OWN_BOOKS = ("django_session", "axes_", "account_", "mfa_", "socialaccount_", "accounts_user")

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in self.SAFE_METHODS:
            return self.get_response(request)
        with reading(), connection.execute_wrapper(self._refuse_writes):
            return self.get_response(request)

    def _refuse_writes(
        self, execute: Callable[..., object], sql: str, params: object, many: bool, context: dict[str, object]
    ) -> object:
        write = self.WRITES.match(sql)
        if write and not write[1].startswith(self.OWN_BOOKS):
            raise GetWroteError(sql[:120])
        return execute(sql, params, many, context)
