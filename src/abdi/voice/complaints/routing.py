"""Which unit and which category a complaint seems to be for, told from its text alone. A person decides.

Nothing is said below a number of closed cases, where a router is no better than naming the commonest unit, or where it
is not sure. Never of a complaint about a person (UU 25/2009 Ps 45 says whose that is), and never from who reported.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef, Q, Subquery

from abdi.voice.complaints.models import Disposition
from abdi.voice.complaints.reading.models import Proposal, Target
from abdi.voice.complaints.reading.router import Guess
from abdi.voice.complaints.reading.selectors import latest, router_of, sure_of


@dataclass(frozen=True, slots=True)
class Taken:
    """Of `decided` proposals, how many people followed."""

    decided: int
    taken: int

    @property
    def share(self) -> float | None:
        return self.taken / self.decided if self.decided else None


def propose(text: str, target: Target = Target.UNIT) -> list[Guess]:
    """The likeliest answers, best first, `label` being the id of the unit or category. Nothing when not sure."""
    learnt = latest(target)
    router = router_of(learnt) if learnt else None
    return sure_of(router, text) if router else []


def taken(target: Target, since: datetime) -> Taken:
    """How often the person who decided chose what had been proposed; the first disposition, the category as it is."""
    first = Disposition.objects.filter(complaint=OuterRef("complaint")).order_by("number").values("unit")[:1]
    chosen = Subquery(first) if target == Target.UNIT else F("complaint__category")
    made = Proposal.objects.filter(target=target, made_at__gte=since, first__isnull=False)
    decided = made.filter(complaint__verified_at__isnull=False).annotate(chosen=chosen)
    counts = decided.aggregate(decided=Count("chosen"), taken=Count("pk", filter=Q(chosen=F("first"))))
    return Taken(**counts)
