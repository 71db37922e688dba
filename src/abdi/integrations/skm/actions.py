"""Leading the answers of a survey held elsewhere into ours: the same rows, the same batches, the same facts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from django.utils import timezone

from abdi.integrations.places import Places, ensure_places
from abdi.integrations.skm.responses import Response
from abdi.organisation.actions import ensure_layanan
from abdi.organisation.models import Employee, Layanan, Unit
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.voice.surveys.actions import enter, release
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.permissions import can_release
from abdi.voice.surveys.sheets import Entry, Sheet
from abdi.voice.surveys.signs import Sign


@dataclass(frozen=True, slots=True)
class Tally:
    """Responses, not answers. `released`: those that may be seen now; the rest waits until five are alike."""

    recorded: int
    skipped: int
    released: int


@action
def record_responses(
    *, actor: User, responses: Sequence[Response], signs: Sequence[Sequence[Sign]], layanan_code: str
) -> Tally:
    """Record every response in the current instansi with its signs; one that is known already adds nothing."""
    check_can_manage_organisation(actor)
    desks = Counter((response.officer, response.unit) for response in responses)
    places = ensure_places(actor, desks, layanan_code)
    entries = list(_entries(actor, responses, signs, places))
    recorded = enter(actor=actor, entries=entries, source=f"skm:{places.layanan.code}")
    released = release(actor=actor, on=timezone.localdate()) if recorded and can_release(actor) else 0
    tally = Tally(recorded, len(responses) - recorded, released)
    record(actor=actor, tag="integrations:skm:import", subject=places.layanan, data=asdict(tally))
    return tally


def _entries(
    actor: User, responses: Sequence[Response], signs: Sequence[Sequence[Sign]], places: Places
) -> Iterator[Entry]:
    people = Employee.objects.in_bulk([*places.employee_ids.values()])
    layanan = {places.layanan.unit_id: places.layanan}
    for response, borne in zip(responses, signs, strict=True):
        if not response.answers:
            continue
        unit = places.units[response.unit] if response.unit else places.layanan.unit
        if unit.pk not in layanan:
            layanan[unit.pk] = _of_another_unit(actor, places.layanan, unit)
        yield Entry(
            # some surveys number their responses anew each period
            key=f"{response.key}/{response.at.isoformat()}",
            unit=unit,
            layanan=layanan[unit.pk],
            day=timezone.localdate(response.at),
            sheet=Sheet(answers=response.answers),
            channel=Channel(response.channel) if response.channel in Channel else Channel.IMPOR,
            employee=people.get(places.employee_id(response.officer) or 0),
            flags=tuple(map(str, borne)),
        )


def _of_another_unit(actor: User, layanan: Layanan, unit: Unit) -> Layanan:
    """A service is one unit's; where a file asks about it at several, each has its own under the same name."""
    return ensure_layanan(actor=actor, code=f"{layanan.code}-{unit.code}", unit=unit, name=layanan.name)
