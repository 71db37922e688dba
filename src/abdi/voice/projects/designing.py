"""Alternatives, one vote each, and a decision with its reasons. Published through `actions`."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.policies import check_may_take_part
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.projects import permissions, policies
from abdi.voice.projects.ballots import counts_on, voter_of
from abdi.voice.projects.models import Alternative, Decision, Project, Rejection, Vote
from abdi.voice.projects.phases import advance, approach
from abdi.voice.projects.pictures import keep_picture


@action
def add_alternative(
    *, actor: User, project: Project, title: str, text: str, cost: Decimal, picture: BinaryIO, caption: str
) -> Alternative:
    """One design more to choose among. `caption` says what is to be seen, also to those who cannot see it."""
    hold(project)
    permissions.check_can_run_project(actor, project.unit)
    policies.check_designing(project)
    policies.check_affordable(project, cost)
    number = project.options.count() + 1
    one = Alternative(project=project, round=project.round, number=number, title=title, text=text, cost=cost)
    one.caption = stated(caption, _("Tulis apa yang terlihat di gambar."), "caption")
    one.picture = keep_picture(actor, picture, "picture")
    write(one)
    record(
        actor=actor, tag="projects:alternative:add", subject=one, data={"number": number, "cost": str(cost)}
    )
    return one


@action
def open_vote(*, actor: User, project: Project, closes_at: datetime) -> Project:
    """From now on people choose; what they choose among no longer changes."""
    step = approach(actor, project, "open_vote")
    policies.check_votable(project, closes_at)
    project.vote_closes_at = closes_at
    advance(actor, project, step)
    return project


@action
def cast_vote(*, actor: User, citizen: Citizen, project: Project, alternative: Alternative) -> None:
    """One voice in this round, for good. Nobody reads whose it was, here or in the trail.

    Raises PolicyRefused once the vote is closed, InputRefused for a second voice.
    """
    hold(project)
    permissions.check_can_speak(actor)
    check_may_take_part(citizen)
    policies.check_voting_open(project, alternative)
    vote = Vote(project=project, round=project.round, alternative=alternative)
    vote.voter, vote.counts_on = voter_of(project, citizen), counts_on(citizen)
    write(vote)
    record(actor=actor, tag="projects:vote:cast", subject=project, data={"round": project.round})


@action
def decide(
    *, actor: User, project: Project, chosen: Alternative, reason: str, why_not: Mapping[UUID, str]
) -> Decision:
    """The unit's choice, also against most voices, but never without saying why, and why not each of the others.

    `why_not`: uid of the alternative → reason.
    """
    step = approach(actor, project, "decide")
    policies.check_vote_over(project)
    others = policies.check_explained(project, chosen, why_not)
    made = Decision(project=project, round=project.round, chosen=chosen, by=actor, decided_at=moments.now())
    made.reason = stated(reason, _("Tulis alasan keputusan ini; warga yang memilih membacanya."), "reason")
    write(made)
    for one in others:
        write(Rejection(decision=made, alternative=one, reason=why_not[one.uid].strip()))
    advance(actor, project, step)
    return made
