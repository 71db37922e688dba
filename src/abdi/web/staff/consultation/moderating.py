"""One screen for everything that waits for a moderator or for the inspectorate."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from abdi.platform.citizens.selectors import stopped_citizens
from abdi.voice.consultation import actions, permissions, selectors
from abdi.voice.consultation.enums import Standing
from abdi.voice.consultation.models import Post
from abdi.voice.permissions import check_can_facilitate
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.public.consultation.showing import paged
from abdi.web.staff.consultation.finding import find_post
from abdi.web.staff.consultation.forms import ModerationForm, ReasonForm, WeighForm
from abdi.web.staff.consultation.tabs import tabs_for


@signed_in
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    permissions.check_can_moderate_somewhere(request.user)
    return _queue(request)


@signed_in
@require_POST
def moderate(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    check_can_facilitate(request.user, post.topic.unit)
    form = ModerationForm(request.POST, prefix=_prefix(post))
    if form.is_valid() and "keep" in request.POST:
        form.cleaned_data.pop("rule")
        return _decide(request, post, form, actions.keep)
    return _decide(request, post, form, actions.hide)


@signed_in
@require_POST
def weigh(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    permissions.check_can_weigh_appeal(request.user, post)
    form = WeighForm(request.POST, prefix=_prefix(post))
    return _decide(
        request, post, form, partial(actions.weigh_appeal, is_upheld="restore" not in request.POST)
    )


@signed_in
@require_POST
def stop(request: HttpRequest, uid: UUID) -> HttpResponse:
    post = find_post(uid)
    permissions.check_can_stop_citizen(request.user)
    return _decide(
        request, post, ReasonForm(request.POST, prefix=f"{_prefix(post)}-stop"), actions.stop_author
    )


@signed_in
@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    permissions.check_can_stop_citizen(request.user)
    citizen = get_object_or_404(stopped_citizens(), uid=uid)
    attempt(request, _("Akun dibuka kembali"), actions.restore_author, citizen=citizen)
    return redirect("staff:consultation_moderation")


def _decide(request: HttpRequest, post: Post, form: forms.Form, act: Callable[..., Any]) -> HttpResponse:
    """Done, or the queue again with what was typed."""
    if form.is_valid() and accepted(form, act, actor=request.user, post=post, **form.cleaned_data):
        messages.success(request, _("Putusan dicatat"))
        return redirect("staff:consultation_moderation")
    return _queue(request, form)


def _queue(request: HttpRequest, refused: forms.Form | None = None) -> HttpResponse:
    page = paged(request, selectors.moderation_queue(request.user))
    can_stop = permissions.can_stop_citizen(request.user)
    context = {
        "page": page,
        "rows": [_row(one, refused, can_stop) for one in page],
        "stopped": list(stopped_citizens()) if can_stop else [],
        "tabs": tabs_for(request.user),
    }
    return render(
        request, "staff/consultation/moderation.html", context, status=422 if refused is not None else 200
    )


def _row(post: Post, refused: forms.Form | None, can_stop: bool) -> dict[str, Any]:
    is_appeal = post.standing == Standing.BANDING
    prefix = _prefix(post)
    form = (WeighForm if is_appeal else ModerationForm)(prefix=prefix)
    stopping = ReasonForm(prefix=f"{prefix}-stop") if can_stop and post.citizen_id else None
    if refused is not None and refused.prefix == prefix:
        form = refused
    elif refused is not None and stopping and refused.prefix == stopping.prefix:
        stopping = refused
    rules = [one.get_rule_display() for one in post.reports.all() if not one.is_settled]
    return {
        "post": post,
        "form": form,
        "stopping": stopping,
        "is_appeal": is_appeal,
        "rules": rules,
        "rulings": sorted(post.rulings.all(), key=lambda one: one.number),
    }


def _prefix(post: Post) -> str:
    return f"u{post.uid.hex[:12]}"
