"""What stands between signing in and everything else."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

KNOWN_BROWSER = "abdi_pegawai"  # a cookie


class OneTimePasswordMiddleware:
    """Whoever signed in with a password that somebody else has seen chooses another before anything else."""

    OPEN = frozenset({"account_change_password", "account_logout", "home:language"})

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        user, match = request.user, request.resolver_match
        if not (user.is_authenticated and user.must_change_password) or match is None:
            return None
        if match.view_name in self.OPEN:
            return None
        messages.warning(request, _("Sandi ini sekali pakai. Buat sandi Anda sendiri untuk melanjutkan."))
        return redirect("account_change_password")


class ForgetfulDeviceMiddleware:
    """After signing out the device keeps nothing of the person: no page, no draft, no worker.

    The browser does the forgetting (W3C Clear-Site-Data), so that it also happens where no script runs.
    """

    HEADER, STORAGE = "Clear-Site-Data", '"storage"'

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        was_in = request.method == "POST" and request.user.is_authenticated
        response = self.get_response(request)
        if was_in and not request.user.is_authenticated:
            response.headers[self.HEADER] = self.STORAGE
        return response


class KnownBrowserMiddleware:
    """A browser in which an employee ever acted says so from then on, also when nobody is signed in.

    Where only citizens are asked, what it sends is marked. It says that much and never who; no script reads it.
    """

    LIFE = 400 * 24 * 60 * 60  # seconds; browsers keep nothing longer

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if (
            request.method == "POST"
            and KNOWN_BROWSER not in request.COOKIES
            and request.user.is_authenticated
        ):
            response.set_cookie(
                KNOWN_BROWSER, "1", max_age=self.LIFE, secure=settings.HTTPS, httponly=True, samesite="Lax"
            )
        return response
