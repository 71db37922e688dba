"""Where an officer sits, where he may sit, and the number that an address names."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.selectors import units_trusted
from abdi.platform.accounts.models import User
from abdi.platform.errors import PermissionRefused
from abdi.services.queue.models import Counter, Session, Ticket

SERVES = {Role.PETUGAS, Role.ADMIN}


def session_or_none(user: User) -> Session | None:
    """The counter this person sits at now, on whatever device he opened it."""
    mine = Session.objects.filter(ended_at=None, employee__user=user)
    return mine.select_related("counter__unit", "employee__user").first()


def session_of(user: User) -> Session:
    session = session_or_none(user)
    if session is None:
        raise PermissionRefused(_("Anda belum duduk di loket; buka halaman Loket dan pilih satu."))
    return session


def free_counters(user: User) -> Sequence[Counter]:
    """Those in use, of the units this person serves at, where nobody sits."""
    taken = Session.objects.filter(ended_at=None, counter=OuterRef("pk"))
    found = Counter.objects.filter(~Exists(taken), is_active=True).select_related("unit")
    units = None if user.is_operator else units_trusted(user, SERVES)
    return list(found if units is None else found.filter(unit__in=units))


def ticket_named(uid: UUID) -> Ticket:
    rows = Ticket.objects.select_related("pool__unit", "layanan", "session__employee", "session__counter")
    return get_object_or_404(rows, uid=uid)
