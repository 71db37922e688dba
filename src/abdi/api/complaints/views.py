"""Filing a complaint as JSON, by a key or as any citizen, and following it by its code."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from abdi.api.answers import told_apart
from abdi.api.complaints.reading import arguments_of, read_body
from abdi.api.complaints.telling import receipt, standing
from abdi.api.filing import key_shown, named_submission, sender
from abdi.platform.accounts.models import public_user
from abdi.platform.errors import PermissionRefused
from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey
from abdi.voice.complaints.actions import file_complaint
from abdi.voice.complaints.enums import Channel
from abdi.voice.complaints.selectors import complaint_by_code

BEARER = "Bearer "


@csrf_exempt
@told_apart("POST")
def complaints(request: HttpRequest) -> tuple[int, object]:
    """No session counts here, so there is nothing another site could ride on."""
    key = _key(request)
    filed = file_complaint(
        actor=public_user(),
        channel=Channel.API,
        submission=named_submission(request, key),
        sender="" if key else sender(request),
        **arguments_of(read_body(request)),
    )
    return 201, receipt(filed)


@told_apart("GET", "HEAD")
def complaint(request: HttpRequest, code: str) -> tuple[int, object]:
    return 200, standing(complaint_by_code(code))


def _key(request: HttpRequest) -> ApiKey | None:
    """None for a citizen's own app; one that was shown has to be good, or a system would not notice its withdrawal."""
    shown = request.headers.get("Authorization", "")
    if not shown:
        return None
    key = key_shown(shown.removeprefix(BEARER), KeyScope.ADUAN) if shown.startswith(BEARER) else None
    if key is None:
        raise PermissionRefused(_("Kunci tidak dikenal, sudah dicabut, atau tidak untuk mengirim aduan."))
    return key
