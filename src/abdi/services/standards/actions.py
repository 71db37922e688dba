"""The verbs of standar pelayanan. Order in each: hold, permit, policy, change, audit."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Q
from django.utils import timezone

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.organisation.permissions import acting_employee
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.services.standards import policies
from abdi.services.standards.components import EDITABLE
from abdi.services.standards.enums import Group, ReviewKind, StandarStatus
from abdi.services.standards.models import BeritaAcara, Comment, Maklumat, Review, Standar
from abdi.services.standards.permissions import check_can_manage_standards
from abdi.services.standards.selectors import WAS_SET
from abdi.services.standards.workflow import STANDAR


@action
def draft_standar(*, actor: User, layanan: Layanan) -> Standar:
    """The next version as a draft, beginning with what the last one says; empty for the first."""
    hold(layanan)
    check_can_manage_standards(actor, layanan.unit)
    policies.check_no_draft(layanan)
    versions = layanan.standar.aggregate(last=Max("version"))["last"] or 0
    before = layanan.standar.filter(status__in=WAS_SET, valid_from__isnull=False).first()
    said = {name: getattr(before, name) for name in EDITABLE} if before else {}
    standar = write(Standar(layanan=layanan, version=versions + 1, **said))
    told = {"layanan": layanan.code, "version": standar.version, "from": before and before.version}
    record(actor=actor, tag="standards:standar:draft", subject=standar, data=told)
    return standar


@action
def change_standar(*, actor: User, standar: Standar, fields: Mapping[str, Any]) -> Standar:
    """Write components of a draft; `fields`: any of `components.EDITABLE`. The rest stays.

    Once the public had its say, an edit is the improvement that the law speaks of. Raises PolicyRefused while they
    may still comment, and for a version that was set.
    """
    hold(standar)
    check_can_manage_standards(actor, standar.layanan.unit)
    step = policies.check_editable(standar)
    policies.check_fields(fields)
    for name, value in fields.items():
        setattr(standar, name, value)
    if step == "improve":
        standar.status = STANDAR["improve"].target
    write(standar)
    tag = STANDAR["improve"].tag if step == "improve" else "standards:standar:change"
    record(actor=actor, tag=tag, subject=standar, data={"fields": sorted(fields)})
    return standar


@action
def record_berita_acara(
    *,
    actor: User,
    standar: Standar,
    held_on: date,
    place: str,
    participants: Sequence[Mapping[str, str]],
    agreements: Sequence[Mapping[str, Any]] = (),
) -> BeritaAcara:
    """The minutes of the meeting with the public; written again, they replace what was written.

    participants: {"group", "name", "organisation"}; agreements: {"issue", "by", "answer", "agreed"}. The trail counts
    the people and does not name them.
    """
    hold(standar)
    check_can_manage_standards(actor, standar.layanan.unit)
    policies.check_minutes(standar, held_on, participants)
    known = BeritaAcara.objects.filter(standar=standar).first()
    minutes = known or BeritaAcara(standar=standar)
    minutes.held_on, minutes.place = held_on, place.strip()
    minutes.participants, minutes.agreements = [*map(dict, participants)], [*map(dict, agreements)]
    write(minutes)
    told = {"held_on": held_on, "participants": len(participants), "agreements": len(agreements)}
    record(actor=actor, tag="standards:berita_acara:record", subject=minutes, data=told)
    return minutes


@action
def publish(*, actor: User, standar: Standar) -> Standar:
    """Open a draft to the public's comments. Raises PolicyRefused without berita acara."""
    hold(standar)
    check_can_manage_standards(actor, standar.layanan.unit)
    policies.check_publishable(standar)
    standar.status, standar.published_on = STANDAR["publish"].target, timezone.localdate()
    write(standar)
    told = {"until": policies.comments_until(standar)}
    record(actor=actor, tag=STANDAR["publish"].tag, subject=standar, data=told)
    return standar


@action
def comment(*, actor: User, standar: Standar, text: str, group: Group = Group.PENGGUNA) -> Comment:
    """What somebody from the public says about a published draft; anybody may, and nobody gives a name.

    Raises PolicyRefused once the time is over, InputRefused for nothing, too much, or HTML.
    """
    hold(standar)
    policies.check_comment(standar, text)
    given = write(Comment(standar=standar, at=timezone.now(), group=group, text=text.strip()))
    told = {"group": group, "letters": len(given.text)}
    record(actor=actor, tag=STANDAR["comment"].tag, subject=given, data=told)
    return given


