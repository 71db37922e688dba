"""Which citizen a browser belongs to. Whoever is signed in as staff is none: staff act as staff."""

from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

from abdi.platform.accounts.middleware import ForgetfulDeviceMiddleware
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.permissions import check_can_act_as_citizen
from abdi.platform.citizens.selectors import citizen_by_uid
from abdi.platform.tenancy.scope import instansi_or_none
from abdi.web.access import View, in_an_instansi

KEY = "citizen"  # session key


def citizen_of(request: HttpRequest) -> Citizen | None:
    if request.user.is_authenticated or instansi_or_none() is None:
        return None
    uid = request.session.get(KEY)
    return citizen_by_uid(uid) if uid else None


def not_as_staff(view: View) -> View:
    """Refuses whoever is signed in as staff."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated:
            check_can_act_as_citizen(request.user)
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return in_an_instansi(guarded)


def require_citizen(view: View) -> View:
    """The view gets the citizen behind the request: view(request, citizen, …). Others sign in first, then come back;
    staff are refused."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        citizen = citizen_of(request)
        if citizen is None:
            back = request.path if request.method == "GET" else request.POST.get("next", "")
            return redirect(f"{reverse('public:citizen')}?{urlencode({'next': back})}")
        return view(request, citizen, *args, **kwargs)

    return not_as_staff(guarded)


def enter(request: HttpRequest, citizen: Citizen) -> None:
    """A new session: one that somebody else prepared in this browser is of no use to him."""
    request.session.flush()
    rotate_token(request)
    request.session[KEY] = str(citizen.uid)


def leave(request: HttpRequest, response: HttpResponseBase) -> None:
    """The browser forgets what it kept, as after signing out at work."""
    request.session.flush()
    response.headers[ForgetfulDeviceMiddleware.HEADER] = ForgetfulDeviceMiddleware.STORAGE


def safe_path(path: str) -> str:
    """`path` when it leads within Abdi, else the citizen's own page."""
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours else reverse("public:citizen")
