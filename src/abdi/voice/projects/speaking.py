"""What citizens say, and what it changes. Published through `actions`.

The trail never says which citizen: he acts as the public.
"""

from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.policies import check_may_take_part
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.projects import permissions, policies
from abdi.voice.projects.enums import Hidden
from abdi.voice.projects.models import Contribution, Project
from abdi.voice.projects.telling import tell_author


@action
def contribute(*, actor: User, citizen: Citizen, project: Project, text: str) -> Contribution:
    """An idea in the first phase, a comment later on; shown with the name the citizen chose."""
    hold(project)
    permissions.check_can_speak(actor)
    check_may_take_part(citizen)
    policies.check_open_to_words(project, citizen)
    text = stated(text, _("Tulis pendapat Anda."), "text")
    said = Contribution(project=project, phase=project.phase, author=citizen, at=moments.now(), text=text)
    write(said)
    record(actor=actor, tag="projects:contribution:say", subject=said, data={"phase": project.phase})
    return said


@action
def withdraw_contribution(*, actor: User, citizen: Citizen, contribution: Contribution) -> Contribution:
    """His own words are gone for good; that there were some stays."""
    hold(contribution, "project", "author")
    permissions.check_can_speak(actor)
    policies.check_own(contribution, citizen)
    contribution.text, contribution.hidden = "–", Hidden.DITARIK
    write(contribution)
    record(actor=actor, tag="projects:contribution:withdraw", subject=contribution)
    return contribution


@action
def hide_contribution(*, actor: User, contribution: Contribution, rule: str) -> Contribution:
    """No longer shown, under a rule that is; the words are kept for whoever has to judge the hiding."""
    hold(contribution, "project__unit")
    permissions.check_can_run_project(actor, contribution.project.unit)
    policies.check_shown(contribution)
    if rule not in set(Hidden) - {Hidden.DITARIK}:
        raise InputRefused(_("Pilih aturan yang dilanggar."), field="rule")
    contribution.hidden = rule
    write(contribution)
    record(actor=actor, tag="projects:contribution:hide", subject=contribution, data={"rule": rule})
    return contribution


@action
def note_change(*, actor: User, contribution: Contribution, changed: str) -> Contribution:
    """What became different because somebody said this; the page and he are told."""
    hold(contribution, "project__unit", "author")
    permissions.check_can_work_on_project(actor, contribution.project)
    policies.check_shown(contribution)
    contribution.changed = stated(changed, _("Tulis apa yang berubah karena pendapat ini."), "changed")
    contribution.changed_at = moments.now()
    write(contribution)
    record(actor=actor, tag="projects:contribution:credit", subject=contribution)
    tell_author(contribution)
    return contribution
