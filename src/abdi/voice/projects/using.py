"""The thing is in use, and people say what they think of it. Published through `actions`."""

from datetime import date

from abdi.facts.actions import record_facts
from abdi.measurement.minimum import MINIMUM_N
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.policies import check_may_take_part
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.projects import permissions, policies
from abdi.voice.projects.ballots import voter_of
from abdi.voice.projects.facts import SOURCE, feedback_facts, team_facts
from abdi.voice.projects.models import Feedback, Project
from abdi.voice.projects.phases import advance, approach


@action
def open_project(*, actor: User, project: Project, opened_on: date) -> Project:
    """Every milestone is done, and people use it from that day on."""
    step = approach(actor, project, "open")
    policies.check_past(opened_on, "opened_on")
    policies.check_all_done(project)
    project.opened_on = opened_on
    entry = advance(actor, project, step)
    facts = team_facts(project, "opened", f"{project.uid}/{entry.number}", opened_on)
    record_facts(actor=actor, facts=facts, source=SOURCE)
    return project


@action
def give_feedback(*, actor: User, citizen: Citizen, project: Project, score: int, words: str = "") -> None:
    """Once, 1 to 5. Nobody sees it before four others can stand beside it, nor on its own day.

    Raises InputRefused for a second one.
    """
    hold(project)
    permissions.check_can_speak(actor)
    check_may_take_part(citizen)
    policies.check_in_use(project)
    given = Feedback(project=project, score=score, words=words.strip(), given_on=moments.today())
    given.voter = voter_of(project, citizen)
    write(given)
    record(actor=actor, tag="projects:feedback:give", subject=project)


@action
def release_feedback(*, actor: User, project: Project, on: date) -> int:
    """Show what was given before the day `on`, all at once and only together; returns how many."""
    hold(project)
    permissions.check_can_release_feedback(actor)
    batch = list(Feedback.objects.filter(project=project, is_released=False, given_on__lt=on))
    if len(batch) < MINIMUM_N:
        batch = []
    Feedback.objects.filter(pk__in=[one.pk for one in batch]).update(is_released=True)
    record(actor=actor, tag="projects:feedback:release", subject=project, data={"count": len(batch)})
    if batch:
        today = moments.today()
        record_facts(actor=actor, facts=feedback_facts(project, batch, today), source=SOURCE)
    return len(batch)
