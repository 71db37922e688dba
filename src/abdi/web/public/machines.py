"""The door for machines: which one asks, by the token in its cookie."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.presence import note_presence
from abdi.services.devices.selectors import device_of

LIFE = 400 * 24 * 60 * 60  # seconds; browsers keep nothing longer. Each beat begins it anew
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Entrance:
    """For one kind of machine. `home`: name of its start, below which its cookie is sent; `register`: of its form."""

    kind: DeviceKind
    cookie: str
    home: str
    register: str

    def guard(self, view: View) -> View:
        """Only for a machine that was let in; another is shown how that is done. Nothing is kept by its browser."""

        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            device = device_of(self.token_of(request), self.kind)
            if device is None:
                return redirect(self.register)
            if request.method == "POST":
                note_presence(device)
            response = view(request, device, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        return guarded

    def remember(self, response: HttpResponse, token: str) -> HttpResponse:
        """The machine shows this from now on; no script reads it, and no other site's page sends it."""
        response.set_cookie(
            self.cookie,
            token,
            max_age=LIFE,
            path=reverse(self.home),
            secure=settings.HTTPS,
            httponly=True,
            samesite="Strict",
        )
        return response

    def token_of(self, request: HttpRequest) -> str:
        return request.COOKIES.get(self.cookie, "")
