"""Milestones with their days, their money and their photographs. Published through `actions`."""

from datetime import date
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.facts.actions import record_facts
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.projects import permissions, policies
from abdi.voice.projects.facts import SOURCE, milestone_facts
from abdi.voice.projects.models import Milestone, Photo, Project, Spending
from abdi.voice.projects.phases import advance, approach
from abdi.voice.projects.pictures import keep_picture


@action
def plan_milestone(
    *,
    actor: User,
    project: Project,
    title: str,
    planned_on: date,
    budget: Decimal,
    responsible: Employee | None = None,
) -> Milestone:
    """`budget` in rupiah; those of all milestones stay within the project's."""
    hold(project)
    permissions.check_can_work_on_project(actor, project)
    policies.check_planning(project, budget)
    policies.check_responsible(project, responsible)
    one = Milestone(project=project, number=project.milestones.count() + 1, title=title)
    one.planned_on, one.budget, one.responsible = planned_on, budget, responsible
    write(one)
    data = {"planned_on": planned_on, "budget": str(budget)}
    record(actor=actor, tag="projects:milestone:plan", subject=one, data=data)
    return one


@action
def begin_work(*, actor: User, project: Project) -> Project:
    """The plan is there to be read; now it is built."""
    step = approach(actor, project, "begin_work")
    policies.check_planned(project)
    advance(actor, project, step)
    return project


@action
def record_spending(*, actor: User, milestone: Milestone, amount: Decimal, on: date, note: str) -> Spending:
    """Money that was spent, public at once. A correction is negative and says why."""
    _work(actor, milestone)
    policies.check_past(on, "on")
    policies.check_spending(milestone, amount)
    spent = Spending(milestone=milestone, amount=amount, on=on)
    spent.note = stated(note, _("Tulis untuk apa, atau mengapa dikoreksi."), "note")
    write(spent)
    record(actor=actor, tag="projects:spending:record", subject=spent, data={"amount": str(amount), "on": on})
    return spent


@action
def add_photo(*, actor: User, milestone: Milestone, photo: BinaryIO, caption: str) -> Photo:
    """`caption` says what is to be seen, also to those who cannot see it."""
    _work(actor, milestone)
    policies.check_photos(milestone)
    caption = stated(caption, _("Tulis apa yang terlihat di foto."), "caption")
    added = write(Photo(milestone=milestone, file=keep_picture(actor, photo, "photo"), caption=caption))
    record(actor=actor, tag="projects:photo:add", subject=added)
    return added


@action
def finish_milestone(*, actor: User, milestone: Milestone, done_on: date) -> Milestone:
    """Done, in time or not: the ledger is told, and it counts for the team."""
    _work(actor, milestone)
    policies.check_not_done(milestone)
    policies.check_past(done_on, "done_on")
    milestone.done_on = done_on
    write(milestone)
    data = {"planned_on": milestone.planned_on, "done_on": done_on}
    record(actor=actor, tag="projects:milestone:finish", subject=milestone, data=data)
    record_facts(actor=actor, facts=milestone_facts(milestone, done_on), source=SOURCE)
    return milestone


def _work(actor: User, milestone: Milestone) -> None:
    """Held, permitted, and under way."""
    hold(milestone, "project__unit")
    permissions.check_can_work_on_project(actor, milestone.project)
    policies.check_under_way(milestone.project)
