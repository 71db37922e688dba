"""Who may come past the door: somebody signed in, in an instansi."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from abdi.platform.errors import PermissionRefused
from abdi.platform.tenancy.scope import instansi_or_none

View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """Anonymous visitors go to the sign-in; what else is allowed is for `permissions` to say."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if instansi_or_none() is None:
            raise PermissionRefused(
                _("Akun Anda belum terhubung dengan instansi; minta pengelola sistem menghubungkannya.")
            )
        return view(request, *args, **kwargs)

    return login_required(guarded)
