"""The thing an address names: 404 where the instansi has none, 403 where this person may not see it."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.evaluation.contest.models import Contest
from abdi.evaluation.contest.permissions import check_can_see_contest
from abdi.evaluation.handover.models import Question
from abdi.evaluation.handover.policies import check_decided
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.objection.permissions import check_can_see_keberatan
from abdi.evaluation.permissions import check_can_see_evaluation
from abdi.evaluation.recusal.models import Conflict
from abdi.evaluation.recusal.permissions import check_can_see_conflict
from abdi.web.workplace.finding import below, find_evaluation


def find_card(request: HttpRequest, uid: UUID) -> Evaluation:
    """An evaluation that is decided; before that there is nothing to hand over (409)."""
    evaluation = find_evaluation(request, uid)
    check_decided(evaluation)
    return evaluation


def find_question(request: HttpRequest, uid: UUID) -> Question:
    question = get_object_or_404(Question.objects.select_related(*_through("evaluation")), uid=uid)
    check_can_see_evaluation(request.user, question.evaluation)
    return question


def find_keberatan(request: HttpRequest, uid: UUID) -> Keberatan:
    related = ("assessor__user", "attachment", *_through("evaluation"))
    keberatan = get_object_or_404(Keberatan.objects.select_related(*related), uid=uid)
    check_can_see_keberatan(request.user, keberatan)
    return keberatan


def find_conflict(request: HttpRequest, uid: UUID) -> Conflict:
    related = ("assessor__user", "stand_in__user", *below("skp"))
    conflict = get_object_or_404(Conflict.objects.select_related(*related), uid=uid)
    check_can_see_conflict(request.user, conflict)
    return conflict


def find_contest(request: HttpRequest, uid: UUID) -> Contest:
    related = ("unit", "checked_by", "realisation__iki", *_through("realisation__evaluation"))
    contest = get_object_or_404(Contest.objects.select_related(*related), uid=uid)
    check_can_see_contest(request.user, contest)
    return contest


def _through(path: str) -> tuple[str, ...]:
    """An evaluation at `path`, with its plan and people."""
    return (f"{path}__period", f"{path}__decided_by", *below(f"{path}__skp"))
