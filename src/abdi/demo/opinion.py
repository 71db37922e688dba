"""What citizens said of that year in the survey, following how they were served, and what Budi made of it."""

import math
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from abdi.demo.accounts import account_of
from abdi.demo.building import Region
from abdi.demo.counter import Case, Year
from abdi.demo.region import OFFICES
from abdi.organisation.models import Unit
from abdi.platform.accounts.models import User
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys import actions
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication import actions as publication
from abdi.voice.surveys.publication.enums import Progress
from abdi.voice.surveys.sheets import Entry, Sheet

SOURCE = "data-contoh/survei"
_ANSWERING = 0.11  # share of citizens who fill in the survey
_CONTENT = 3.45  # the answer of somebody served as expected, on the scale of 1 to 4
_USUAL_WAIT = 12  # minutes
_LATE = 0.5  # what being late costs, in points
_IMPATIENCE = {"waktu": 0.55, "prosedur": 0.25}  # how much of the waiting colours an answer
_MANNERS = {"perilaku": 1.5, "kompetensi": 1.0}  # how much of the officer's manner does
_PUBLISHED = ("KEC-MAWAR", "KEL-MELATI")
_STEPS = {
    "waktu": "Membuka loket kedua pada pukul 8 sampai 10, saat antrean paling panjang.",
    "sarana": "Menambah kursi tunggu dan satu meja bagi pengguna kursi roda.",
    "prosedur": "Memasang alur dan syarat setiap layanan di pintu masuk.",
}
_USUAL_STEP = "Membahas penyebabnya bersama petugas dan warga, lalu mengubah cara kerja."
_COMFORT = {"biaya": 0.35, "sarana": -0.15, "pengaduan": -0.1}


def survey_the_year(*, actor: User, found: list[Case], region: Region, year: Year, today: date) -> None:
    """The year's answers, entered as those of a survey held before Abdi, and the periods they are counted in."""
    actions.enter(actor=actor, entries=list(_entries(found, region, year)), source=SOURCE)
    served = Counter(case.office.code for case in found)
    this, last = _half_year(today), _half_year(_half_year(today)[0] - timedelta(days=1))
    for office in OFFICES:
        if office.services:
            _open(actor, region.units[office.code], this, served[office.code] // 2)
    ended = [_open(actor, region.units[code], last, served[code] // 2) for code in _PUBLISHED]
    actions.release(actor=actor, on=today)
    for period in ended:
        _publish(period, region, this[1])


def _half_year(day: date) -> tuple[date, date]:
    first_half = date(day.year, 1, 1), date(day.year, 6, 30)
    return first_half if day.month <= 6 else (date(day.year, 7, 1), date(day.year, 12, 31))


def _open(actor: User, unit: Unit, days: tuple[date, date], served: int) -> SurveyPeriod:
    return actions.open_period(actor=actor, unit=unit, first=days[0], last=days[1], population=served)


def _publish(period: SurveyPeriod, region: Region, until: date) -> None:
    """Budi leads both offices; what was lowest is what they take up."""
    budi = account_of(region.cast["budi"])
    made = publication.publish(actor=budi, period=period)
    for unsur in made.content["terendah"]:
        step = publication.plan(
            actor=budi,
            period=period,
            unsur=unsur,
            action=_STEPS.get(unsur, _USUAL_STEP),
            year=until.year,
            quarter=until.month // 3,
            responsible="Kepala Seksi Pelayanan",
        )
        publication.tell_progress(
            actor=budi, follow_up=step, progress=Progress.BERJALAN, note="Sudah dicoba sejak bulan lalu."
        )


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
