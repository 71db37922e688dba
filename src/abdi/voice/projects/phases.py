"""One step from phase to phase, with the entry that keeps it."""

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import record
from abdi.platform.validation import write
from abdi.voice.projects.models import PhaseEntry, Project
from abdi.voice.projects.telling import tell_phase
from abdi.voice.projects.workflow import PROJECT


def advance(project: Project, name: str, actor: User, reason: str = "") -> PhaseEntry:
    """Take a transition of the table. The project is held by the caller, who has set whatever else changes."""
    step = PROJECT.check(name, project.phase)
    project.phase = step.target
    write(project)
    entry = PhaseEntry(project=project, number=project.phases.count() + 1, phase=project.phase)
    entry.began_at, entry.reason, entry.by = moments.now(), reason, actor
    write(entry)
    record(actor=actor, tag=step.tag, subject=project, data={"phase": project.phase, "round": project.round})
    tell_phase(project, entry)
    return entry
