"""Leading complaints that were handled elsewhere into ours."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils.text import slugify

from abdi.integrations.complaint_table.rows import Arrived
from abdi.integrations.complaint_table.states import is_further
from abdi.integrations.figures.lookup import portions
from abdi.organisation.actions import ensure_unit
from abdi.organisation.models import Unit
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.tenancy.scope import current_instansi
from abdi.voice.complaints.actions import ensure_category, file_complaint, record_past
from abdi.voice.complaints.enums import Channel, Kind
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.types import Place

LONGEST_CODE = 50


@dataclass
class Tally:
    """`moved`: known before, and further on in this file than here."""

    recorded: int = 0
    moved: int = 0
    skipped: int = 0


@action
def record_complaints(*, actor: User, source: str, complaints: Sequence[Arrived]) -> Tally:
    """File what is new as it was received there, in the state it has there; all of them or none.

    A complaint is known by (`source`, its key there): a second reading adds nothing, and takes on what moved on since.
    """
    check_can_manage_organisation(actor)
    tally, places, known_here = Tally(), _Places(actor), _known(source, complaints)
    for one in complaints:
        known = known_here.get(one.key)
        here = known_here[one.key] = known or _file(actor, source, one, places)
        is_moved = is_further(one.status, here.status)
        if is_moved:
            record_past(
                actor=actor,
                complaint=here,
                status=one.status,
                at=one.status_at or one.received_at,
                answer=one.answer,
                attrs=_origin(one),
            )
        tally.recorded += known is None
        tally.moved += known is not None and is_moved
        tally.skipped += known is not None and not is_moved
    record(
        actor=actor,
        tag="integrations:complaints:import",
        subject=current_instansi(),
        data={"source": source, **asdict(tally)},
    )
    return tally


def _known(source: str, complaints: Sequence[Arrived]) -> dict[str, Complaint]:
    """Key there → complaint here."""
    rows = Complaint.objects.filter(source=source)
    return {
        one.source_key: one
        for keys in portions([one.key for one in complaints])
        for one in rows.filter(source_key__in=keys)
    }


class _Places:
    """The units and categories that a file names, found or made once."""

    def __init__(self, actor: User) -> None:
        self._actor = actor
        self._units: dict[str, Unit] = {}
        self._categories: dict[str, Category] = {}

    def unit(self, code: str) -> Unit | None:
        if code and code not in self._units:
            self._units[code] = ensure_unit(actor=self._actor, code=code)
        return self._units.get(code)

    def category(self, name: str) -> Category | None:
        if name and name not in self._categories:
            code = slugify(name)[:LONGEST_CODE] or name[:LONGEST_CODE]
            self._categories[name] = ensure_category(actor=self._actor, code=code, name=name)
        return self._categories.get(name)


def _file(actor: User, source: str, one: Arrived, places: _Places) -> Complaint:
    place = Place(one.lat, one.lon, one.address) if one.lat is not None or one.address else None
    return file_complaint(
        actor=actor,
        kind=Kind.PENGADUAN,
        title=one.title,
        text=one.text,
        category=places.category(one.category),
        unit=places.unit(one.unit),
        place=place,
        channel=Channel.IMPOR,
        source=source,
        source_key=one.key,
        received_at=one.received_at,
        attrs=_origin(one),
    )


def _origin(one: Arrived) -> dict[str, dict[str, str]]:
    return {"asal": {"status": one.said, "kanal": one.channel}}
