"""What citizens do in a consultation: propose, change, withdraw, support, comment, report, contest."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation import actions, policies
from abdi.voice.consultation.models import Post
from abdi.voice.consultation.permissions import check_can_appeal, check_can_change_post
from abdi.voice.consultation.posting import words_of
from abdi.web.errors import accepted, attempt
from abdi.web.public.citizens.session import require_citizen
from abdi.web.public.consultation import finding, showing
from abdi.web.public.consultation.forms import AppealForm, CommentForm, ProposalForm, ReportForm

ASKED = require_http_methods(["GET", "POST"])


@ASKED
@require_citizen
def propose(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    topic = finding.find_topic(uid)
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = {"actor": public_user(), "topic": topic, "citizen": citizen, **form.cleaned_data}
        if made := accepted(form, actions.propose, **told):
            return redirect("public:consultation_proposal", uid, made.number)
    context = {"topic": topic, "form": form, "proposal": None}
    return _page(request, "write.html", context, form)


@ASKED
@require_citizen
def reword(request: HttpRequest, citizen: Citizen, uid: UUID, number: int) -> HttpResponse:
    one = finding.find_proposal(uid, number)
    check_can_change_post(public_user(), one, citizen)
    words = one.words[0]
    start = {"title": words.title, "text": words.text}
    form = ProposalForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        told = {"actor": public_user(), "proposal": one, "citizen": citizen, **form.cleaned_data}
        if accepted(form, actions.reword, **told):
            return redirect("public:consultation_proposal", uid, number)
    return _page(request, "write.html", {"topic": one.topic, "form": form, "proposal": one}, form)


@require_POST
@require_citizen
def withdraw(request: HttpRequest, citizen: Citizen, uid: UUID, number: int) -> HttpResponse:
    return _done(request, _("Usulan ditarik"), actions.withdraw, finding.find_proposal(uid, number), citizen)


@require_POST
@require_citizen
def support(request: HttpRequest, citizen: Citizen, uid: UUID, number: int) -> HttpResponse:
    """`versi` is the wording that the page showed."""
    one = finding.find_proposal(uid, number)
    given = request.POST.get("versi", "")[:5]
    version = int(given) if given.isdecimal() else 0
    return _done(request, _("Dukungan dicatat"), actions.support, one, citizen, version=version)


@require_POST
@require_citizen
def unsupport(request: HttpRequest, citizen: Citizen, uid: UUID, number: int) -> HttpResponse:
    one = finding.find_proposal(uid, number)
    return _done(request, _("Dukungan ditarik"), actions.unsupport, one, citizen)


@require_POST
@require_citizen
def comment(request: HttpRequest, citizen: Citizen, uid: UUID, number: int) -> HttpResponse:
    one = finding.find_proposal(uid, number)
    form = CommentForm(request.POST)
    if form.is_valid():
        told = {"actor": public_user(), "proposal": one, "citizen": citizen, **form.cleaned_data}
        if accepted(form, actions.comment, **told):
            return redirect(_address(one))
    return _page(request, "proposal.html", showing.proposal_context(request, one) | {"form": form}, form)


@ASKED
@require_citizen
def report(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    post = finding.find_post(uid)
    policies.check_shown(post)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = {"actor": public_user(), "post": post, "citizen": citizen, **form.cleaned_data}
        if accepted(form, actions.report, **told):
            return redirect(_address(post))
    return _page(request, "report.html", {"post": post, "form": form, "words": words_of(post)}, form)


@ASKED
@require_citizen
def appeal(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    post = finding.find_post(uid)
    check_can_appeal(public_user(), post, citizen)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = {"actor": public_user(), "post": post, "citizen": citizen, **form.cleaned_data}
        if accepted(form, actions.appeal, **told):
            return redirect(_address(post))
    ruling = showing.latest_ruling(post)
    context = {"post": post, "form": form, "words": words_of(post), "ruling": ruling}
    return _page(request, "appeal.html", context, form)


def _done(
    request: HttpRequest, said: str, act: Callable[..., Any], one: Post, citizen: Citizen, **more: Any
) -> HttpResponse:
    attempt(request, said, act, actor=public_user(), proposal=one, citizen=citizen, **more)
    return redirect(_address(one))


def _address(post: Post) -> str:
    return reverse("public:consultation_proposal", args=[post.topic.uid, post.root.number])


def _page(request: HttpRequest, name: str, context: dict[str, Any], form: forms.Form) -> HttpResponse:
    return render(request, f"public/consultation/{name}", context, status=422 if form.errors else 200)
