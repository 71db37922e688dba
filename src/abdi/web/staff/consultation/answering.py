"""The office's words: what is owed and by when, an answer, progress, a comment in the name of the office."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.platform import moments
from abdi.voice.consultation import actions, permissions, selectors
from abdi.voice.consultation.enums import PostKind
from abdi.voice.consultation.models import Post
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.deadlines import in_days
from abdi.web.errors import accepted
from abdi.web.public.consultation.showing import page_of, paged
from abdi.web.staff.consultation.finding import find_post
from abdi.web.staff.consultation.forms import AnswerForm, CommentForm, ProgressForm
from abdi.web.staff.consultation.tabs import tabs_for

ASKED = require_http_methods(["GET", "POST"])
HEADER = ["topik", "unit", "nomor", "judul", "status", "paling lambat", "sisa hari"]


@signed_in
@require_GET
def answers(request: HttpRequest) -> HttpResponse:
    permissions.check_can_answer_somewhere(request.user)
    page = paged(request, selectors.owed_by(request.user))
    rows = [(one, left := _left(one), in_days(left)) for one in page]
    context = {"page": page, "rows": rows, "tabs": tabs_for(request.user)}
    return render(request, "staff/consultation/answers.html", context)


@signed_in
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    permissions.check_can_answer_somewhere(request.user)
    kind = "xlsx" if request.GET.get("jenis") == "xlsx" else "csv"
    return exports.table(kind, _("jawaban yang ditunggu"), HEADER, map(_row, selectors.owed_by(request.user)))


@signed_in
@ASKED
def answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    permissions.check_can_answer(request.user, post.topic.unit)
    return _ask(request, AnswerForm, actions.answer, post, _("Jawaban resmi"), _("Beri jawaban"))


@signed_in
@ASKED
def progress(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    permissions.check_can_answer(request.user, post.topic.unit)
    return _ask(request, ProgressForm, actions.report_progress, post, _("Kemajuan"), _("Kabarkan kemajuan"))


@signed_in
@ASKED
def comment(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    permissions.check_can_speak_officially(request.user, post.topic.unit)
    return _ask(request, CommentForm, actions.comment, post, _("Tanggapan kantor"), _("Kirim tanggapan"))


def _ask(
    request: HttpRequest,
    asks: type[forms.Form],
    act: Callable[..., Any],
    post: Post,
    heading: str,
    button: str,
) -> HttpResponse:
    """The form below what it answers."""
    form = asks(request.POST if request.method == "POST" else None)
    if form.is_valid() and accepted(form, act, actor=request.user, proposal=post, **form.cleaned_data):
        return redirect(page_of(post))
    context = {
        "form": form,
        "post": post,
        "heading": heading,
        "button": button,
        "official": list(selectors.thread_of(post, PostKind.JAWABAN, PostKind.KEMAJUAN)),
    }
    return render(request, "staff/consultation/answer.html", context, status=422 if form.errors else 200)


def _left(one: Post) -> int:
    """Days until the office owes a word; below 0 it is late."""
    return (one.due_on - moments.today()).days


def _row(one: Post) -> list[object]:
    title = one.words[0].title if one.is_shown else ""
    told = (one.get_status_display(), one.due_on, _left(one))
    return [one.topic.title, one.topic.unit.name, one.number, title, *told]
