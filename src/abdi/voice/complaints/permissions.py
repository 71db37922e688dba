"""Who may do what with a complaint. A reporter acts as `public_user`; his code is his permission.

A complaint about a person is for the coordinator of the whole instansi, the inspectorate, and whom they chose to
examine it. It does not exist for anybody whom it names: there `check_can_see` refuses first.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.selectors import (
    employee_of,
    has_any_role,
    has_role,
    holds_somewhere,
    units_led,
    units_trusted,
)
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.platform.tenancy.scope import remembered_while_reading
from abdi.voice.complaints.enums import Channel
from abdi.voice.complaints.models import Complaint, NamedPerson
from abdi.voice.complaints.recipients import persons_named

_RECEIVES = {Role.PETUGAS, Role.PENGADUAN, Role.PENGHUBUNG, Role.ADMIN}
_SORTS = {Role.PENGADUAN, Role.ADMIN}
_FOLLOWS = {Role.PENGADUAN, Role.PENGHUBUNG, Role.PENGAWAS}
_BY_CITIZENS = {Channel.WEB, Channel.API, Channel.OPEN311}


def visible_to(user: User) -> QuerySet[Complaint]:
    """Every complaint this person may open; the same answer as `check_can_see`, in one query."""
    me = employee_of(user)
    over = units_trusted(user, {Role.PENGADUAN, Role.PENGAWAS})
    rows = Complaint.objects.all()
    if over is not None:
        handles = Q(handler=me) if me else Q(pk=None)
        rows = rows.filter(handles | Q(is_about_person=False) & _of_units(user, over))
    if me is None:
        return rows
    named = NamedPerson.objects.filter(complaint=OuterRef("pk"), employee=me)
    return rows.exclude(Q(about_employee__isnull=False) & Q(about_employee=me)).exclude(Exists(named))


def check_can_see(user: User, complaint: Complaint) -> None:
    """The coordinator, the inspectorate, the unit that has it, its head, and whoever handles it."""
    key = ("complaint_seen", user.pk, complaint.pk)
    if not remembered_while_reading(key, visible_to(user).filter(pk=complaint.pk).exists):
        raise PermissionRefused(
            _("Laporan ini hanya untuk koordinator, pengawas, dan unit yang menanganinya.")
        )


def check_can_file(user: User, channel: str) -> None:
    """Citizens by themselves; an officer at his desk for a citizen; other systems and letters by the system."""
    if user.is_system or (user.is_public and channel in _BY_CITIZENS):
        return
    if channel == Channel.PETUGAS and holds_somewhere(user, _RECEIVES):
        return
    if channel == Channel.IMPOR and can_set_up_complaints(user):
        return
    raise PermissionRefused(
        _("Laporan lewat saluran ini dicatat oleh petugas layanan atau pengelola pengaduan.")
    )


def check_can_coordinate(user: User, complaint: Complaint) -> None:
    """The coordinator of the unit reported, or of the whole instansi; about a person, the inspectorate too."""
    check_can_see(user, complaint)
    if _sorts(user, complaint) or (complaint.is_about_person and has_role(user, Role.PENGAWAS)):
        return
    raise PermissionRefused(_("Ini hanya untuk koordinator pengaduan."))


def check_can_handle(user: User, complaint: Complaint) -> None:
    """A liaison of the unit that has it, or the person to whom it was given."""
    check_can_see(user, complaint)
    me = employee_of(user)
    if me is not None and complaint.handler_id == me.pk:
        return
    unit = complaint.unit_assigned
    if not complaint.is_about_person and unit and has_role(user, Role.PENGHUBUNG, unit):
        return
    raise PermissionRefused(_("Laporan ini ditangani pejabat penghubung unit yang menerimanya."))


def check_can_approve(user: User, complaint: Complaint) -> None:
    """The head of the unit or a liaison of it; about a person, the inspectorate or the coordinator."""
    if complaint.is_about_person:
        check_can_coordinate(user, complaint)
        return
    check_can_see(user, complaint)
    unit = complaint.unit_assigned
    if not (unit and (unit.pk in units_led(user) or has_role(user, Role.PENGHUBUNG, unit))):
        raise PermissionRefused(_("Jawaban disetujui kepala unit atau pejabat penghubungnya."))


def check_can_view_identity(user: User, complaint: Complaint) -> None:
    """Of an anonymous reporter, the coordinator alone, and he only where he does not handle it himself.

    The handling unit and its heads never learn it. A reporter who did not ask for that is known to his handler too.
    """
    check_can_see(user, complaint)
    if complaint.is_anonymous:
        is_allowed = _sorts(user, complaint) and not _belongs_to_handling(user, complaint)
    else:
        is_allowed = _sorts(user, complaint) or can_handle(user, complaint)
    if not is_allowed:
        raise PermissionRefused(
            _("Identitas pelapor hanya dapat dibuka koordinator pengaduan yang tidak menangani laporannya.")
        )


def check_can_act_as_reporter(user: User) -> None:
    """Only who holds the code; no officer confirms, rates or withdraws in a citizen's place."""
    if not (user.is_public or user.is_system):
        raise PermissionRefused(_("Ini hanya dapat dilakukan pelapor sendiri dengan kode lacaknya."))


