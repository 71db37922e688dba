"""What citizens said of that year in the survey: answers that follow how they were served."""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from abdi.demo.building import Region
from abdi.demo.counter import Case, Year
from abdi.demo.region import OFFICES
from abdi.platform.accounts.models import User
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys import actions
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.sheets import Entry, Sheet

SOURCE = "data-contoh/survei"
_ANSWERING = 0.11  # share of citizens who fill in the survey
_CONTENT = 3.45  # the answer of somebody served as expected, on the scale of 1 to 4
_USUAL_WAIT = 12  # minutes
_LATE = 0.5  # what being late costs, in points
_IMPATIENCE = {"waktu": 0.55, "prosedur": 0.25}  # how much of the waiting colours an answer
_MANNERS = {"perilaku": 1.5, "kompetensi": 1.0}  # how much of the officer's manner does
_COMFORT = {"biaya": 0.35, "sarana": -0.15, "pengaduan": -0.1}


def survey_the_year(*, actor: User, found: list[Case], region: Region, year: Year, today: date) -> None:
    """The year's answers, entered as those of a survey held before Abdi, and this half-year's periods."""
    actions.enter(actor=actor, entries=list(_entries(found, region, year)), source=SOURCE)
    first = date(today.year, 1 if today.month <= 6 else 7, 1)
    last = date(today.year, 6, 30) if today.month <= 6 else date(today.year, 12, 31)
    for office in OFFICES:
        if office.services:
            served = sum(case.office is office for case in found) // 2
            actions.open_period(
                actor=actor, unit=region.units[office.code], first=first, last=last, population=served
            )
    actions.release(actor=actor, on=today)


def _entries(found: list[Case], region: Region, year: Year) -> Iterator[Entry]:
    for case in found:
        rng = Random(f"{year.seed}/skm/{case.key}")
        if rng.random() < _ANSWERING:
            mood = rng.gauss(0, 0.3)
            yield Entry(
                key=case.key,
                unit=region.units[case.office.code],
                layanan=region.layanan[case.service.code],
                day=case.finished.date(),
                sheet=Sheet(answers={unsur: _answer(case, unsur, mood, rng) for unsur in UNSUR}),
                channel=Channel.IMPOR,
                employee=case.officer.employee,
            )


def _answer(case: Case, unsur: str, mood: float, rng: Random) -> int:
    longer = math.log(max(case.waited.total_seconds() / 60, 1) / _USUAL_WAIT)
    felt = (
        _CONTENT
        + mood
        + _COMFORT.get(unsur, 0)
        - _IMPATIENCE.get(unsur, 0.1) * max(longer, -1)
        - (0 if case.in_time else _LATE)
        + _MANNERS.get(unsur, 0.4) * case.officer.manner
    )
    return min(4, max(1, round(felt + rng.gauss(0, 0.35))))


def had_cause(case: Case) -> bool:
    """Whoever waited long or was served late has something to complain of."""
    return not case.in_time or case.waited > timedelta(minutes=45)
