"""Reads of publications and plans, for pages."""

from collections.abc import Iterable

from django.db.models import Max, Prefetch, QuerySet

from abdi.organisation.models import Unit
from abdi.platform.accounts.models import User
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication.enums import Weighing
from abdi.voice.surveys.publication.models import FollowUp, Publication, Reporting
from abdi.voice.surveys.publication.permissions import units_seen
from abdi.voice.surveys.results import Result

YEARS = 5  # of the trend, as the portals of regencies show it


def periods_seen(user: User) -> QuerySet[SurveyPeriod]:
    """Of the units somebody may see, the latest first, each with its last publication in `published`."""
    units, latest = units_seen(user), Publication.objects.order_by("period", "-version")
    rows = SurveyPeriod.objects.select_related("unit", "layanan").order_by("-last", "unit__name", "pk")
    rows = rows if units is None else rows.filter(unit__in=units)
    return rows.prefetch_related(Prefetch("publications", latest, to_attr="published"))


def latest_publication(period: SurveyPeriod) -> Publication | None:
    rows = period.publications.select_related("period__unit", "period__layanan", "published_by")
    return rows.order_by("-version").first()


def published_periods() -> QuerySet[SurveyPeriod]:
    """What the public may open, the latest first, each with its last publication in `published`."""
    latest = Publication.objects.order_by("period", "-version")
    rows = SurveyPeriod.objects.exclude(publications=None).select_related("unit", "layanan").distinct()
    return rows.order_by("-last", "unit__name", "pk").prefetch_related(
        Prefetch("publications", latest, to_attr="published")
    )


def trend_of(period: SurveyPeriod) -> list[Publication]:
    """The last version of each published period of the same unit and service, oldest first, five at most."""
    same = Publication.objects.filter(period__unit=period.unit_id, period__layanan=period.layanan_id)
    last = same.filter(period__last__lte=period.last).order_by().values("period").annotate(last=Max("pk"))
    rows = Publication.objects.filter(pk__in=last.values("last")).select_related("period")
    return list(rows.order_by("-period__last")[:YEARS])[::-1]


def plan_of(period: SurveyPeriod) -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(period=period)


def proposed(result: Result, planned: Iterable[FollowUp]) -> list[str]:
    """Unsur that the plan should take up: the lowest ones that it does not name yet."""
    known = {row.unsur for row in planned}
    return [key for key in (result.index.lowest if result.index else ()) if key in UNSUR and key not in known]


def weighing_in_use() -> Weighing:
    kept = Reporting.objects.first()
    return Weighing(kept.weighing) if kept else Weighing.RESPONDEN


def unit_by_code(code: str) -> Unit | None:
    return Unit.objects.filter(code=code).first()
