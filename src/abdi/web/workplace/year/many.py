"""What can be done for many at once, for whom, and with what result."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee
from abdi.organisation.selectors import employee_of
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Period, Skp
from abdi.planning.selectors import skp_to_assess
from abdi.planning.year.bulk import Outcome, agree_many, copy_many, draft_many
from abdi.planning.year.chase import ChaseState, chased
from abdi.planning.year.policies import AT_ONCE
from abdi.platform.accounts.models import User
from abdi.platform.errors import InputRefused


class Task(models.TextChoices):
    SUSUN = "susun", _("Mulai SKP kosong")
    SALIN = "salin", _("Salin dari SKP sebelumnya")
    SEPAKATI = "sepakati", _("Sepakati yang diajukan")


def candidates(user: User, task: Task, period: Period, *, on: date, words: str = "") -> QuerySet[Any]:
    """Whom the task can be done for: plans that wait for this assessor, or employees without one."""
    if task == Task.SEPAKATI:
        return _to_agree(employee_of(user), period, words)
    return chased(user, period, on=on, state=ChaseState.BELUM, words=words)


def choices(task: Task, found: Iterable[Any]) -> list[dict[str, Any]]:
    """Rows to tick."""
    if task == Task.SEPAKATI:
        return [{"uid": skp.uid, "name": skp.employee.name, "skp": skp} for skp in found]
    return [{"uid": one.uid, "name": one.name, "skp": None} for one in found]


def chosen(found: QuerySet[Any], sent: QueryDict) -> list[Any]:
    """Those ticked, or all that match (`semua`); never anybody outside `found`.

    One more than can be done at once is enough for the action to refuse.
    """
    if sent.get("semua"):
        return list(found[: AT_ONCE + 1])
    try:
        picked = list(found.filter(uid__in=sent.getlist("pilih")))
    except ValidationError:
        picked = []
    if not picked:
        raise InputRefused("Pilih paling sedikit satu orang.")
    return picked


def carry_out(user: User, task: Task, period: Period, rows: list[Any]) -> list[Outcome]:
    if task == Task.SEPAKATI:
        return agree_many(actor=user, plans=rows)
    act = copy_many if task == Task.SALIN else draft_many
    return act(actor=user, employees=rows, period=period)


def _to_agree(assessor: Employee | None, period: Period, words: str) -> QuerySet[Skp]:
    if assessor is None:
        return Skp.objects.none()
    found = skp_to_assess(assessor).filter(period=period, status=SkpStatus.DIAJUKAN)
    if words := words.strip():
        found = found.filter(Q(employee__name__icontains=words) | Q(employee__nip__startswith=words))
    return found.select_related(
        "employee__user", "pejabat_penilai", "period", "position__unit", "instansi"
    ).order_by("employee__name", "pk")
