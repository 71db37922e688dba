"""Two promises of every page: reading never writes, and a refusal is one clear sentence."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from abdi.platform.errors import DomainError, InputRefused, PermissionRefused, PolicyRefused

Handler = Callable[[HttpRequest], HttpResponseBase]

STATUS = {PermissionRefused: 403, PolicyRefused: 409, InputRefused: 422, DomainError: 400}


class DomainErrorMiddleware:
    """Any refusal that a view did not place beside its field becomes one page with the sentence."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, DomainError):
            return None
        status = next(code for kind, code in STATUS.items() if isinstance(exception, kind))
        return render(request, "error.html", {"message": exception.message, "status": status}, status=status)


class GetWroteError(RuntimeError):
    """A GET page tried to write domain data: a defect."""


class ReadOnlyGetMiddleware:
    """GET never writes. Sessions, sign-in and lock-out keep their own books and are let through."""

    SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
    OWN_BOOKS = ("django_session", "axes_", "account_", "mfa_", "socialaccount_", "accounts_user")

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in self.SAFE_METHODS:
            return self.get_response(request)
        with connection.execute_wrapper(self._refuse_writes):
            return self.get_response(request)

    def _refuse_writes(
        self, execute: Callable, sql: str, params: object, many: bool, context: dict
    ) -> object:
        verb, _, rest = sql.lstrip().partition(" ")
        if verb.upper() in {"INSERT", "UPDATE", "DELETE"} and not any(
            book in rest[:80] for book in self.OWN_BOOKS
        ):
            raise GetWroteError(sql[:120])
        return execute(sql, params, many, context)
