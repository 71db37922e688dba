"""The verbs of work in the field. Order in each: permit, policy, change, audit, fact, notify."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.activity.visits import permissions, policies
from abdi.activity.visits.enums import VisitKind, VisitStatus
from abdi.activity.visits.facts import SOURCE, arrival_facts, missed_facts
from abdi.activity.visits.geo import Point
from abdi.activity.visits.models import PlannedVisit
from abdi.activity.visits.rounds import Stop
from abdi.activity.visits.selectors import uncounted
from abdi.activity.visits.workflow import VISIT
from abdi.facts.actions import record_facts
from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import assessor_of, employee_of, placement_of
from abdi.organisation.telling import tell
from abdi.planning.models import Rhk
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import JPEG
from abdi.platform.files.metadata import without_metadata
from abdi.platform.files.models import StoredFile
from abdi.platform.locking import hold
from abdi.platform.validation import write

PHOTO = "visits.photo"
_AT_ONCE = 1_000


@action
def plan_round(
    *,
    actor: User,
    employee: Employee,
    stops: Sequence[Stop],
    day: date,
    opens: time,
    closes: time,
    purpose: str,
    kind: VisitKind = VisitKind.LAINNYA,
    rhk: Rhk | None = None,
) -> list[PlannedVisit]:
    """Places to be at within one window of time, all of them or none; the employee is told once.

    Raises InputRefused for a day gone by, no unit, or a visit planned already.
    """
    permissions.check_can_plan_visit(actor, employee)
    policies.check_number_of_points(len(stops))
    policies.check_day_to_come(day)
    policies.check_rhk_of(rhk, employee)
    unit = _unit_of(employee, day)
    shared = {"day": day, "opens": opens, "closes": closes, "purpose": purpose, "kind": kind, "rhk": rhk}
    visits = [
        write(PlannedVisit(employee=employee, unit=unit, planned_by=actor, **stop.fields(), **shared))
        for stop in stops
    ]
    plan = {"day": day, "opens": opens, "closes": closes, "places": [visit.place for visit in visits]}
    record(actor=actor, tag="visits:round:plan", subject=employee, data=plan)
    if actor != employee.user:
        _tell(employee, _("Kunjungan baru untuk Anda"), f"{purpose}, {day:%d-%m-%Y}", visits[0])
    return visits


@action
def check_in(
    *,
    actor: User,
    visit: PlannedVisit,
    at: datetime,
    client_id: UUID,
    position: Point | None = None,
    photo: "File[bytes] | None" = None,
) -> PlannedVisit:
    """The employee is there, at `at` by his device. Far or late is recorded as it is, and never refused.

    `client_id` names the tap: sent again after a lost connection, it changes nothing. Raises InputRefused (a
    clock ahead, a photo that is no JPEG) and PolicyRefused (before its day, or arrived or cancelled already).
    """
    hold(visit)
    permissions.check_can_check_in(actor, visit)
    if visit.client_id == client_id:
        record(actor=actor, tag="visits:visit:check_in_again", subject=visit)
        return visit
    policies.check_arrival(visit, at)
    visit.status, visit.client_id = VisitStatus.DIKUNJUNGI, client_id
    visit.visited_at, visit.received_at = at, timezone.now()
    visit.counted_at = visit.received_at
    visit.in_time = policies.is_in_time(visit, at)
    visit.place_found, visit.distance = policies.place_of(visit, position)
    if position:
        visit.found_latitude, visit.found_longitude = position.latitude, position.longitude
    visit.photo = _keep(actor, photo) if photo else None
    write(visit)
    found = {"at": at, "in_time": visit.in_time, "place": visit.place_found, "distance": visit.distance}
    record(actor=actor, tag=VISIT["check_in"].tag, subject=visit, data=found)
    record_facts(actor=actor, facts=arrival_facts(visit, at), source=SOURCE)
    return visit


@action
def cancel_visit(*, actor: User, visit: PlannedVisit, reason: str) -> PlannedVisit:
    """It is no longer expected, and leaves no fact. The assessor hears of it, or the employee, whoever did not."""
    hold(visit)
    permissions.check_can_cancel_visit(actor, visit)
    policies.check_cancellable(visit)
    if not reason.strip():
        raise InputRefused(_("Tulis alasan pembatalan, supaya atasan dan pegawai tahu."), field="reason")
    visit.status, visit.cancel_reason = VisitStatus.DIBATALKAN, reason.strip()
    write(visit)
    record(actor=actor, tag=VISIT["cancel"].tag, subject=visit, data={"reason": visit.cancel_reason})
    is_own = employee_of(actor) == visit.employee
    told = assessor_of(visit.employee) if is_own else visit.employee
    if told:
        _tell(told, _("Kunjungan %s dibatalkan") % visit.employee, f"{visit}: {visit.cancel_reason}", visit)
    return visit


@action
def count_missed(*, actor: User) -> int:
    """Tell the ledger of the visits whose day went by without an arrival; returns how many. At most a thousand."""
    permissions.check_can_count_visits(actor)
    missed = list(uncounted(timezone.localdate()).select_for_update(of=("self",))[:_AT_ONCE])
    record_facts(actor=actor, facts=missed_facts(missed), source=SOURCE)
    ids = [visit.pk for visit in missed]
    PlannedVisit.objects.filter(pk__in=ids).update(counted_at=timezone.now())
    return len(missed)


def _unit_of(employee: Employee, day: date) -> Unit:
    placement = placement_of(employee, day)
    if placement is None:
        raise InputRefused(
            _("%s belum ditempatkan di unit kerja pada hari itu; minta admin melengkapinya.") % employee
        )
    return placement.position.unit


def _keep(actor: User, photo: "File[bytes]") -> StoredFile:
    """The picture alone: a photo tells where its owner's telephone was, and which it is."""
    content = without_metadata(photo)
    return store_file(
        actor=actor, content=content, name=photo.name or "foto.jpg", purpose=PHOTO, accept=[JPEG]
    )


def _tell(employee: Employee, title: str, body: str, visit: PlannedVisit) -> None:
    tell(employee, kind="visits:visit", title=title, body=body, url=f"/kerja/kunjungan/{visit.uid}/")
