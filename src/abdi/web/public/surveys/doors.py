"""Who comes in: a citizen with a link, or a survey kiosk; nobody who is signed in to work here."""

from collections.abc import Callable, Sequence
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from abdi.platform.ui.views import error_page
from abdi.services.devices.enums import DeviceKind
from abdi.voice.surveys.models import Token
from abdi.voice.surveys.permissions import can_answer, check_can_answer
from abdi.voice.surveys.selectors import token_by_secret, tokens_for
from abdi.web.public.machines import Entrance

View = Callable[..., HttpResponseBase]
KIOSK = Entrance(DeviceKind.SURVEI, "abdi_kios_survei", "public:survey_kiosk", "public:survey_kiosk_register")


def for_citizens(view: View) -> View:
    """Refused to every account, before anything is looked up: staff learn not even whether a link exists."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        check_can_answer(request.user)
        return view(request, *args, **kwargs)

    return guarded


def by_secret(view: View) -> View:
    """The view gets the token; a secret nobody was given is answered with a sentence. No cache keeps anything."""

    @wraps(view)
    def answered(request: HttpRequest, secret: str) -> HttpResponseBase:
        try:
            response = view(request, token_by_secret(secret))
        except Token.DoesNotExist:
            words = _("Tautan survei ini tidak dikenal; buka lagi dari halaman nomor atau urusan Anda.")
            response = error_page(request, 404, words)
        add_never_cache_headers(response)
        return response

    return answered


def secrets_for(request: HttpRequest, cases: Sequence[UUID]) -> dict[UUID, str]:
    """Case → secret of its open link, for the citizen's own pages; nothing where staff look at them."""
    if not cases or not can_answer(request.user):
        return {}
    found = tokens_for([str(case) for case in cases])
    return {case: found[str(case)] for case in cases if str(case) in found}


def secret_for(request: HttpRequest, case: UUID) -> str | None:
    return secrets_for(request, [case]).get(case)
