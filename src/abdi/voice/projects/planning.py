"""A project is planned, gets a team, is published, thought over again or stopped. Published through `actions`."""

from decimal import Decimal

from django.utils.translation import gettext as _

from abdi.organisation.models import Employee, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.projects import permissions, policies
from abdi.voice.projects.models import Member, Project
from abdi.voice.projects.phases import advance, approach
from abdi.voice.projects.telling import tell_member


@action
def plan_project(
    *, actor: User, unit: Unit, title: str, summary: str, place: str, budget: Decimal
) -> Project:
    """Seen by its team alone until it is published. `budget` in rupiah."""
    permissions.check_can_run_project(actor, unit)
    project = write(Project(unit=unit, title=title, summary=summary, place=place, budget=budget))
    data = {"unit": unit.code, "budget": str(budget)}
    record(actor=actor, tag="projects:project:plan", subject=project, data=data)
    return project


@action
def change_project(
    *, actor: User, project: Project, title: str, summary: str, place: str, budget: Decimal
) -> Project:
    """While nobody has read it."""
    hold(project)
    permissions.check_can_run_project(actor, project.unit)
    policies.check_draft(project)
    project.title, project.summary, project.place, project.budget = title, summary, place, budget
    write(project)
    record(actor=actor, tag="projects:project:change", subject=project, data={"budget": str(budget)})
    return project


@action
def publish_project(*, actor: User, project: Project) -> Project:
    """Everybody may read it and say what he thinks."""
    advance(actor, project, approach(actor, project, "publish"))
    return project


@action
def add_member(*, actor: User, project: Project, employee: Employee, task: str) -> Member:
    """Named on the project's page; what the project brings about becomes his evidence."""
    hold(project)
    permissions.check_can_run_project(actor, project.unit)
    task = stated(task, _("Tulis apa tugasnya di tim."), "task")
    member = write(Member(project=project, employee=employee, task=task))
    record(actor=actor, tag="projects:member:add", subject=member, data={"employee": employee.uid})
    tell_member(project, employee)
    return member


@action
def remove_member(*, actor: User, member: Member) -> Member:
    """From today on; what he brought about stays his."""
    hold(member, "project__unit")
    permissions.check_can_run_project(actor, member.project.unit)
    member.left_on = member.left_on or moments.today()
    write(member)
    record(actor=actor, tag="projects:member:remove", subject=member)
    return member


@action
def rethink(*, actor: User, project: Project, reason: str) -> Project:
    """Back to ideas: a new round, with alternatives and a vote of its own. What was before stays to be read."""
    step = approach(actor, project, "rethink")
    project.round += 1
    project.vote_closes_at = None
    advance(actor, project, step, _reason(reason))
    return project


@action
def rework(*, actor: User, project: Project, reason: str) -> Project:
    """In use, and not yet right: back to work."""
    step = approach(actor, project, "rework")
    advance(actor, project, step, _reason(reason))
    return project


@action
def stop_project(*, actor: User, project: Project, reason: str) -> Project:
    """It ends unfinished, and everybody reads why."""
    step = approach(actor, project, "stop")
    advance(actor, project, step, _reason(reason))
    return project


def _reason(text: str) -> str:
    return stated(text, _("Tulis alasannya; warga yang ikut berhak mengetahuinya."), "reason")