def check_can_set_up_complaints(user: User) -> None:
    if not (user.is_operator or has_any_role(user, _SORTS)):
        raise PermissionRefused(
            _("Kategori dan aturan pengaduan diatur koordinator pengaduan atau admin instansi.")
        )


def check_can_watch_complaints(user: User) -> None:
    """Deadlines and escalation are the clock's, so that nobody can spare himself one."""
    if not user.is_operator:
        raise PermissionRefused(_("Tenggat pengaduan diawasi oleh sistem."))


def check_can_follow_complaints(user: User) -> None:
    """For pages over all the complaints that somebody may see, whichever they are."""
    if holds_somewhere(user, _FOLLOWS) or units_led(user):
        return
    me = employee_of(user)
    if me is None or not Complaint.objects.filter(handler=me).exists():
        raise PermissionRefused(_("Halaman ini untuk koordinator, penghubung, pengawas, dan kepala unit."))


def can_see(user: User, complaint: Complaint) -> bool:
    return passes(check_can_see, user, complaint)


def can_file(user: User, channel: str) -> bool:
    return passes(check_can_file, user, channel)


def can_coordinate(user: User, complaint: Complaint) -> bool:
    return passes(check_can_coordinate, user, complaint)


def can_handle(user: User, complaint: Complaint) -> bool:
    return passes(check_can_handle, user, complaint)


def can_approve(user: User, complaint: Complaint) -> bool:
    return passes(check_can_approve, user, complaint)


def can_view_identity(user: User, complaint: Complaint) -> bool:
    return passes(check_can_view_identity, user, complaint)


def can_act_as_reporter(user: User) -> bool:
    return passes(check_can_act_as_reporter, user)


def can_set_up_complaints(user: User) -> bool:
    return passes(check_can_set_up_complaints, user)


def can_watch_complaints(user: User) -> bool:
    return passes(check_can_watch_complaints, user)


def can_follow_complaints(user: User) -> bool:
    return passes(check_can_follow_complaints, user)


def _of_units(user: User, over: set[int]) -> Q:
    """What was given to a unit of his; of the units `over`, which he sorts or inspects for, also what is reported."""
    liaises = units_trusted(user, {Role.PENGHUBUNG})
    if liaises is None:
        return Q(unit_assigned__isnull=False) | Q(unit__in=over)
    return Q(unit_assigned__in=over | liaises | units_led(user)) | Q(unit__in=over)


def _sorts(user: User, complaint: Complaint) -> bool:
    """As coordinator of the unit reported, or of the one that has it; about a person, of the whole instansi."""
    units = [None] if complaint.is_about_person else [complaint.unit, complaint.unit_assigned]
    return any(has_role(user, Role.PENGADUAN, unit) for unit in units)


def _belongs_to_handling(user: User, complaint: Complaint) -> bool:
    me, unit = employee_of(user), complaint.unit_assigned or complaint.unit
    if me is None:
        return False
    if me.pk == complaint.handler_id or me.pk in persons_named(complaint):
        return True
    if unit is None:
        return False
    return unit.pk in units_led(user) or has_role(user, Role.PENGHUBUNG, unit)
