"""The door for machines: which one asks, by the token in its cookie."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from abdi.platform.errors import InputRefused
from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.services.devices.presence import note_presence
from abdi.services.devices.selectors import device_of
from abdi.web.errors import accepted

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
            device = device_of(self._token_of(request), self.kind)
            if device is None:
                return redirect(self.register)
            if request.method == "POST":
                note_presence(device)
            response = view(request, device, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        return guarded

    def let_in(self, request: HttpRequest) -> HttpResponse:
        """Its form, and its start once the code is right."""
        form = RegisterForm(request.POST or None, kind=self.kind)
        if form.is_valid() and accepted(form, form.device):
            return self._remembered(redirect(self.home), form.cleaned_data["token"])
        context = {"form": form}
        return render(request, "public/kiosk/register.html", context, status=422 if form.errors else 200)

    def beat(self, request: HttpRequest) -> HttpResponse:
        """The machine lives, and its line too."""
        return self._remembered(HttpResponse(status=204), self._token_of(request))

    def _remembered(self, response: HttpResponse, token: str) -> HttpResponse:
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

    def _token_of(self, request: HttpRequest) -> str:
        return request.COOKIES.get(self.cookie, "")


class RegisterForm(forms.Form):
    """What a machine is asked once: the code that an admin was given for it."""

    token = forms.CharField(
        label=_("Kode perangkat"),
        max_length=60,
        help_text=_(
            "Dua puluh huruf dan angka yang tampil saat admin mendaftarkan kios ini di Kelola, Perangkat."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def __init__(self, *args: Any, kind: DeviceKind) -> None:
        super().__init__(*args)
        self._kind = kind

    def device(self) -> Device:
        """Raises InputRefused for a token that lets nobody in."""
        found = device_of(self.cleaned_data["token"], self._kind)
        if found is None:
            raise InputRefused(
                gettext(
                    "Kode ini tidak dikenal atau izinnya sudah dicabut; minta kode baru kepada admin unit."
                ),
                field="token",
            )
        return found
