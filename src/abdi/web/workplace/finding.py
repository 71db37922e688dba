"""The thing an address names: 404 where the instansi has none, 403 where this person may not see it."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.permissions import check_can_see_evaluation
from abdi.planning.models import Iki, Rhk, Skp
from abdi.planning.permissions import check_can_see_skp

_PEOPLE = ("employee__user", "pejabat_penilai__user", "period", "position__unit", "instansi")


def find_skp(request: HttpRequest, uid: UUID) -> Skp:
    skp = get_object_or_404(Skp.objects.select_related(*_PEOPLE), uid=uid)
    check_can_see_skp(request.user, skp)
    return skp


def find_rhk(request: HttpRequest, uid: UUID) -> Rhk:
    rhk = get_object_or_404(Rhk.objects.select_related(*below("skp")), uid=uid)
    check_can_see_skp(request.user, rhk.skp)
    return rhk


def find_iki(request: HttpRequest, uid: UUID) -> Iki:
    iki = get_object_or_404(Iki.objects.select_related(*below("rhk__skp")), uid=uid)
    check_can_see_skp(request.user, iki.rhk.skp)
    return iki


def find_evaluation(request: HttpRequest, uid: UUID) -> Evaluation:
    evaluation = get_object_or_404(Evaluation.objects.select_related("period", *below("skp")), uid=uid)
    check_can_see_evaluation(request.user, evaluation)
    return evaluation


def find_realisation(request: HttpRequest, uid: UUID) -> Realisation:
    related = ("iki", "evaluation__period", *below("evaluation__skp"))
    realisation = get_object_or_404(Realisation.objects.select_related(*related), uid=uid)
    check_can_see_evaluation(request.user, realisation.evaluation)
    return realisation


def find_one_of(rows: Any, uid: UUID | str) -> Any:
    """One row of a set that is already narrowed to what may be seen; `uid` may come from a form."""
    try:
        return get_object_or_404(rows, uid=uid)
    except ValidationError as error:
        raise Http404 from error


def below(path: str) -> tuple[str, ...]:
    """For `select_related`: the SKP at `path`, and whoever is asked about when it is looked at."""
    return (path, *(f"{path}__{one}" for one in _PEOPLE))
