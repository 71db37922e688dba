"""Which staff a complaint concerns. Nobody whom it names is ever among them."""

from collections.abc import Iterable

from django.db.models import QuerySet

from abdi.organisation.enums import Role
from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import chain_above, heads_of, holders_of, units_above
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.scope import remembered_while_reading
from abdi.voice.complaints.models import Complaint


def persons_named(complaint: Complaint) -> set[int]:
    """Ids of the employees a complaint is about. Asked once a page."""
    rows = complaint.named.values_list("employee", flat=True)
    named = remembered_while_reading(("complaint_names", complaint.pk), lambda: set(rows))
    return named | ({complaint.about_employee_id} if complaint.about_employee_id else set())


def coordinators(complaint: Complaint) -> QuerySet[User]:
    """Those of the unit reported; of the whole instansi alone, where it is about a person or names no unit."""
    unit = None if complaint.is_about_person else complaint.unit_assigned or complaint.unit
    return _trusted(complaint, Role.PENGADUAN, unit)


def inspectors(complaint: Complaint) -> QuerySet[User]:
    return _trusted(complaint, Role.PENGAWAS, complaint.unit_assigned or complaint.unit)


def liaisons(complaint: Complaint) -> QuerySet[User]:
    """Of the unit that has it; for a complaint about a person, the one whom it was given to."""
    if complaint.is_about_person:
        return _accounts(complaint, [complaint.handler_id])
    return _trusted(complaint, Role.PENGHUBUNG, complaint.unit_assigned)


def in_charge(complaint: Complaint) -> QuerySet[User]:
    """Whose turn it is in the agency: the unit's that has it, the coordinator's while none has."""
    return liaisons(complaint) if complaint.unit_assigned_id else coordinators(complaint)


def superiors(complaint: Complaint) -> QuerySet[User]:
    """The handler's superior; without a handler, whoever heads the unit."""
    if complaint.handler is not None:
        return _accounts(complaint, [one.pk for one in chain_above(complaint.handler)[:1]])
    heads = heads_of(filter(None, [complaint.unit_assigned_id]), moments.today())
    return _accounts(complaint, [one.pk for led in heads.values() for one in led])


def examiners_for(complaint: Complaint) -> list[Employee]:
    """Who may examine it (UU 25/2009 Ps 45), nearest first, nobody whom it names: of a complaint about an officer his
    superiors, of one about the unit itself whoever heads the units above it."""
    named = persons_named(complaint)
    if complaint.about_employee is not None:
        return [one for one in chain_above(complaint.about_employee) if one.pk not in named]
    above = units_above(complaint.unit)[1:] if complaint.unit else []
    led = heads_of(above, moments.today())
    return [one for unit in above for one in led.get(unit, []) if one.pk not in named]


def _trusted(complaint: Complaint, role: Role, unit: Unit | None) -> QuerySet[User]:
    return holders_of({role}, unit, moments.today()).exclude(employee__in=persons_named(complaint))


def _accounts(complaint: Complaint, employees: Iterable[int | None]) -> QuerySet[User]:
    wanted = {one for one in employees if one is not None} - persons_named(complaint)
    return User.objects.filter(employee__in=wanted, is_active=True)
