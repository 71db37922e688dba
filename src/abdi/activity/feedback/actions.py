"""The verbs of feedback. Nothing an answer holds reaches the audit trail, a notice or a log."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils import timezone

from abdi.activity.feedback import permissions, policies
from abdi.activity.feedback.enums import SEALED, CollectionKind, CollectionStatus, GiverRole
from abdi.activity.feedback.models import Collection, Feedback, Invitation, OpenScores
from abdi.activity.feedback.relations import role_towards
from abdi.activity.feedback.sealing import put_in, take_out
from abdi.activity.feedback.workflow import COLLECTION
from abdi.organisation.models import Employee
from abdi.organisation.permissions import acting_employee
from abdi.organisation.selectors import assessor_of, employee_of
from abdi.organisation.telling import tell
from abdi.planning.models import Period, Rhk
from abdi.planning.selectors import started_periods
from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def ask_feedback(
    *, actor: User, about: Employee, of: Iterable[tuple[Employee, GiverRole | None]], question: str = ""
) -> list[Invitation]:
    """Ask each of `of` for words about somebody's work, in the role named or the one they have to him.

    A role has to be named for who works elsewhere: a team head of a cross-unit assignment.
    """
    permissions.check_can_ask_feedback(actor, about)
    today = timezone.localdate()
    box = _box_of(about, today)
    asked = [_invite(box, one, role or _role(one, about, today)) for one, role in of]
    if not asked:
        raise InputRefused("Pilih sedikitnya satu orang yang dimintai umpan balik.", field="of")
    record(actor=actor, tag="feedback:feedback:ask", subject=box, data={"asked": len(asked)})
    for invitation in asked:
        tell(
            invitation.rater,
            kind="feedback:asked",
            title=f"Umpan balik Anda diminta tentang {about}",
            url=f"/kerja/dialog/umpan-balik/beri/?untuk={about.uid}",
            body=question.strip(),
        )
    return asked


@action
def give_feedback(
    *,
    actor: User,
    about: Employee,
    text: str,
    nilai: str = "",
    rhk: Rhk | None = None,
    as_team_head: bool = False,
) -> Feedback | None:
    """One sentence about a value or a result. None comes back from peers and subordinates: theirs is sealed."""
    permissions.check_can_give_feedback(actor, about)
    today = timezone.localdate()
    said = policies.check_text(text)
    policies.check_subject(about, nilai, rhk, today)
    giver = acting_employee(actor)
    role = GiverRole.KETUA_TIM if as_team_head else _giving_role(giver, about, today)
    if role in SEALED:
        _seal(_box_of(about, today), giver, role, {}, {nilai: said})
        return None
    given = write(Feedback(about=about, by=giver, role=role, rhk=rhk, nilai=nilai, text=said, day=today))
    Invitation.objects.filter(collection__about=about, rater=giver, role=role).update(answered=True)
    record(actor=actor, tag="feedback:feedback:give", subject=given, data={"role": role})
    if giver != about:
        title = f"{giver} memberi Anda umpan balik"
        tell(about, kind="feedback:given", title=title, url="/kerja/dialog/umpan-balik/")
    return given


@action
def propose_survey(
    *, actor: User, about: Employee, period: Period, raters: list[Employee], closes_on: date
) -> Collection:
    """The person names his peers and subordinates; the assessor confirms them."""
    permissions.check_can_propose_survey(actor, about)
    today = timezone.localdate()
    policies.check_closing_day(period, closes_on, today)
    minimum = policies.survey_form(period.end)["penanggap_minimal"]
    roles = policies.check_raters(about, raters, on=today, minimum=minimum)
    survey = write(
        Collection(
            about=about, period=period, kind=CollectionKind.SURVEI, closes_on=closes_on, minimum=minimum
        )
    )
    _invite_all(survey, roles)
    record(
        actor=actor,
        tag="feedback:collection:propose",
        subject=survey,
        data={"about": about.uid, "raters": len(roles)},
    )
    assessor = assessor_of(about, today)
    if assessor != employee_of(actor):
        title = f"{about} mengusulkan penanggap survei 360°"
        tell(assessor, kind="feedback:proposed", title=title, url=_url(survey))
    return survey


@action
def confirm_survey(*, actor: User, survey: Collection, raters: list[Employee]) -> Collection:
    """The assessor settles who is asked; from here on the list stands (PP 30/2019 Ps 40)."""
    hold(survey)
    permissions.check_can_lead_collection(actor, survey)
    step = COLLECTION.check("confirm", survey.status)
    roles = policies.check_raters(survey.about, raters, on=timezone.localdate(), minimum=survey.minimum)
    survey.invitations.all().delete()
    _invite_all(survey, roles)
    survey.status = CollectionStatus.BERJALAN
    survey.save()
    record(actor=actor, tag=step.tag, subject=survey, data={"raters": len(roles)})
    for one in [*roles, survey.about]:
        title = f"Survei 360° tentang {survey.about}"
        tell(one, kind="feedback:survey", title=title, url=f"{_url(survey)}jawab/")
    return survey


@action
def answer_survey(
    *, actor: User, survey: Collection, scores: Mapping[str, int], texts: Mapping[str, str]
) -> None:
    """Scores and sentences per value. Sealed for peers and subordinates; named for the two others."""
    hold(survey)
    permissions.check_can_answer_survey(actor, survey)
    policies.check_is_survey(survey)
    policies.check_open_for_answers(survey, timezone.localdate())
    given = policies.check_scores(scores, on=survey.period.end)
    said = {nilai: policies.check_text(text) for nilai, text in texts.items() if text.strip()}
    me = acting_employee(actor)
    role = permissions.answering_role(me, survey)
    if role in SEALED:
        policies.check_not_answered(survey.invitations.get(rater=me))
        _seal(survey, me, GiverRole(role), given, said)
        return
    OpenScores.objects.update_or_create(collection=survey, role=role, defaults={"by": me, "scores": given})
    record(actor=actor, tag="feedback:collection:answer_open", subject=survey)


@action
def close_collection(*, actor: User, collection: Collection) -> Collection:
    """Freeze what all say together, and destroy the sealed rows."""
    hold(collection)
    today = timezone.localdate()
    if actor != system_user():
        permissions.check_can_lead_collection(actor, collection)
    policies.check_closable(collection, today)
    step = COLLECTION["close"]
    collection.result = take_out(collection)
    collection.status, collection.closed_at = CollectionStatus.DITUTUP, timezone.now()
    collection.save()
    record(actor=actor, tag=step.tag, subject=collection, data={"cukup": collection.result["cukup"]})
    if collection.has_result:
        title = "Umpan balik rekan Anda sudah dapat dibaca"
        tell(collection.about, kind="feedback:result", title=title, url=_url(collection))
    return collection


def _seal(
    collection: Collection,
    giver: Employee,
    role: GiverRole,
    scores: Mapping[str, int],
    texts: Mapping[str, str],
) -> None:
    """`role` says what the audit may not: so the system, not the giver, stands in the trail, and no words."""
    hold(collection)
    policies.check_open_for_answers(collection, timezone.localdate())
    Invitation.objects.update_or_create(
        collection=collection,
        rater=giver,
        defaults={"answered": True},
        create_defaults={"answered": True, "role": role},
    )
    put_in(collection, scores, texts)
    record(actor=system_user(), tag=COLLECTION["answer"].tag, subject=collection)


def _box_of(about: Employee, today: date) -> Collection:
    """The box of the period that runs now, opened by the first who needs it."""
    period = started_periods(today).filter(end__gte=today).first()
    if period is None:
        raise PolicyRefused("Belum ada periode yang berjalan; admin instansi membukanya dahulu.")
    minimum = policies.survey_form(today)["penanggap_minimal"]
    box, _ = Collection.objects.get_or_create(
        about=about,
        period=period,
        kind=CollectionKind.KOTAK,
        defaults={"status": CollectionStatus.BERJALAN, "closes_on": period.end, "minimum": minimum},
    )
    return box


def _invite(box: Collection, one: Employee, role: GiverRole) -> Invitation:
    if one == box.about:
        raise InputRefused("Umpan balik diminta dari orang lain.", field="of")
    invitation, _ = Invitation.objects.get_or_create(collection=box, rater=one, defaults={"role": role})
    return invitation


def _invite_all(survey: Collection, roles: Mapping[Employee, GiverRole]) -> None:
    Invitation.objects.bulk_create(
        Invitation(collection=survey, rater=one, role=role) for one, role in roles.items()
    )


def _role(one: Employee, about: Employee, today: date) -> GiverRole:
    role = role_towards(one, about, today)
    if role is None:
        raise InputRefused(f"{one} tidak seunit dengan {about}; pilih sebagai apa ia dimintai.", field="of")
    return role


def _giving_role(giver: Employee, about: Employee, today: date) -> GiverRole:
    """The role he was asked in, else the one he has."""
    invitation = permissions.waiting_invitation(giver, about)
    return GiverRole(invitation.role) if invitation else _role(giver, about, today)


def _url(collection: Collection) -> str:
    return f"/kerja/dialog/survei/{collection.uid}/"
