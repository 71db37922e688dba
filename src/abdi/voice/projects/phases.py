"""One step from phase to phase, with the entry that keeps it."""

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.platform.workflow import Transition
from abdi.voice.projects import permissions
from abdi.voice.projects.models import PhaseEntry, Project
from abdi.voice.projects.telling import tell_phase
from abdi.voice.projects.workflow import PROJECT


def approach(actor: User, project: Project, name: str) -> Transition:
    """Held, permitted, and the table allows it; what else must hold is for the verb to ask."""
    hold(project)
    permissions.check_can_run_project(actor, project.unit)
    return PROJECT.check(name, project.phase)


def advance(actor: User, project: Project, step: Transition, reason: str = "") -> PhaseEntry:
    """Taken, with whatever else the verb has set."""
    project.phase = step.target
    write(project)
    entry = PhaseEntry(project=project, number=project.phases.count() + 1, phase=project.phase)
    entry.began_at, entry.reason, entry.by = moments.now(), reason, actor
    write(entry)
    record(actor=actor, tag=step.tag, subject=project, data={"phase": project.phase, "round": project.round})
    tell_phase(project, entry)
    return entry
