"""A year of periods in one step: the year that is planned for and the quarters that are judged in between."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from abdi.organisation.law.answers import evaluate
from abdi.planning.actions import open_period
from abdi.planning.enums import PeriodKind
from abdi.planning.models import Period
from abdi.planning.permissions import check_can_manage_periods
from abdi.platform.accounts.models import User
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.scope import current_instansi
from abdi.rules import RuleInputError
from abdi.rules.arithmetic import add_months

PLAN_IS_SET, YEAR_IS_JUDGED = "skp_penetapan", "skp_penilaian_tahunan"  # kinds of the rule `tenggat`
MONTHS_IN_QUARTER = 3
NUMBERS = ("I", "II", "III", "IV")
ONE_DAY = timedelta(days=1)


@transaction.atomic
def open_year(*, actor: User, year: int, filing_days: int, assessor_days: int) -> list[Period]:
    """The annual period with the law's deadlines, then its four quarters.

    For a quarter the law sets no day, so the instansi says how many days after its end employees file and
    assessors judge.
    """
    check_can_manage_periods(actor)
    first, last = date(year, 1, 1), date(year, 12, 31)
    annual = open_period(
        actor=actor,
        name=_("Tahun {year}").format(year=year),
        kind=PeriodKind.TAHUNAN,
        start=first,
        end=last,
        filing_deadline=_due(PLAN_IS_SET, first),
        assessor_deadline=_due(YEAR_IS_JUDGED, last),
    )
    return [
        annual,
        *(_open_quarter(actor, annual, at, filing_days, assessor_days) for at in range(len(NUMBERS))),
    ]


def _open_quarter(actor: User, annual: Period, at: int, filing_days: int, assessor_days: int) -> Period:
    start = add_months(annual.start, at * MONTHS_IN_QUARTER)
    end = add_months(start, MONTHS_IN_QUARTER) - ONE_DAY
    return open_period(
        actor=actor,
        name=_("Triwulan {number} {year}").format(number=NUMBERS[at], year=annual.start.year),
        kind=PeriodKind.TRIWULANAN,
        start=start,
        end=end,
        filing_deadline=end + filing_days * ONE_DAY,
        assessor_deadline=end + assessor_days * ONE_DAY,
    )


def _due(jenis: str, since: date) -> date:
    """The day on which the law lets it fall due, seen from `since`."""
    about = {"jenis": jenis, "mulai": since.isoformat(), "zona": current_instansi().timezone}
    try:
        due = evaluate("tenggat", on=since, input=about).value
    except RuleInputError as error:
        raise InputRefused(str(error), field="year") from error
    return datetime.fromisoformat(due).date()
