"""Many at once: each in a transaction of its own, so that one refusal holds nobody else up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from abdi.organisation.models import Employee
from abdi.planning.actions import agree_skp, draft_skp
from abdi.planning.enums import Pendekatan
from abdi.planning.models import Period, Skp
from abdi.planning.year.actions import copy_skp
from abdi.planning.year.policies import check_at_once
from abdi.planning.year.selectors import latest_before
from abdi.platform.accounts.models import User
from abdi.platform.errors import DomainError, InputRefused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one person: his SKP, or the sentence why not. `notes`: what to look at."""

    employee: Employee
    skp: Skp | None = None
    refusal: str = ""
    notes: tuple[str, ...] = ()


def draft_many(
    *,
    actor: User,
    employees: Iterable[Employee],
    period: Period,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
) -> list[Outcome]:
    def draft(employee: Employee) -> Outcome:
        skp = draft_skp(actor=actor, employee=employee, period=period, pendekatan=pendekatan)
        return Outcome(employee, skp)

    return [_each(draft, employee, employee) for employee in _no_more(employees)]


def copy_many(*, actor: User, employees: Iterable[Employee], period: Period) -> list[Outcome]:
    """Each from his last SKP of an earlier period."""
    people = _no_more(employees)
    sources = latest_before([employee.pk for employee in people], period)

    def copy(employee: Employee) -> Outcome:
        if employee.pk not in sources:
            raise InputRefused("Belum punya SKP periode sebelumnya untuk disalin; susun yang baru.")
        copied = copy_skp(actor=actor, source=sources[employee.pk], period=period)
        return Outcome(employee, copied.skp, notes=tuple(copied.notes))

    return [_each(copy, employee, employee) for employee in people]


def agree_many(*, actor: User, plans: Iterable[Skp]) -> list[Outcome]:
    """`plans` with their people: select_related("employee__user", "pejabat_penilai", "period", "position__unit")."""

    def agree(skp: Skp) -> Outcome:
        return Outcome(skp.employee, agree_skp(actor=actor, skp=skp))

    return [_each(agree, skp, skp.employee) for skp in _no_more(plans)]


def _each(act: Callable[[T], Outcome], one: T, employee: Employee) -> Outcome:
    try:
        return act(one)
    except DomainError as refusal:
        return Outcome(employee, refusal=refusal.message)


def _no_more(wanted: Iterable[T]) -> list[T]:
    found = list(wanted)
    check_at_once(len(found))
    return found
