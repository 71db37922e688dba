"""What a device needs to keep progress without a network and to send it once."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from abdi.organisation.permissions import acting_employee
from abdi.platform.json_text import read_json
from abdi.web.access import signed_in
from abdi.web.workplace.progress.device.receiving import receive

WORKER = Path("abdi") / "progress-worker.js"


@signed_in
@never_cache
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. It is handed out from below /kerja/progres/, so that its scope ends there."""
    source = (Path(settings.STATICFILES_DIRS[0]) / WORKER).read_bytes()
    return HttpResponse(source, content_type="text/javascript; charset=utf-8")


@signed_in
@never_cache
@require_GET
def token(request: HttpRequest) -> JsonResponse:
    """Fresh for every sending: the page that waits on the device may be older than the sign-in."""
    return JsonResponse({"token": get_token(request)})


@signed_in
@require_POST
def send(request: HttpRequest) -> JsonResponse:
    """{"person": uid, "entries": [{client_id, day, text, rhk, amount, satuan}]} → what became of each."""
    told = read_json(request.body.decode("utf-8", "replace"))
    return JsonResponse({"results": receive(request.user, acting_employee(request.user), told)})
