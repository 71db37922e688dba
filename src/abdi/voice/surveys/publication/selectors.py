"""Reads of publications and plans, for pages."""

from collections.abc import Iterable

from django.db.models import Max, Prefetch, QuerySet

from abdi.platform.accounts.models import User
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.enums import Weighing
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication.models import FollowUp, Publication, Reporting
from abdi.voice.surveys.publication.permissions import units_seen
from abdi.voice.surveys.results import Result

YEARS = 5  # of the trend, as the portals of regencies show it


def periods_seen(user: User) -> QuerySet[SurveyPeriod]:
    """Of the units somebody may see, as `_latest_first`."""
    units, rows = units_seen(user), SurveyPeriod.objects.all()
    return _latest_first(rows if units is None else rows.filter(unit__in=units))


def latest_publication(period: SurveyPeriod) -> Publication | None:
    rows = period.publications.select_related("period__unit", "period__layanan", "published_by")
    return rows.order_by("-version").first()


def published_periods() -> QuerySet[SurveyPeriod]:
    """What the public may open, as `_latest_first`."""
    return _latest_first(SurveyPeriod.objects.exclude(publications=None).distinct())


def _latest_first(rows: QuerySet[SurveyPeriod]) -> QuerySet[SurveyPeriod]:
    """Each with its publications in `published`, the last version first."""
    versions = Prefetch("publications", Publication.objects.order_by("-version"), to_attr="published")
    rows = rows.select_related("unit", "layanan").order_by("-last", "unit__name", "pk")
    return rows.prefetch_related(versions)


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
