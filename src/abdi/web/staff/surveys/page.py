"""What the pages of results show, and finding what an address names."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from abdi.organisation.permissions import can_manage_organisation, can_manage_units
from abdi.platform.accounts.models import User
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.index import Index
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.permissions import can_set_up_surveys
from abdi.voice.surveys.publication import permissions, selectors
from abdi.voice.surveys.publication.enums import Progress
from abdi.voice.surveys.publication.models import FollowUp
from abdi.voice.surveys.results import agency_result, answers_of, officer_rates, results
from abdi.voice.surveys.selectors import instrument_in_use, sample_needed
from abdi.voice.surveys.signs import Sign, is_flagged

MUTU = {"A": "ok", "B": "ok", "C": "warn", "D": "bad"}
PROGRESS = {Progress.RENCANA: "", Progress.BERJALAN: "here", Progress.SELESAI: "ok"}


def find_period(uid: UUID) -> SurveyPeriod:
    return get_object_or_404(SurveyPeriod.objects.select_related("unit", "layanan"), uid=uid)


def find_follow_up(uid: UUID) -> FollowUp:
    return get_object_or_404(FollowUp.objects.select_related("period__unit"), uid=uid)


def list_context(user: User, today: date) -> dict[str, Any]:
    """The year so far, for whoever sees the whole instansi."""
    context = {"may_open": can_manage_units(user), "is_admin": can_manage_organisation(user), "agency": None}
    if permissions.units_seen(user) is not None:
        return context
    weighing = selectors.weighing_in_use()
    units, figure = agency_result(date(today.year, 1, 1), today, weighing)
    return context | {
        "agency": {"units": units, "figure": figure, "weighing": weighing.label, "year": today.year}
    }


def period_context(user: User, period: SurveyPeriod) -> dict[str, Any]:
    result, planned, needed = results(period), list(selectors.plan_of(period)), sample_needed(period)
    proposed = selectors.proposed(result, planned)
    return {
        "period": period,
        "result": result,
        "rows": element_rows(result.index) if result.index else [],
        "tone": MUTU[result.index.mutu] if result.index else "",
        "needed": needed,
        "missing": max(0, needed - result.n),
        "rates": officer_rates(period),
        "plan": [(row, PROGRESS[Progress(row.progress)], unsur_name(row.unsur)) for row in planned],
        "proposed": [unsur_name(key) for key in proposed],
        "publication": selectors.latest_publication(period),
        "may_publish": permissions.can_publish(user, period.unit),
        "may_plan": permissions.can_keep_plan(user, period.unit),
        "may_change": can_set_up_surveys(user, period.unit),
    }


def element_rows(index: Index) -> list[dict[str, Any]]:
    """U1 … U9 as the survey asks them, with what the lowest is."""
    return [
        {
            "code": code,
            "name": unsur_name(one.key),
            "one": one,
            "tone": MUTU[one.mutu],
            "is_lowest": one.key in index.lowest,
        }
        for code, one in index.coded(instrument_in_use().urutan)
    ]


def unsur_name(key: str) -> str:
    return _(UNSUR[key].nama)


def header() -> list[str]:
    names = [unsur_name(key) for key in UNSUR]
    return [_("hari"), _("unit"), _("layanan"), _("kanal"), *names, _("ditandai"), _("tanda")]


def raw_rows(period: SurveyPeriod) -> Iterator[list[object]]:
    """Each released answer with its channel and signs, without the officer: before and after cleansing is told by
    the column "ditandai", and nothing is left out."""
    rows = answers_of(period).select_related("unit", "layanan").order_by("day", "pk")
    for one in rows.iterator():
        signs = [str(Sign(code).label) for code in one.flags]
        yield [
            one.day,
            one.unit,
            one.layanan or "",
            Channel(one.channel).label,
            *(one.answers.get(key, "") for key in UNSUR),
            _("ya") if is_flagged(one.flags) else _("tidak"),
            "; ".join(signs),
        ]
