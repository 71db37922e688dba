"""What citizens do in a consultation: propose, change, withdraw, support, comment, report, contest."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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
from abdi.web.public.consultation.showing import page_of

ASKED = require_http_methods(["GET", "POST"])


@ASKED
@require_citizen
def propose(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    topic = finding.find_topic(uid)
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if made := _said(form, actions.propose, topic=topic, citizen=citizen):
        return redirect(page_of(made))
    return _page(request, "write.html", {"topic": topic, "form": form, "proposal": None})


@ASKED
@require_citizen
def reword(request: HttpRequest, citizen: Citizen, uid: UUID, number: int) -> HttpResponse:
    one = finding.find_proposal(uid, number)
    check_can_change_post(public_user(), one, citizen)
    words = one.words[0]
    start = {"title": words.title, "text": words.text}
    form = ProposalForm(request.POST if request.method == "POST" else None, initial=start)
    if _said(form, actions.reword, proposal=one, citizen=citizen):
        return redirect(page_of(one))
    return _page(request, "write.html", {"topic": one.topic, "form": form, "proposal": one})


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
    if _said(form, actions.comment, proposal=one, citizen=citizen):
        return redirect(page_of(one))
    return _page(request, "proposal.html", showing.proposal_context(request, one) | {"form": form})


@ASKED
@require_citizen
def report(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    post = finding.find_post(uid)
    policies.check_shown(post)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if _said(form, actions.report, post=post, citizen=citizen):
        return redirect(page_of(post))
    return _page(request, "report.html", {"post": post, "form": form, "words": words_of(post)})


@ASKED
@require_citizen
def appeal(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    post = finding.find_post(uid)
    check_can_appeal(public_user(), post, citizen)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if _said(form, actions.appeal, post=post, citizen=citizen):
        return redirect(page_of(post))
    ruling = showing.latest_ruling(post)
    context = {"post": post, "form": form, "words": words_of(post), "ruling": ruling}
    return _page(request, "appeal.html", context)


def _said(form: forms.Form, act: Callable[..., Any], **told: Any) -> Any:
    """What `act` made of the form; nothing while there is something left to fill in."""
    return form.is_valid() and accepted(form, act, actor=public_user(), **told, **form.cleaned_data)


def _done(
    request: HttpRequest, said: str, act: Callable[..., Any], one: Post, citizen: Citizen, **more: Any
) -> HttpResponse:
    attempt(request, said, act, actor=public_user(), proposal=one, citizen=citizen, **more)
    return redirect(page_of(one))


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    """With the form among its context."""
    status = 422 if context["form"].errors else 200
    return render(request, f"public/consultation/{name}", context, status=status)
