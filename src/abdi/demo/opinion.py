"""What citizens said of that year: survey answers that follow how they were served, and complaints."""

import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from abdi.demo.building import Region
from abdi.demo.counter import Case, Year
from abdi.facts.types import NewFact
from abdi.organisation.law.answers import evaluate
from abdi.platform.calendar.selectors import working_calendar
from abdi.rules.unsur import UNSUR
from abdi.voice.facts import COMPLAINT_ANSWERED, COMPLAINT_ON_TIME, skm_kind

_ANSWERING = 0.11  # share of citizens who fill in the survey
_CONTENT = 3.45  # the answer of somebody served as expected, on the scale of 1 to 4
_USUAL_WAIT = 12  # minutes
_LATE = 0.5  # what being late costs, in points
_IMPATIENCE = {"waktu": 0.55, "prosedur": 0.25}  # how much of the waiting colours an answer
_MANNERS = {"perilaku": 1.5, "kompetensi": 1.0}  # how much of the officer's manner does
_COMFORT = {"biaya": 0.35, "sarana": -0.15, "pengaduan": -0.1}
_CLASSES = ("sp4n_permintaan_informasi", "sp4n_normatif", "sp4n_tidak_berkadar_pengawasan")
_CHANNELS = ("loket", "aplikasi", "telepon", "surat")


def survey_facts(found: list[Case], region: Region, year: Year) -> Iterator[NewFact]:
    """One fact an element for each response."""
    for case in found:
        rng = Random(f"{year.seed}/skm/{case.key}")
        if rng.random() >= _ANSWERING:
            continue
        mood = rng.gauss(0, 0.3)
        for unsur in UNSUR:
            kind = skm_kind(unsur).code
            yield NewFact(
                kind=kind,
                occurred_at=case.finished,
                unit_id=region.units[case.office.code].pk,
                service_id=region.layanan[case.service.code].pk,
                employee_id=case.officer.employee.pk,
                channel=case.channel,
                case_key=case.key,
                value=float(_answer(case, unsur, mood, rng)),
                source_key=f"{case.key}/{kind}",
            )


def complaint_facts(found: list[Case], region: Region, year: Year) -> Iterator[NewFact]:
    """A few write about anything, more where they waited long or were late; answered by the office's section."""
    for case in found:
        rng = Random(f"{year.seed}/aduan/{case.key}")
        has_cause = not case.in_time or case.waited > timedelta(minutes=45)
        if rng.random() < (0.06 if has_cause else 0.008):
            yield from _complaint(case, region, year, rng)


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


def _complaint(case: Case, region: Region, year: Year, rng: Random) -> Iterator[NewFact]:
    answered = case.finished + timedelta(days=rng.lognormvariate(math.log(3.5), 0.6))
    if answered.date() > year.days[-1]:
        return
    due = evaluate(
        "tenggat",
        on=case.finished.date(),
        input={"jenis": rng.choice(_CLASSES), "mulai": case.finished.isoformat(), "zona": year.zone.key},
        calendar=working_calendar(range(year.days[0].year, year.days[-1].year + 2)),
    )
    told = (
        (COMPLAINT_ANSWERED.code, (answered - case.finished).total_seconds()),
        (COMPLAINT_ON_TIME.code, float(answered <= datetime.fromisoformat(due.value))),
    )
    channel = rng.choice(_CHANNELS)
    for kind, value in told:
        yield NewFact(
            kind=kind,
            occurred_at=answered,
            unit_id=region.units[case.office.code].pk,
            service_id=region.layanan[case.service.code].pk,
            employee_id=_responder(case, region),
            channel=channel,
            case_key=f"ADUAN-{case.key}",
            value=value,
            source_key=f"{case.key}/{kind}",
            rule_version=f"{due.rule}@{due.version}",
        )


def _responder(case: Case, region: Region) -> int:
    post = next(post for post in case.office.posts if post.answers)
    return region.staff[case.office.code, post.name][0].pk
