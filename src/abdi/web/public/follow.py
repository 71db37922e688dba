"""Being told of a thing without an account: by letter or in the browser, and stopping again."""

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.followers import actions
from abdi.platform.followers.selectors import follower_of, subject_of

WORKER = Path("abdi") / "push-worker.js"


@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    """From templates/public/follow.html; back to the page that it stood on."""
    subject = subject_of(request.POST.get("subject", ""))
    if subject is None:
        raise Http404
    address = {way: request.POST.get(way, "") for way in ("email", "push")}
    try:
        actions.follow(actor=public_user(), subject=subject, **address)
    except (InputRefused, PolicyRefused) as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Kabar akan dikirim ke sana setiap ada perubahan."))
    return redirect(_back(request))


@csrf_exempt  # a mail program sends it, without our cookies (RFC 8058); the token in the address is the permission
@require_http_methods(["GET", "POST"])
def unfollow(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        actions.unfollow(actor=public_user(), token=token)
        return _stopping(request, token, stopped=True)
    return _stopping(request, token, stopped=False)


@require_GET
def push_worker(_request: HttpRequest) -> HttpResponse:
    """The service worker. It is handed out from below /kabar/, so that its scope ends there."""
    source = (Path(settings.STATICFILES_DIRS[0]) / WORKER).read_bytes()
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(source, content_type="text/javascript; charset=utf-8", headers=headers)


def _stopping(request: HttpRequest, token: str, *, stopped: bool) -> HttpResponse:
    follows = follower_of(token) is not None
    context = {"token": token, "follows": follows, "stopped": stopped}
    return render(request, "public/unfollow.html", context, status=200 if follows or stopped else 404)


def _back(request: HttpRequest) -> str:
    page = request.POST.get("next", "")
    is_ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if is_ours else "home:start"
