"""The public start page, the language switch and the kit's live page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from abdi.platform.accounts.actions import change_language
from abdi.platform.instansi.permissions import can_manage_instansi
from abdi.platform.tenancy.scope import instansi_or_none
from abdi.web.home import samples
from abdi.web.home.selectors import offered
from abdi.web.navigation import url_if_exists


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Citizens begin here; who is signed in goes on to the first screen of the day."""
    user = request.user
    is_first_run = user.is_authenticated and can_manage_instansi(user) and instansi_or_none() is None
    if user.is_authenticated and not is_first_run and (workplace := url_if_exists("workplace:start")):
        return redirect(workplace)
    context = {"layanan": offered(timezone.localdate()), "is_first_run": is_first_run}
    return render(request, "home/start.html", context)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Kept in a cookie of this device, and with the account of who is signed in."""
    if request.user.is_authenticated:
        change_language(actor=request.user, language=request.POST.get("language", ""))
    return set_language(request)


@require_GET
def kit(request: HttpRequest) -> HttpResponse:
    """Every component with its states; what is shown is invented."""
    return render(request, "home/kit.html", samples.context(request.GET))
