"""Forums as everybody sees them: when and where, what was said and answered, what became of it."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.platform.calendar_file import CONTENT_TYPE
from abdi.platform.ui.views import error_page
from abdi.voice.forums import actions
from abdi.voice.forums.calendar_file import calendar_file
from abdi.voice.forums.models import Participant
from abdi.voice.forums.papers import BERITA_ACARA
from abdi.voice.forums.selectors import (
    narrowed,
    participant_by_code,
    public_agreements,
    public_forums,
    public_photo,
)
from abdi.web import exports
from abdi.web.access import View, in_an_instansi
from abdi.web.errors import accepted, attempt
from abdi.web.files import anybody, stored
from abdi.web.public.catalogue.printed import public_copy
from abdi.web.public.forums import showing
from abdi.web.public.forums.forms import RegisterForm

ON_A_PAGE = 20
VIEWS = ("terbuka", "lewat", "selesai")


def _of_a_guest(view: Callable[[HttpRequest, Participant], HttpResponse]) -> View:
    """The view gets the guest whose code stands in the address, and no cache keeps his page."""

    @never_cache
    @in_an_instansi
    @wraps(view)
    def guarded(request: HttpRequest, code: str) -> HttpResponse:
        try:
            guest = participant_by_code(code)
        except Participant.DoesNotExist:
            return error_page(request, 404, _("Kode undangan ini tidak dikenal; periksa ketikannya."))
        return view(request, guest)

    return guarded


@require_GET
@in_an_instansi
def forums(request: HttpRequest) -> HttpResponse:
    page = Paginator(public_forums(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "now": timezone.now(), "late": showing.late_count()}
    return render(request, "public/forums/list.html", context)


@require_GET
@in_an_instansi
def forum_agreements(request: HttpRequest) -> HttpResponse:
    view, today = request.GET.get("lihat", ""), timezone.localdate()
    rows = narrowed(public_agreements(), view, today)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "view": view if view in VIEWS else "terbuka", "today": today}
    return render(request, "public/forums/agreements.html", context)


@require_GET
@in_an_instansi
def forum_export(request: HttpRequest, kind: str) -> HttpResponse:
    rows = map(showing.exported, public_agreements())
    return exports.table(kind, _("tindak lanjut forum"), showing.COLUMNS, rows)


@require_GET
@in_an_instansi
def forum(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = get_object_or_404(public_forums(), uid=uid)
    return render(request, "public/forums/forum.html", showing.forum_context(one))


@require_http_methods(["GET", "POST"])
@in_an_instansi
def forum_register(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = get_object_or_404(public_forums(), uid=uid)
    form = RegisterForm(request.POST if request.method == "POST" else None)
    told = {"actor": public_user(), "forum": one}
    if form.is_valid() and (guest := accepted(form, actions.register, **told, **form.cleaned_data)):
        return redirect("public:forum_guest", guest.code)
    context = {"forum": one, "form": form}
    return render(request, "public/forums/register.html", context, status=422 if form.errors else 200)


@require_GET
@in_an_instansi
def forum_calendar(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = get_object_or_404(public_forums(), uid=uid)
    address = request.build_absolute_uri(reverse("public:forum", args=[uid]))
    return exports.attachment(calendar_file(one, address), CONTENT_TYPE, _("forum"), "ics")


@require_GET
@in_an_instansi
def forum_minutes(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = get_object_or_404(public_forums().exclude(settled_on=None), uid=uid)
    return exports.pdf(public_copy(BERITA_ACARA, one), f"{_('berita acara')} {one.pk}")


@require_GET
@in_an_instansi
def forum_photo(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    return stored(public_photo(uid), permit=anybody)


@require_GET
@_of_a_guest
def forum_guest(request: HttpRequest, one: Participant) -> HttpResponse:
    return render(request, "public/forums/guest.html", {"one": one, "forum": one.forum})


@require_POST
@_of_a_guest
def forum_guest_withdraw(request: HttpRequest, one: Participant) -> HttpResponse:
    said = _("Kedatangan Anda dibatalkan; nama Anda sudah dihapus")
    attempt(request, said, actions.withdraw, actor=public_user(), participant=one)
    return redirect("public:forum_guest", one.code)