@action
def answer_comment(*, actor: User, comment: Comment, is_accepted: bool, answer: str) -> Comment:
    """Taken up or not, each with words; it may be answered anew until the standar is set."""
    hold(comment)
    check_can_manage_standards(actor, comment.standar.layanan.unit)
    policies.check_answerable(comment, answer)
    comment.is_accepted, comment.answer = is_accepted, answer.strip()
    comment.answered_by = acting_employee(actor)
    write(comment)
    record(actor=actor, tag="standards:comment:answer", subject=comment, data={"accepted": is_accepted})
    return comment


@action
def set_standar(*, actor: User, standar: Standar, decree: str, decided_on: date, valid_from: date) -> Standar:
    """It binds from `valid_from` on, and the version before it ends the day before.

    Raises PolicyRefused naming in words the components that are missing, or how many comments lack an answer.
    """
    hold(standar.layanan)
    hold(standar)
    check_can_manage_standards(actor, standar.layanan.unit)
    policies.check_settable(standar)
    policies.check_dates(standar, decree, decided_on, valid_from)
    policies.check_promise_ahead(valid_from)
    return _put_in_force(actor, standar, "set", decree, decided_on, valid_from)


@action
def adopt_standar(
    *, actor: User, standar: Standar, decree: str, decided_on: date, valid_from: date
) -> Standar:
    """Enter what was set by a decree before Abdi was there: the first version of a service only."""
    hold(standar.layanan)
    hold(standar)
    check_can_manage_standards(actor, standar.layanan.unit)
    policies.check_adoptable(standar, decided_on)
    policies.check_dates(standar, decree, decided_on, valid_from)
    return _put_in_force(actor, standar, "adopt", decree, decided_on, valid_from)


def _put_in_force(
    actor: User, standar: Standar, step: str, decree: str, decided_on: date, valid_from: date
) -> Standar:
    last_day = valid_from - timedelta(days=1)
    unended = Q(valid_until=None) | Q(valid_until__gte=valid_from)
    for before in standar.layanan.standar.filter(unended, status=StandarStatus.DITETAPKAN):
        before.valid_until = last_day
        write(before)
    standar.status, standar.decree = STANDAR[step].target, decree.strip()
    standar.decided_on, standar.valid_from = decided_on, valid_from
    write(standar)
    told = {"decree": standar.decree, "decided_on": decided_on, "valid_from": valid_from}
    record(actor=actor, tag=STANDAR[step].tag, subject=standar, data=told)
    return standar


@action
def withdraw(*, actor: User, standar: Standar, last_day: date) -> Standar:
    """End a version after `last_day`, or drop a draft. Until that day it binds as before."""
    hold(standar)
    check_can_manage_standards(actor, standar.layanan.unit)
    policies.check_withdrawable(standar, last_day)
    standar.status = STANDAR["withdraw"].target
    if standar.valid_from:
        standar.valid_until = min(last_day, standar.valid_until or last_day)
    write(standar)
    record(actor=actor, tag=STANDAR["withdraw"].tag, subject=standar, data={"last_day": standar.valid_until})
    return standar


@action
def record_review(
    *, actor: User, standar: Standar, kind: ReviewKind, held_on: date, conclusion: str
) -> Review:
    """A yearly evaluation or three-year review that was held (PP 96/2012 Ps 32–33)."""
    hold(standar)
    check_can_manage_standards(actor, standar.layanan.unit)
    policies.check_reviewable(standar, held_on, conclusion)
    review = write(Review(standar=standar, kind=kind, held_on=held_on, conclusion=conclusion.strip()))
    record(
        actor=actor, tag="standards:review:record", subject=review, data={"kind": kind, "held_on": held_on}
    )
    return review


@action
def publish_maklumat(
    *, actor: User, unit: Unit, text: str, signed_by: Employee, published_on: date, number: str = ""
) -> Maklumat:
    """The promise of a unit's head to keep its standards (UU 25/2009 Ps 22); the one before stays readable."""
    hold(unit)
    check_can_manage_standards(actor, unit)
    policies.check_maklumat(unit, signed_by, published_on)
    made = Maklumat(unit=unit, text=text.strip(), signed_by=signed_by, number=number.strip())
    made.published_on = published_on
    write(made)
    told = {"unit": unit.code, "number": made.number, "published_on": published_on}
    record(actor=actor, tag="standards:maklumat:publish", subject=made, data=told)
    return made
