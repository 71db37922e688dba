"""Who may do what in a project. A citizen acts as `public_user`, with his account as citizen."""

from django.utils.translation import gettext as _

from abdi.organisation.models import Unit
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.citizens.permissions import check_can_act_as_citizen
from abdi.platform.errors import PermissionRefused
from abdi.voice.permissions import can_facilitate, check_can_facilitate, units_facilitated
from abdi.voice.projects.models import Member, Project


def check_can_run_project(user: User, unit: Unit) -> None:
    """Phases, team, decision: a facilitator or an admin of the unit."""
    check_can_facilitate(user, unit)


def check_can_work_on_project(user: User, project: Project) -> None:
    """Milestones, money, photographs, what changed because of whom: the team, or whoever runs the project."""
    if not (can_facilitate(user, project.unit) or _is_member(user, project)):
        raise PermissionRefused(_("Ini hanya untuk anggota tim proyek dan fasilitator unitnya."))


def check_can_open_workshop(user: User) -> None:
    """The staff's list: whoever runs projects or is in the team of one."""
    if (
        units_facilitated(user) == set()
        and not Member.objects.filter(employee__user=user, left_on=None).exists()
    ):
        raise PermissionRefused(_("Daftar proyek ini untuk fasilitator dan anggota tim proyek."))


def check_can_speak(user: User) -> None:
    """Ideas, votes and marks are citizens' alone; staff act as staff."""
    check_can_act_as_citizen(user)


def check_can_release_feedback(user: User) -> None:
    """By the clock, so that nobody chooses the moment."""
    if not user.is_operator:
        raise PermissionRefused(_("Penilaian warga dirilis oleh sistem."))


def can_run_project(user: User, unit: Unit) -> bool:
    return passes(check_can_run_project, user, unit)


def can_work_on_project(user: User, project: Project) -> bool:
    return passes(check_can_work_on_project, user, project)


def can_open_workshop(user: User) -> bool:
    return passes(check_can_open_workshop, user)


def can_speak(user: User) -> bool:
    return passes(check_can_speak, user)


def can_release_feedback(user: User) -> bool:
    return passes(check_can_release_feedback, user)


def _is_member(user: User, project: Project) -> bool:
    return user.pk is not None and project.team.filter(employee__user=user).exists()
