"""The units and people that a table names, read in a few queries however long it is."""

from collections.abc import Collection
from datetime import date
from typing import TypeVar

from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import placements_on

K = TypeVar("K")
AT_ONCE = 500  # parameters of one query; databases bound them


class Lookup:
    """Unit code → unit, NIP → employee, and where a person worked on a day."""

    def __init__(self, codes: Collection[str], nips: Collection[str]) -> None:
        self.units = {one.code: one for some in portions(codes) for one in Unit.objects.filter(code__in=some)}
        self.employees = {
            one.nip: one for some in portions(nips) for one in Employee.objects.filter(nip__in=some)
        }
        self._placed: dict[date, dict[int, Unit]] = {}

    def unit_of(self, employee: Employee, day: date) -> Unit | None:
        if day not in self._placed:
            people = list(self.employees.values())
            self._placed[day] = {
                person: placement.position.unit
                for some in portions(people)
                for person, placement in placements_on(some, day).items()
            }
        return self._placed[day].get(employee.pk)


def portions(some: Collection[K]) -> list[list[K]]:
    every = list(some)
    return [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
