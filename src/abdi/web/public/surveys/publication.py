"""What the survey told, for everybody: the sheet of a unit and period, its trend, and what is done about it."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from abdi.platform.tenancy.scope import instansi_or_none
from abdi.platform.ui.charts import Point, line_chart
from abdi.platform.verification.selectors import present_version
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication import selectors
from abdi.voice.surveys.publication.models import Publication
from abdi.voice.surveys.publication.papers import PUBLIKASI
from abdi.web import exports
from abdi.web.public.catalogue.printed import public_copy

ON_A_PAGE = 25


@require_GET
def published(request: HttpRequest) -> HttpResponse:
    """Every unit's, the latest first."""
    found = [] if instansi_or_none() is None else selectors.published_periods()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "public/surveys/published.html", {"page": page})


@require_GET
def result(request: HttpRequest, unit: str, period: UUID) -> HttpResponse:
    found = _find(unit, period)
    return render(request, "public/surveys/result.html", _context(found))


@require_GET
def sheet(_request: HttpRequest, unit: str, period: UUID) -> HttpResponse:
    """The very bytes that were issued, with their code."""
    found = _find(unit, period)
    return exports.pdf(public_copy(PUBLIKASI, found), f"ikm {found.period}")


def _find(unit: str, period: UUID) -> Publication:
    """The last version; 404 for what was never published, whoever asks."""
    if instansi_or_none() is None:
        raise Http404
    one = SurveyPeriod.objects.filter(uid=period, unit__code=unit).first()
    found = selectors.latest_publication(one) if one else None
    if found is None:
        raise Http404
    return found


def _context(found: Publication) -> dict[str, Any]:
    content = found.content
    return {
        "period": found.period,
        "publication": found,
        "sheet": content,
        "low": content["rentang"][0],
        "high": content["rentang"][1],
        "rows": [{**one, "name": _(UNSUR[one["key"]].nama)} for one in content["unsur"]],
        "lowest": ", ".join(_(UNSUR[key].nama) for key in content["terendah"]),
        "plan": [(row, _(UNSUR[row.unsur].nama)) for row in selectors.plan_of(found.period)],
        "chart": _trend(found),
        "code": _code(found),
    }


def _trend(found: Publication) -> Any:
    """None while there is but one period: a line needs two ends."""
    rows = selectors.trend_of(found.period)
    points = [
        Point(
            f"{one.period.last:%m/%y}", float(one.content["ikm"]), *one.content["rentang"], one.content["n"]
        )
        for one in rows
    ]
    return line_chart(points) if len(points) > 1 else None


def _code(found: Publication) -> str:
    issued = present_version(PUBLIKASI, found)
    return issued.code if issued else ""
