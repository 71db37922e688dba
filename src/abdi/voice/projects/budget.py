"""What was promised, planned and spent, in whole and by milestone. Exact to the cent of a rupiah."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from abdi.voice.projects.models import Milestone, Project

_NOTHING = Decimal("0.00")
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Budget:
    """Rupiah. `limit` is the ceiling of the project."""

    limit: Decimal
    planned: Decimal
    spent: Decimal

    @property
    def is_over(self) -> bool:
        return self.spent > self.limit

    @property
    def share(self) -> Decimal | None:
        """Percent of the limit that is spent, to one decimal; None where there is no limit to speak of."""
        if not self.limit:
            return None
        return (self.spent * 100 / self.limit).quantize(_TENTH, rounding=ROUND_HALF_UP)


def budget_of(project: Project, milestones: Iterable[Milestone]) -> Budget:
    """Of the whole project, from its `milestones` read along with their spending: no query."""
    return Budget(project.budget, planned_in(milestones), sum(map(spent_on, milestones), _NOTHING))


def planned_in(milestones: Iterable[Milestone]) -> Decimal:
    return sum((one.budget for one in milestones), _NOTHING)


def spent_on(milestone: Milestone) -> Decimal:
    """From rows read along, where they were (`prefetch_related("spending")`)."""
    return sum((one.amount for one in milestone.spending.all()), _NOTHING)
