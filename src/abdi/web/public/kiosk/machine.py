"""Which machine asks, and what it may show again."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.services.devices.presence import note_presence
from abdi.services.devices.selectors import device_of
from abdi.services.queue.models import Ticket

COOKIE = "abdi_kios"
LIFE = 400 * 24 * 60 * 60  # seconds; browsers keep nothing longer. Each beat begins it anew
AGAIN = 60  # seconds in which a number can be printed again: a jam is cleared, and the next person has not come yet
_SALT = "kiosk.number"
View = Callable[..., HttpResponseBase]


def at_kiosk(view: View) -> View:
    """Only for a machine that was let in; another is shown how that is done. Nothing is kept by its browser."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        device = device_of(request.COOKIES.get(COOKIE, ""), DeviceKind.KIOS)
        if device is None:
            return redirect("public:kiosk_register")
        if request.method == "POST":
            note_presence(device)
        response = view(request, device, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return guarded


def remember(response: HttpResponse, token: str) -> HttpResponse:
    """The machine shows this from now on; no script reads it, and no other site's page sends it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=LIFE,
        path=reverse("public:kiosk"),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return response


def token_of(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def sealed(device: Device, ticket: Ticket) -> str:
    """An address that shows this number on this machine for a minute, so that the next person finds nothing."""
    return signing.dumps([str(device.uid), ticket.code], salt=_SALT)


def unsealed(device: Device, text: str) -> str:
    """The ticket's code, or "" for one of another machine, too old, or made up."""
    try:
        owner, code = signing.loads(text, salt=_SALT, max_age=AGAIN)
    except (signing.BadSignature, ValueError):
        return ""
    return str(code) if owner == str(device.uid) else ""
