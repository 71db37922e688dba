"""One visit, and the permohonan it opens. Published through `actions`."""

from django.utils import timezone
from django.utils.crypto import get_random_string

from abdi.organisation.models import Layanan, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import write
from abdi.platform.verification.codes import ALPHABET, LENGTH
from abdi.services.queue.models import Ticket
from abdi.services.requests import permissions, policies
from abdi.services.requests.models import CitizenVisit, Document, Permohonan
from abdi.services.requests.steps import begin
from abdi.services.requests.timing import due_of
from abdi.services.standards.models import Standar
from abdi.services.standards.selectors import standar_of


@action
def open_visit(
    *, actor: User, unit: Unit, layanan: list[Layanan], name: str = "", ticket: Ticket | None = None
) -> CitizenVisit:
    """What one person came for, one permohonan a service, each at the unit that serves it.

    `unit` receives him. Each permohonan is judged by the standar in force today and asks for its requirements.
    Raises InputRefused (no service, one twice, one no longer offered, a ticket of another unit, a name too long).
    """
    permissions.check_can_open_visit(actor, unit)
    today = timezone.localdate(moments.now())
    policies.check_services(layanan, today)
    policies.check_name(name)
    policies.check_ticket_of(ticket, unit)
    visit = CitizenVisit(unit=unit, opened_at=moments.now(), name=name.strip(), opened_by=actor)
    visit.code = get_random_string(LENGTH, ALPHABET)
    write(visit)
    standar = standar_of(layanan, today)
    for number, one in enumerate(layanan, start=1):
        _file(visit, number, one, standar.get(one.pk), ticket)
    told = {"layanan": [one.code for one in layanan], "units": sorted({one.unit.code for one in layanan})}
    record(actor=actor, tag="requests:visit:open", subject=visit, data=told)
    return visit


def _file(
    visit: CitizenVisit, number: int, layanan: Layanan, standar: Standar | None, ticket: Ticket | None
) -> Permohonan:
    """The requirements are copied: a later version of the standar asks nothing more of who filed before it."""
    filed = Permohonan(visit=visit, number=number, layanan=layanan, unit=layanan.unit, standar=standar)
    filed.ticket, filed.filed_at = ticket, visit.opened_at
    filed.due_at = due_of(filed, (), visit.opened_at)
    write(filed)
    begin(filed, visit.opened_by)
    for place, asked in enumerate(standar.requirements if standar else (), start=1):
        paper = Document(permohonan=filed, number=place)
        paper.text, paper.is_required = asked["text"][:300], asked["is_required"]
        write(paper)
    return filed
