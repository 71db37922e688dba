"""What is asked, and when it is counted together. Published through `actions`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from abdi.organisation.models import Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.surveys import permissions, policies
from abdi.voice.surveys.enums import Urutan
from abdi.voice.surveys.models import Instrument, SurveyPeriod
from abdi.voice.surveys.selectors import instrument_in_use


@dataclass(frozen=True, slots=True)
class InstrumentSettings:
    """`questions`: own ones besides the nine, [{text, options: [words…]}, …]; `office_networks`: as 10.20.0.0/16."""

    name: str
    urutan: Urutan = Urutan.LAMPIRAN
    answer_days: int = 7
    rest_days: int = 14
    questions: Sequence[Mapping[str, Any]] = ()
    office_networks: Sequence[str] = field(default_factory=tuple)


@action
def change_instrument(*, actor: User, settings: InstrumentSettings) -> Instrument:
    """From the next answer on. A question keeps its key while its words and options stay, so old answers keep meaning.

    Raises InputRefused.
    """
    permissions.check_can_set_up_surveys(actor)
    policies.check_questions(settings.questions)
    policies.check_networks(settings.office_networks)
    instrument = hold(kept_instrument())
    instrument.name, instrument.urutan = settings.name.strip(), settings.urutan
    instrument.answer_days, instrument.rest_days = settings.answer_days, settings.rest_days
    instrument.questions = _keyed(settings.questions, instrument.questions)
    instrument.office_networks = list(settings.office_networks)
    write(instrument)
    told = {"urutan": settings.urutan, "questions": [one["text"] for one in instrument.questions]}
    record(actor=actor, tag="surveys:instrument:change", subject=instrument, data=told)
    return instrument


@action
def open_period(
    *, actor: User, unit: Unit, first: date, last: date, population: int, layanan: Layanan | None = None
) -> SurveyPeriod:
    """Raises InputRefused (days in disorder, overlapping, a service of another unit, no population)."""
    permissions.check_can_set_up_surveys(actor, unit)
    period = SurveyPeriod(unit=unit, layanan=layanan, first=first, last=last, population=population)
    return _write_period(actor, period, "open")


@action
def change_period(
    *, actor: User, period: SurveyPeriod, first: date, last: date, population: int
) -> SurveyPeriod:
    hold(period, "unit", "layanan")
    permissions.check_can_set_up_surveys(actor, period.unit)
    period.first, period.last, period.population = first, last, population
    return _write_period(actor, period, "change")


def kept_instrument() -> Instrument:
    """The row of the one in use; the first who needs it writes it as the law has it."""
    found, _is_new = Instrument.objects.get_or_create(defaults={"name": instrument_in_use().name})
    return found


def _write_period(actor: User, period: SurveyPeriod, verb: str) -> SurveyPeriod:
    policies.check_period_is_alone(period)
    write(period)
    told = {"unit": period.unit.code, "first": period.first, "last": period.last, "n": period.population}
    record(actor=actor, tag=f"surveys:period:{verb}", subject=period, data=told)
    return period


def _keyed(asked: Sequence[Mapping[str, Any]], known: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    keys = {(one["text"], tuple(one["options"])): one["key"] for one in known}
    free = (f"p{number}" for number in range(1, 10_000) if f"p{number}" not in keys.values())
    return [
        {
            "key": keys.get((one["text"], tuple(one["options"]))) or next(free),
            "text": one["text"],
            "options": list(one["options"]),
        }
        for one in asked
    ]
