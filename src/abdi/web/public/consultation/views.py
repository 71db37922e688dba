"""Reading what is asked, what is proposed, what was answered, and what was hidden and why."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from abdi.platform import moments
from abdi.voice.consultation import selectors
from abdi.web import exports
from abdi.web.access import in_an_instansi
from abdi.web.public.consultation import finding, showing
from abdi.web.public.consultation.forms import CommentForm


@require_GET
@in_an_instansi
def topics(request: HttpRequest) -> HttpResponse:
    view = request.GET.get("tampil", "")
    page = showing.paged(request, selectors.narrowed(selectors.public_topics(), view, moments.today()))
    context = {"page": page, "rows": showing.rows_of(page), "view": view}
    return render(request, "public/consultation/topics.html", context)


@require_GET
@in_an_instansi
def late(request: HttpRequest) -> HttpResponse:
    page = showing.paged(request, selectors.late_topics(moments.today()))
    return render(request, "public/consultation/late.html", {"page": page, "rows": showing.late_rows(page)})


@require_GET
@in_an_instansi
def log(request: HttpRequest) -> HttpResponse:
    page = showing.paged(request, selectors.public_log())
    return render(request, "public/consultation/log.html", {"page": page})


@require_GET
@in_an_instansi
def export(_request: HttpRequest, kind: str) -> HttpResponse:
    return exports.table(kind, _("konsultasi"), showing.TOPIC_HEADER, showing.topic_rows())


@require_GET
@in_an_instansi
def topic(request: HttpRequest, uid: UUID) -> HttpResponse:
    context = showing.topic_context(request, finding.find_topic(uid))
    return render(request, "public/consultation/topic.html", context)


@require_GET
@in_an_instansi
def topic_export(_request: HttpRequest, uid: UUID, kind: str) -> HttpResponse:
    one = finding.find_topic(uid)
    return exports.table(kind, one.title, showing.PROPOSAL_HEADER, showing.proposal_rows(one))


@require_GET
@in_an_instansi
def proposal(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    context = showing.proposal_context(request, finding.find_proposal(uid, number))
    return render(request, "public/consultation/proposal.html", context | {"form": CommentForm()})


@require_GET
@in_an_instansi
def history(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    one = finding.find_proposal(uid, number)
    if not one.is_shown:
        raise Http404
    context = {"topic": one.topic, "proposal": one, "changes": list(showing.history(one))}
    return render(request, "public/consultation/history.html", context)
