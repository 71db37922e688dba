"""A plausible year at the counters: who came, how long they waited, who served them and how fast."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from abdi.demo.building import Region
from abdi.demo.region import OFFICES, Office, Service
from abdi.facts.types import NewFact
from abdi.integrations.eventlog.working_time import working_time
from abdi.organisation.models import Employee
from abdi.services.facts import COMPLETED, COMPLETED_WORKING, ON_TIME, QUEUE_SERVICE, QUEUE_WAIT

# share of a day's visitors by hour: the morning is full, the lunch break empty
_HOURS = {8: 22, 9: 26, 10: 20, 11: 12, 13: 12, 14: 8}
_CROWDED = {8: 1.25, 9: 1.6, 10: 1.35}  # how much longer one waits then
_WEEKDAYS = (1.25, 1.05, 1.0, 0.95, 0.8)
_SEASONS = {1: 1.15, 6: 1.25, 7: 1.3, 12: 0.85}  # new year, school enrolment, year's end
_ONLINE = 0.12  # share of cases filed online
_PACES = {"joko": 1.4, "yudi": 1.25, "rina": 0.88}  # 1 is the average; Joko is slow
_MANNERS = {"joko": -0.2, "rina": 0.2}  # felt by citizens, in points of a survey answer


@dataclass(frozen=True, slots=True)
class Officer:
    employee: Employee
    pace: float
    manner: float


@dataclass(frozen=True, slots=True)
class Case:
    """One citizen's errand from the queue to its end. Moments are aware."""

    key: str
    office: Office
    service: Service
    officer: Officer
    channel: str
    waited: timedelta
    called: datetime
    left: datetime
    finished: datetime
    in_time: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The working days to fill, in order, and the day from which an improvement shows."""

    days: tuple[date, ...]
    improved_on: date
    zone: ZoneInfo
    seed: int

    def moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone)


def cases(region: Region, year: Year) -> Iterator[Case]:
    """Every case that was finished within the year, office by office, day by day."""
    for office in OFFICES:
        officers = _officers(office, region)
        for number, day in enumerate(year.days):
            rng = Random(f"{year.seed}/{office.code}/{day}")
            for service in office.services:
                for visit in range(_visitors(service, day, rng)):
                    case = _case(
                        f"{service.code}-{day:%y%m%d}-{visit}", office, service, year, number, rng, officers
                    )
                    if case:
                        yield case


def counter_facts(found: list[Case], region: Region) -> Iterator[NewFact]:
    """What the queue machine and the desk told, in the order of events of each case."""
    for case in found:
        spent = (case.left - case.called).total_seconds()
        opened = case.called if case.service.days == 0 else case.called - case.waited
        worked = working_time(opened, case.finished)
        if case.channel == "loket":
            yield _fact(case, region, QUEUE_WAIT.code, case.called, case.waited.total_seconds())
            yield _fact(case, region, QUEUE_SERVICE.code, case.left, spent)
        yield _fact(case, region, COMPLETED.code, case.finished, (case.finished - opened).total_seconds())
        if worked:
            yield _fact(
                case, region, COMPLETED_WORKING.code, case.finished, worked.seconds, worked.rule_version
            )
        yield _fact(case, region, ON_TIME.code, case.finished, float(case.in_time))


def _fact(case: Case, region: Region, kind: str, at: datetime, value: float, version: str = "") -> NewFact:
    return NewFact(
        kind=kind,
        occurred_at=at,
        unit_id=region.units[case.office.code].pk,
        service_id=region.layanan[case.service.code].pk,
        employee_id=case.officer.employee.pk,
        channel=case.channel,
        case_key=case.key,
        value=value,
        source_key=f"{case.key}/{kind}",
        rule_version=version,
    )


def _officers(office: Office, region: Region) -> list[Officer]:
    names = {person.pk: username for username, person in region.cast.items()}
    return [
        Officer(
            person,
            pace=_PACES.get(names.get(person.pk, ""), 0.92 + person.pk % 5 * 0.04),
            manner=_MANNERS.get(names.get(person.pk, ""), 0.0),
        )
        for post in office.posts
        if post.serves
        for person in region.staff[office.code, post.name]
    ]


def _visitors(service: Service, day: date, rng: Random) -> int:
    expected = service.visits * _WEEKDAYS[day.weekday()] * _SEASONS.get(day.month, 1.0)
    return int(expected * rng.uniform(0.7, 1.3) + rng.random())


def _case(
    key: str, office: Office, service: Service, year: Year, number: int, rng: Random, officers: list[Officer]
) -> Case | None:
    """None when the case would end after the year does."""
    day, officer = year.days[number], rng.choice(officers)
    hour = rng.choices(list(_HOURS), list(_HOURS.values()))[0]
    arrived = year.moment(day, time(hour, rng.randrange(60), rng.randrange(60)))
    waited = _waited(office, hour, rng, is_improved=day >= year.improved_on)
    spent = timedelta(minutes=rng.lognormvariate(math.log(service.minutes * 0.62), 0.33) * officer.pace)
    left = arrived + waited + spent
    took = int(rng.lognormvariate(math.log(service.days * 0.8 * officer.pace), 0.45)) if service.days else 0
    if number + took >= len(year.days):
        return None
    return Case(
        key=key,
        office=office,
        service=service,
        officer=officer,
        channel="daring" if rng.random() < _ONLINE else "loket",
        waited=waited,
        called=arrived + waited,
        left=left,
        finished=_finished(year, number, took, left, service, rng),
        in_time=took <= service.days if service.days else spent <= timedelta(minutes=service.minutes),
    )


def _waited(office: Office, hour: int, rng: Random, *, is_improved: bool) -> timedelta:
    median = office.wait * _CROWDED.get(hour, 0.8) * (office.improved if is_improved else 1)
    return timedelta(minutes=rng.lognormvariate(math.log(median), 0.5))


def _finished(year: Year, number: int, took: int, left: datetime, service: Service, rng: Random) -> datetime:
    """While one waits; later that day; or at some hour of the working day it took until."""
    if service.days == 0:
        return left
    if took == 0:
        return left + timedelta(minutes=rng.uniform(10, 45))
    return year.moment(year.days[number + took], time(rng.randrange(8, 15), rng.randrange(60)))
