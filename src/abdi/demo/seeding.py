"""The whole demo in order: everything or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from abdi.demo.areas import draw_areas
from abdi.demo.building import Region, build
from abdi.demo.consultation import hear_the_public
from abdi.demo.counter import Year, cases, counter_facts
from abdi.demo.dialogue import talk_together
from abdi.demo.errands import run_errands
from abdi.demo.field import go_outside
from abdi.demo.grievances import complain_through_the_year, complain_today
from abdi.demo.judging import lead_plans
from abdi.demo.matrix import divide_roles
from abdi.demo.objection import hand_over_and_dispute
from abdi.demo.opinion import survey_the_year
from abdi.demo.papers import issue_papers
from abdi.demo.participation import take_part
from abdi.demo.periods import open_periods
from abdi.demo.progress import tell_progress
from abdi.demo.region import CODE, NAME, PLACE
from abdi.demo.serving import open_counters
from abdi.demo.yearly import live_the_year
from abdi.facts.actions import record_facts
from abdi.facts.sealing import seal_ledger
from abdi.facts.selectors import count_current
from abdi.measurement.actions import refresh_values
from abdi.measurement.catalogue import catalogue
from abdi.measurement.types import Window
from abdi.platform.accounts.models import User
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.errors import PolicyRefused
from abdi.platform.instansi.actions import open_instansi
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope

SEED = 2026
_ONE_YEAR, _ONE_DAY = timedelta(days=365), timedelta(days=1)
_SINCE_IMPROVED = timedelta(days=130)
_EMPLOYED_FOR = 3  # years

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Seeded:
    """What was brought about."""

    instansi: str
    employees: int
    facts: int
    plans: int


def check_can_seed() -> None:
    """Its passwords are public: only into an installation meant for it, and never beside real data."""
    if not settings.ABDI_DEMO:
        raise PolicyRefused("Data contoh memakai kata sandi yang diketahui umum; jalankan lewat script/demo.")
    if real := Instansi.objects.filter(is_example=False).first():
        raise PolicyRefused(
            f"Pemasangan ini memuat {real}, yang bukan contoh; data contoh hanya boleh di pemasangan tersendiri."
        )
    if Instansi.objects.exists():
        raise PolicyRefused("Data contoh sudah ada; untuk mulai dari awal jalankan script/demo --reset.")


def seed(*, actor: User, today: date, say: Say = str) -> Seeded:
    """Fill an empty installation with the region and the year before `today`. Raises PolicyRefused."""
    check_can_seed()
    with transaction.atomic():
        instansi = open_instansi(actor=actor, code=CODE, name=NAME, place=PLACE, is_example=True)
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            return _fill(actor, instansi, today, say)


def _fill(actor: User, instansi: Instansi, today: date, say: Say) -> Seeded:
    say("unit, jabatan, dan pegawai")
    since = date(today.year - _EMPLOYED_FOR, 1, 1)
    region = build(actor=actor, since=since)
    draw_areas(actor=actor, since=since)
    open_counters(actor=actor, region=region, since=since)
    say("setahun catatan layanan")
    _record(actor, region, _year(instansi, today), today)
    seal_ledger(actor=actor, up_to=None)  # a sealed year is read in a moment, by us and by every page
    say("SKP, penilaian, dan predikat")
    plans = lead_plans(actor=actor, region=region, calendar=open_periods(actor=actor, today=today))
    divide_roles(actor=actor, region=region, plans=plans)
    hand_over_and_dispute(region=region)
    live_the_year(actor=actor, region=region, plans=plans, today=today)
    tell_progress(actor=actor, region=region, plans=plans, today=today)
    talk_together(actor=actor, region=region, plans=plans)
    go_outside(region=region, today=today)
    issue_papers(plans.values())
    run_errands(region=region)
    complain_today(region=region)
    take_part(region=region, today=today)
    hear_the_public(region=region, today=today)
    say("nilai terukur")
    _refresh(actor, today)
    return Seeded(instansi.code, len(region.people()), count_current(), len(plans))


def _year(instansi: Instansi, today: date) -> Year:
    """The working days of the year that ended yesterday."""
    calendar = working_calendar(range(today.year - 1, today.year + 1))
    days = (today - _ONE_YEAR + number * _ONE_DAY for number in range(_ONE_YEAR.days))
    return Year(
        days=tuple(day for day in days if calendar.is_working_day(day)),
        improved_on=today - _SINCE_IMPROVED,
        zone=ZoneInfo(instansi.timezone),
        seed=SEED,
    )


def _record(actor: User, region: Region, year: Year, today: date) -> None:
    """What happened at the counters, and what people said of it."""
    found = list(cases(region, year))
    told = sorted(counter_facts(found, region), key=lambda fact: fact.occurred_at)
    record_facts(actor=actor, facts=told, source="data-contoh/loket")
    survey_the_year(actor=actor, found=found, region=region, year=year, today=today)
    complain_through_the_year(actor=actor, found=found, region=region, year=year)


def _refresh(actor: User, today: date) -> None:
    """What pages read: the year as a whole for everybody, and each office month by month."""
    window = Window(today - _ONE_YEAR, today - _ONE_DAY)
    for per in ("unit", "layanan", "petugas"):
        refresh_values(actor=actor, metrics=list(catalogue()), per=per, window=window)
    refresh_values(actor=actor, metrics=list(catalogue()), per="unit", window=window, by_month=True)
