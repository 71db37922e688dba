"""Opens the scope of one instansi around every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.public import public_instansi
from abdi.platform.tenancy.scope import instansi_scope

CHOICE = "instansi"  # session key: the instansi an operator works in
PROBES = frozenset({"/sehat", "/siap"})  # they answer for the process, also while the database cannot


class TenancyMiddleware:
    """Signed in: the person's own instansi, for an operator the one chosen in this session.
    Otherwise the one that the host or the setting names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info in PROBES:
            return self.get_response(request)
        instansi = own_instansi(request) or public_instansi(request.get_host())
        with instansi_scope(instansi):
            if instansi is None:
                return self.get_response(request)
            with timezone.override(instansi.timezone):
                return self.get_response(request)


def own_instansi(request: HttpRequest) -> Instansi | None:
    """The choice kept in a session counts for operators alone: everybody else belongs where the account says."""
    if not request.user.is_authenticated:
        return None
    chosen = request.session.get(CHOICE) if request.user.is_operator else None
    return Instansi.objects.filter(pk=chosen).first() if chosen else request.user.instansi
