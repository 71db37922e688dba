"""Topics at work: drawn up, published, closed."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform import moments
from abdi.voice.consultation import actions, permissions, selectors
from abdi.voice.consultation.models import Topic
from abdi.voice.consultation.phases import is_open
from abdi.voice.permissions import (
    can_facilitate,
    can_facilitate_somewhere,
    check_can_facilitate,
    check_can_facilitate_somewhere,
)
from abdi.web.access import signed_in
from abdi.web.errors import attempt
from abdi.web.public.consultation.showing import paged, rows_of
from abdi.web.staff.consultation.finding import find_topic
from abdi.web.staff.consultation.forms import ReasonForm, TopicForm
from abdi.web.staff.consultation.tabs import tabs_for
from abdi.web.staff.pages import Link, ask_for


@signed_in
@require_GET
def topics(request: HttpRequest) -> HttpResponse:
    permissions.check_can_consult_somewhere(request.user)
    page = paged(request, selectors.topics_managed(request.user))
    context = {
        "page": page,
        "rows": rows_of(page),
        "tabs": tabs_for(request.user),
        "can_open": can_facilitate_somewhere(request.user),
    }
    return render(request, "staff/consultation/topics.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def topic_new(request: HttpRequest) -> HttpResponse:
    check_can_facilitate_somewhere(request.user)
    form = TopicForm(request.POST or None, user=request.user)
    page = {"heading": _("Topik konsultasi baru"), "action": _("Simpan rancangan"), "up": _up()}
    return ask_for(request, form, actions.draft_topic, **page)


@signed_in
@require_GET
def topic(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_topic(uid)
    permissions.check_can_see_topic(request.user, one)
    proposals = selectors.sorted_by(selectors.proposals_of(one, moments.now()), request.GET.get("urut", ""))
    context = {
        "topic": one,
        "is_open": is_open(one, moments.today()),
        "can_moderate": can_facilitate(request.user, one.unit),
        "can_answer": permissions.can_answer(request.user, one.unit),
        "can_speak": permissions.can_speak_officially(request.user, one.unit),
        "page": paged(request, proposals),
    }
    return render(request, "staff/consultation/topic.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def topic_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = _moderated(request, uid)
    form = TopicForm(request.POST or None, user=request.user, topic=one)
    page = {"heading": _("Ubah rancangan"), "action": _("Simpan rancangan"), "up": _up()}
    return ask_for(request, form, partial(actions.change_topic, topic=one), **page)


@signed_in
@require_POST
def topic_publish(request: HttpRequest, uid: UUID) -> HttpResponse:
    attempt(request, _("Topik terbit"), actions.publish_topic, topic=_moderated(request, uid))
    return redirect("staff:consultation_topic", uid)


@signed_in
@require_http_methods(["GET", "POST"])
def topic_close(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = _moderated(request, uid)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    page = {"heading": _("Tutup lebih awal"), "action": _("Tutup topik"), "up": _up(), "lead": one.title}
    return ask_for(request, form, partial(actions.close_topic, topic=one), **page)


def _moderated(request: HttpRequest, uid: UUID) -> Topic:
    one = find_topic(uid)
    check_can_facilitate(request.user, one.unit)
    return one


def _up() -> Link:
    return _("Konsultasi"), reverse("staff:consultation")
