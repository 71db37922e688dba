"""Report cards, objections, conflicts of interest and contested facts, as rows: looking for one writes nothing."""

from django.utils import timezone

from abdi.evaluation.contest.models import Contest
from abdi.evaluation.handover.models import Question
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.recusal.models import Conflict
from abdi.facts import selectors as facts
from abdi.platform.files.models import StoredFile
from tests.web.things import once


def question(world):
    now = timezone.now()
    return once(Question, evaluation=world.evaluation, text="Mengapa?", asked_at=now)


def keberatan(world):
    return once(
        Keberatan,
        evaluation=world.evaluation,
        assessor=world.office.dewi,
        reasons="Panduan sudah terbit",
        filed_at=timezone.now(),
    )


def attached(world):
    """With a file that is lost: the page says so (409)."""
    one = keberatan(world)
    if one.attachment is None:
        file = StoredFile(
            sha256="1" * 64,
            size=1,
            content_type="application/pdf",
            name="a.pdf",
            purpose="evaluation.keberatan",
            owner=world.office.user("rina"),
        )
        file.save()
        one.attachment = file
        one.save()
    return one


def conflict(world):
    return once(
        Conflict,
        skp=world.evaluation.skp,
        assessor=world.office.dewi,
        kind="keluarga",
        text="Sepupu",
        declared_by=world.office.user("rina"),
        declared_at=timezone.now(),
    )


def fact(world):
    return facts.current(employees=[world.office.rina.pk], limit=1)[0]


def contest(world):
    doubted = fact(world)
    return once(
        Contest,
        realisation=world.measured,
        fact_id=doubted["id"],
        unit_id=doubted["unit_id"],
        kind=doubted["kind"],
        occurred_at=doubted["occurred_at"],
        reason="Keliru",
        filed_at=timezone.now(),
    )


def uid(make):
    return {"uid": lambda world: make(world).uid}


CARD = uid(lambda world: world.card)
SKP = uid(lambda world: world.evaluation.skp)

FACTORIES = {
    "workplace:report_card": CARD,
    "workplace:hand_over": CARD,
    "workplace:receive": CARD,
    "workplace:sign": CARD,
    "workplace:refuse_to_sign": CARD,
    "workplace:settle": CARD,
    "workplace:question_ask": CARD,
    "workplace:keberatan_new": CARD,
    "workplace:question_answer": uid(question),
    "workplace:keberatan": uid(keberatan),
    "workplace:keberatan_explain": uid(keberatan),
    "workplace:keberatan_decide": uid(keberatan),
    "workplace:keberatan_withdraw": uid(keberatan),
    "workplace:keberatan_attachment": uid(attached),
    "workplace:conflict_new": SKP,
    "workplace:reviewer": SKP,
    "workplace:conflict": uid(conflict),
    "workplace:conflict_decide": uid(conflict),
    "workplace:conflict_withdraw": uid(conflict),
    "workplace:contest_new": {
        "uid": lambda world: world.measured.uid,
        "fact": lambda world: fact(world)["id"],
    },
    "workplace:contest": uid(contest),
    "workplace:contest_check": uid(contest),
    "workplace:contest_withdraw": uid(contest),
}
