"""Who may come past the door: somebody signed in, in an instansi; or anybody, where there is one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from abdi.platform.errors import PermissionRefused
from abdi.platform.instansi.permissions import can_manage_instansi, check_can_manage_instansi
from abdi.platform.tenancy.scope import instansi_or_none

View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """Anonymous visitors go to the sign-in; what else is allowed is for `permissions` to say.

    An operator before the first instansi is shown how to open it.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if instansi_or_none() is None:
            if can_manage_instansi(request.user):
                return redirect("home:start")
            raise PermissionRefused(
                _("Akun Anda belum terhubung dengan instansi; minta pengelola sistem menghubungkannya.")
            )
        return view(request, *args, **kwargs)

    return login_required(guarded)


def in_an_instansi(view: View) -> View:
    """Pages for everybody: not there before an instansi has them."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if instansi_or_none() is None:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def operator_only(view: View) -> View:
    """Pages over all instansi, which need none to stand in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        check_can_manage_instansi(request.user)
        return view(request, *args, **kwargs)

    return login_required(guarded)
