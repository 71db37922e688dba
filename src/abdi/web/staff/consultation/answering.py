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
from abdi.web.public.consultation.showing import paged
from abdi.web.staff.consultation.finding import find_post
from abdi.web.staff.consultation.forms import AnswerForm, CommentForm, ProgressForm

ASKED = require_http_methods(["GET", "POST"])
HEADER = ["topik", "unit", "nomor", "judul", "status", "paling lambat", "sisa hari"]


@signed_in
@require_GET
def answers(request: HttpRequest) -> HttpResponse:
    permissions.check_can_answer_somewhere(request.user)
    page = paged(request, selectors.owed_by(request.user))
    today = moments.today()
    rows = [(one, (one.due_on - today).days, in_days((one.due_on - today).days)) for one in page]
    return render(request, "staff/consultation/answers.html", {"page": page, "rows": rows})


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
    form = AnswerForm(request.POST if request.method == "POST" else None)
    return _ask(request, form, actions.answer, post, _("Jawaban resmi"), _("Beri jawaban"))


@signed_in
@ASKED
def progress(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    permissions.check_can_answer(request.user, post.topic.unit)
    form = ProgressForm(request.POST if request.method == "POST" else None)
    return _ask(request, form, actions.report_progress, post, _("Kemajuan"), _("Kabarkan kemajuan"))


@signed_in
@ASKED
def comment(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    permissions.check_can_speak_officially(request.user, post.topic.unit)
    form = CommentForm(request.POST if request.method == "POST" else None)
    return _ask(request, form, actions.comment, post, _("Tanggapan kantor"), _("Kirim tanggapan"))


def _ask(
    request: HttpRequest, form: forms.Form, act: Callable[..., Any], post: Post, heading: str, button: str
) -> HttpResponse:
    """The form below what it answers."""
    if form.is_valid():
        told = {"actor": request.user, "proposal": post, **form.cleaned_data}
        if accepted(form, act, **told):
            return redirect("public:consultation_proposal", post.topic.uid, post.root.number)
    context = {
        "form": form,
        "post": post,
        "heading": heading,
        "button": button,
        "official": list(selectors.thread_of(post, PostKind.JAWABAN, PostKind.KEMAJUAN)),
    }
    return render(request, "staff/consultation/answer.html", context, status=422 if form.errors else 200)


def _row(one: Post) -> list[object]:
    left = (one.due_on - moments.today()).days if one.due_on else ""
    title = one.words[0].title if one.is_shown else ""
    return [
        one.topic.title,
        one.topic.unit.name,
        one.number,
        title,
        one.get_status_display(),
        one.due_on,
        left,
    ]
