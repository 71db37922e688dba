"""What was promised, planned and spent, in whole and by milestone. Exact to the cent of a rupiah."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Sum

from abdi.voice.projects.models import Milestone, Project

NOTHING = Decimal("0.00")
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Budget:
    """Rupiah. `limit` is the ceiling of the project, or what a milestone may cost."""

    limit: Decimal
    planned: Decimal
    spent: Decimal

    @property
    def left(self) -> Decimal:
        """Negative when more was spent than there is."""
        return self.limit - self.spent

    @property
    def is_over(self) -> bool:
        return self.spent > self.limit

    @property
    def share(self) -> Decimal | None:
        """Percent of the limit that is spent, to one decimal; None where there is no limit to speak of."""
        if not self.limit:
            return None
        return (self.spent * 100 / self.limit).quantize(_TENTH, rounding=ROUND_HALF_UP)


def budget_of(project: Project) -> Budget:
    """Of the whole project. Two queries."""
    planned = project.milestones.aggregate(all=Sum("budget"))["all"] or NOTHING
    spent = project.milestones.aggregate(all=Sum("spending__amount"))["all"] or NOTHING
    return Budget(project.budget, planned, spent)


def spent_on(milestone: Milestone) -> Decimal:
    """From rows read along, where they were (`prefetch_related("spending")`)."""
    return sum((one.amount for one in milestone.spending.all()), NOTHING)
