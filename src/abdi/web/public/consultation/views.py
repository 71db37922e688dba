"""Reading what is asked, what is proposed, what was answered, and what was hidden and why."""

from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from abdi.platform import moments
from abdi.voice.consultation import selectors
from abdi.web import exports
from abdi.web.public.consultation import finding, showing
from abdi.web.public.consultation.forms import CommentForm


@require_GET
def topics(request: HttpRequest) -> HttpResponse:
    finding.in_an_instansi()
    view = request.GET.get("tampil", "")
    page = showing.paged(request, selectors.narrowed(selectors.public_topics(), view, moments.today()))
    context = {"page": page, "rows": showing.rows_of(page), "view": view}
    return render(request, "public/consultation/topics.html", context)


@require_GET
def late(request: HttpRequest) -> HttpResponse:
    finding.in_an_instansi()
    page = showing.paged(request, selectors.late_topics(moments.today()))
    return render(request, "public/consultation/late.html", {"page": page, "rows": showing.late_rows(page)})


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    finding.in_an_instansi()
    page = showing.paged(request, selectors.public_log())
    return render(request, "public/consultation/log.html", {"page": page})


@require_GET
def export(_request: HttpRequest, kind: str) -> HttpResponse:
    finding.in_an_instansi()
    return _table(kind, _("konsultasi"), showing.TOPIC_HEADER, showing.topic_rows())


@require_GET
def topic(request: HttpRequest, uid: UUID) -> HttpResponse:
    context = showing.topic_context(request, finding.find_topic(uid))
    return render(request, "public/consultation/topic.html", context)


@require_GET
def topic_export(_request: HttpRequest, uid: UUID, kind: str) -> HttpResponse:
    one = finding.find_topic(uid)
    return _table(kind, one.title, showing.PROPOSAL_HEADER, showing.proposal_rows(one))


@require_GET
def proposal(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    context = showing.proposal_context(request, finding.find_proposal(uid, number))
    return render(request, "public/consultation/proposal.html", context | {"form": CommentForm()})


@require_GET
def history(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    one = finding.find_proposal(uid, number)
    if not one.is_shown:
        raise Http404
    context = {"topic": one.topic, "proposal": one, "changes": list(showing.history(one))}
    return render(request, "public/consultation/history.html", context)


def _table(kind: str, name: str, header: list[str], rows: Iterator[list[object]]) -> HttpResponse:
    if kind not in ("csv", "xlsx"):
        raise Http404
    return exports.table(kind, name, header, rows)
