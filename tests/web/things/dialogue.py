"""Talks, feedback and coaching of Rina with Dewi; Lina is asked in the survey, Joko is not."""

from datetime import timedelta

from django.utils import timezone

from abdi.activity.dialogue import actions as talking
from abdi.activity.dialogue.enums import SessionKind
from abdi.activity.dialogue.models import AgreedAction, Dialogue, Session
from abdi.activity.feedback.enums import CollectionKind, CollectionStatus, GiverRole
from abdi.activity.feedback.models import Collection, Invitation


def _dialogue(world):
    found = Dialogue.objects.first()
    if found:
        return found
    dewi, today = world.office.user("dewi"), timezone.localdate()
    made = talking.plan_dialogue(
        actor=dewi, skp=world.evaluation.skp, starts_at=timezone.now(), minutes=30, agenda=["Antrean"]
    )
    agreed = [("Susun jadwal", world.office.rina, today + timedelta(days=7))]
    return talking.hold_dialogue(actor=dewi, dialogue=made, notes="Dua loket.", agreed=agreed)


def _agreed(world):
    _dialogue(world)
    return AgreedAction.objects.get()


def _survey(world):
    one, made = Collection.objects.get_or_create(
        about=world.office.rina,
        period=world.office.year,
        kind=CollectionKind.SURVEI,
        defaults={
            "status": CollectionStatus.BERJALAN,
            "closes_on": timezone.localdate() + timedelta(days=7),
            "minimum": 3,
        },
    )
    if made:
        Invitation.objects.create(collection=one, rater=world.people.invited, role=GiverRole.REKAN)
    return one


def _session(world):
    found = Session.objects.first()
    if found:
        return found
    made = talking.record_session(
        actor=world.office.user("dewi"),
        kind=SessionKind.BIMBINGAN,
        employees=[world.office.rina],
        day=timezone.localdate(),
        topic="Antrean",
        notes="Latihan.",
    )
    return made[0]


dialogue = {"uid": lambda world: _dialogue(world).uid}
survey = {"uid": lambda world: _survey(world).uid}
session = {"uid": lambda world: _session(world).uid}

FACTORIES = {
    "workplace:dialogue": dialogue,
    "workplace:dialogue_calendar": dialogue,
    "workplace:dialogue_hold": dialogue,
    "workplace:dialogue_confirm": dialogue,
    "workplace:dialogue_cancel": dialogue,
    "workplace:agreed_complete": {"uid": lambda world: _agreed(world).uid},
    "workplace:survey": survey,
    "workplace:survey_confirm": survey,
    "workplace:survey_answer": survey,
    "workplace:survey_close": survey,
    "workplace:session": session,
    "workplace:session_feedback": session,
    "workplace:session_feedback_paper": session,
    "workplace:session_competencies": session,
    "workplace:session_competencies_paper": session,
}
