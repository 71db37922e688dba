"""Where the events of a log belong: its service, and the units and people it names."""

from dataclasses import dataclass

from abdi.integrations.eventlog.events import Event
from abdi.integrations.eventlog.staging import Staging
from abdi.organisation.actions import ensure_layanan, ensure_placeholder_employee, ensure_unit
from abdi.organisation.models import Layanan, Unit
from abdi.platform.accounts.models import User


@dataclass(frozen=True, slots=True)
class Places:
    """Names of the log → rows of the organisation. An event without a unit belongs to the service's."""

    layanan: Layanan
    units: dict[str, Unit]
    employee_ids: dict[str, int]

    def unit_of(self, event: Event) -> int:
        return self.units[event.unit].pk if event.unit else self.layanan.unit_id

    def employee_of(self, event: Event) -> int | None:
        return self.employee_ids.get(event.officer)


def ensure_places(actor: User, log: Staging, layanan_code: str) -> Places:
    """Find what the log names, and make what is missing, marked as to be completed.

    A new service belongs to the unit with most of its events, a new officer to the unit with most of theirs.
    """
    units = {code: ensure_unit(actor=actor, code=code) for code in _units(log)}
    layanan = Layanan.objects.filter(code=layanan_code).first() or ensure_layanan(
        actor=actor,
        code=layanan_code,
        unit=next(iter(units.values()), None) or ensure_unit(actor=actor, code=layanan_code),
    )
    employee_ids: dict[str, int] = {}
    for (officer, unit), _ in log.desks.most_common():
        if officer and officer not in employee_ids:
            home = units.get(unit) or layanan.unit
            employee = ensure_placeholder_employee(actor=actor, external_key=officer, unit=home)
            employee_ids[officer] = employee.pk
    return Places(layanan, units, employee_ids)


def _units(log: Staging) -> list[str]:
    """Unit codes of the log, the busiest first."""
    events: dict[str, int] = {}
    for (_, unit), count in log.desks.items():
        events[unit] = events.get(unit, 0) + count
    return sorted(filter(None, events), key=lambda unit: (-events[unit], unit))
