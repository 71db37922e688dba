"""Forums from the side of those who call them, and what was promised there."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.voice.forums import actions
from abdi.voice.forums.enums import ForumStatus
from abdi.voice.forums.models import Agreement, Forum, Suggestion
from abdi.voice.forums.papers import minutes_pdf
from abdi.voice.forums.permissions import check_can_report_agreement, check_can_run_forum
from abdi.voice.forums.selectors import forums_run, promised_by, turnout
from abdi.voice.permissions import can_facilitate_somewhere, check_can_facilitate_somewhere
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.staff.forums import stepping
from abdi.web.staff.forums.forms import ForumForm
from abdi.web.staff.pages import Link, ask_for
from abdi.web.staff.steps import take

ASKED, ON_A_PAGE = ["GET", "POST"], 25


@signed_in
@require_GET
def forums(request: HttpRequest) -> HttpResponse:
    """Also for an employee who runs none but has promised something at one."""
    mine = promised_by(request.user)
    if not mine:
        check_can_facilitate_somewhere(request.user)
    page = Paginator(forums_run(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "mine": mine, "today": timezone.localdate()}
    return render(
        request, "staff/forums/list.html", context | {"runs": can_facilitate_somewhere(request.user)}
    )


@signed_in
@require_http_methods(ASKED)
def forum_new(request: HttpRequest) -> HttpResponse:
    check_can_facilitate_somewhere(request.user)
    form = ForumForm(request.POST or None, user=request.user)
    page = {"heading": _("Forum baru"), "action": _("Simpan rancangan"), "up": _all()}
    return ask_for(request, form, actions.draft_forum, **page)


@signed_in
@require_GET
def forum(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = _forum(request, uid)
    steps = [(name, stepping.FORUM[name].heading) for name in stepping.NEXT[one.status]]
    context = {
        "forum": one,
        "steps": steps,
        "turnout": turnout(one),
        "suggestions": one.suggestions.all(),
        "agreements": one.agreements.select_related("unit", "owner"),
        "signatories": one.signatories.all(),
        "is_open": one.status == ForumStatus.DILAKSANAKAN,
    }
    return render(request, "staff/forums/forum.html", context)


@signed_in
@require_http_methods(ASKED)
def forum_step(request: HttpRequest, uid: UUID, step: str) -> HttpResponse:
    one = _forum(request, uid)
    return take(request, stepping.FORUM, step, up=_up(one), forum=one)


@signed_in
@require_GET
def forum_draft(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The berita acara as it would be, to be read and signed."""
    one = _forum(request, uid)
    return exports.pdf(minutes_pdf(one), f"{_('berita acara')} {one.pk}")


@signed_in
@require_http_methods(ASKED)
def suggestion_step(request: HttpRequest, uid: UUID, step: str) -> HttpResponse:
    one = get_object_or_404(Suggestion.objects.select_related("forum__unit"), uid=uid)
    check_can_run_forum(request.user, one.forum.unit)
    return take(request, stepping.SUGGESTION, step, up=_up(one.forum), suggestion=one)


@signed_in
@require_http_methods(ASKED)
def agreement_step(request: HttpRequest, uid: UUID, step: str) -> HttpResponse:
    rows = Agreement.objects.select_related("forum__unit", "unit", "owner")
    one = get_object_or_404(rows, uid=uid)
    check_can_report_agreement(request.user, one)
    return take(request, stepping.AGREEMENT, step, up=_all(), agreement=one)


def _forum(request: HttpRequest, uid: UUID) -> Forum:
    one = get_object_or_404(Forum.objects.select_related("unit", "layanan"), uid=uid)
    check_can_run_forum(request.user, one.unit)
    return one


def _all() -> Link:
    return _("Forum konsultasi publik"), reverse("staff:forums")


def _up(one: Forum) -> Link:
    return one.title, reverse("staff:forum", args=[one.uid])
