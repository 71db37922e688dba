"""Where imported facts belong: a service, and the units and people that a file names."""

from collections import Counter
from dataclasses import dataclass

from abdi.organisation.actions import ensure_layanan, ensure_placeholder_employee, ensure_unit
from abdi.organisation.models import Layanan, Unit
from abdi.platform.accounts.models import User

Desks = Counter[
    tuple[str, str]
]  # (officer, unit) → how often the file names them together; both may be empty


@dataclass(frozen=True, slots=True)
class Places:
    """Names in a file → rows of the organisation. What names no unit belongs to the service's."""

    layanan: Layanan
    units: dict[str, Unit]
    employee_ids: dict[str, int]

    def unit_id(self, code: str) -> int:
        return self.units[code].pk if code else self.layanan.unit_id

    def employee_id(self, name: str) -> int | None:
        return self.employee_ids.get(name)


def ensure_places(actor: User, desks: Desks, layanan_code: str) -> Places:
    """Find what the file names, and make what is missing, marked as to be completed.

    A new service belongs to the unit named most often, a new officer to the unit named most often with them.
    """
    units = {code: ensure_unit(actor=actor, code=code) for code in _units(desks)}
    layanan = Layanan.objects.filter(code=layanan_code).first() or ensure_layanan(
        actor=actor,
        code=layanan_code,
        unit=next(iter(units.values()), None) or ensure_unit(actor=actor, code=layanan_code),
    )
    employee_ids: dict[str, int] = {}
    for (officer, unit), _ in desks.most_common():
        if officer and officer not in employee_ids:
            home = units.get(unit) or layanan.unit
            employee = ensure_placeholder_employee(actor=actor, external_key=officer, unit=home)
            employee_ids[officer] = employee.pk
    return Places(layanan, units, employee_ids)


def _units(desks: Desks) -> list[str]:
    """Unit codes, the busiest first."""
    times = Counter[str]()
    for (_, unit), count in desks.items():
        times[unit] += count
    return sorted(filter(None, times), key=lambda unit: (-times[unit], unit))
