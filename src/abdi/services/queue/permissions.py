"""Who may do what in a queue. A citizen without account acts as `public_user`, with a code nobody can guess."""

from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.permissions import can_manage_organisation
from abdi.organisation.selectors import has_any_role, units_led
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.services.queue.enums import Channel
from abdi.services.queue.models import Session, Ticket

_SERVES = {Role.PETUGAS, Role.ADMIN}


def check_can_set_up_queue(user: User, unit: Unit) -> None:
    """Lines, counters and boards: the admin of the unit or of one above it."""
    if not can_manage_organisation(user, unit):
        raise PermissionRefused(
            _("Antrean, loket, dan papan diatur oleh admin %s atau unit di atasnya.") % unit
        )


def check_can_serve(user: User, unit: Unit) -> None:
    """A petugas loket or an admin, of the unit or of one above it."""
    if not (user.is_operator or has_any_role(user, _SERVES, unit)):
        raise PermissionRefused(
            _("Anda belum menjadi petugas loket %s; minta admin unit memberikan peran itu.") % unit
        )


def check_can_follow_queue(user: User, unit: Unit) -> None:
    """The day's running list: who serves there, and who leads the unit."""
    if unit.pk not in units_led(user):
        check_can_serve(user, unit)


def check_can_issue_ticket(user: User, unit: Unit, channel: str) -> None:
    """From afar and at a kiosk anybody; at the desk an officer enters it."""
    if user.is_public and channel != Channel.PETUGAS:
        return
    check_can_serve(user, unit)


def check_can_use_session(user: User, session: Session) -> None:
    """Calling, pausing, closing: each officer at his own counter only, so that every number has one name to it."""
    if session.employee.user_id != user.pk:
        raise PermissionRefused(
            _("%(counter)s sedang dipakai %(officer)s; hanya petugasnya yang dapat memakainya.")
            % {"counter": session.counter, "officer": session.employee}
        )


def check_can_handle_ticket(user: User, ticket: Ticket) -> None:
    """The officer at whose counter the number is."""
    if ticket.session is None:
        raise PermissionRefused(_("Nomor %s belum dipanggil ke loket mana pun.") % ticket)
    check_can_use_session(user, ticket.session)


def check_can_hold_ticket(user: User, ticket: Ticket) -> None:
    """What its holder may do: he who knows the code, without account, or somebody who serves there for him."""
    if not user.is_public:
        check_can_serve(user, ticket.pool.unit)


def check_can_undo_end(user: User, ticket: Ticket, ended_by: User) -> None:
    """A second person, so that nobody corrects his own numbers unseen."""
    if user == ended_by:
        raise PermissionRefused(
            _("Anda sendiri yang mengakhiri nomor ini; minta orang kedua yang membetulkannya.")
        )
    check_can_follow_queue(user, ticket.pool.unit)


def check_can_close_day(user: User) -> None:
    """What was not served is counted by the clock, not by a person."""
    if not user.is_operator:
        raise PermissionRefused(_("Hari antrean ditutup oleh sistem sesudah kantor tutup."))


def can_set_up_queue(user: User, unit: Unit) -> bool:
    return passes(check_can_set_up_queue, user, unit)


def can_serve(user: User, unit: Unit) -> bool:
    return passes(check_can_serve, user, unit)


def can_follow_queue(user: User, unit: Unit) -> bool:
    return passes(check_can_follow_queue, user, unit)


def can_issue_ticket(user: User, unit: Unit, channel: str) -> bool:
    return passes(check_can_issue_ticket, user, unit, channel)


def can_use_session(user: User, session: Session) -> bool:
    return passes(check_can_use_session, user, session)


def can_handle_ticket(user: User, ticket: Ticket) -> bool:
    return passes(check_can_handle_ticket, user, ticket)


def can_hold_ticket(user: User, ticket: Ticket) -> bool:
    return passes(check_can_hold_ticket, user, ticket)


def can_undo_end(user: User, ticket: Ticket, ended_by: User) -> bool:
    return passes(check_can_undo_end, user, ticket, ended_by)


def can_close_day(user: User) -> bool:
    return passes(check_can_close_day, user)
