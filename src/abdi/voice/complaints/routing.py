"""Which unit and which category a complaint seems to be for, told from its text alone. A person decides.

Nothing is said below a number of closed cases, where a router is no better than naming the commonest unit, or where it
is not sure. Never of a complaint about a person (UU 25/2009 Ps 45 says whose that is), and never from who reported.
"""

import hashlib
import logging
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.db.models import F, OuterRef, Q, Subquery

from abdi.voice.complaints.models import Complaint, Disposition
from abdi.voice.complaints.reading.models import LearntRouter, Proposal, Target
from abdi.voice.complaints.reading.router import Guess, Router

LEAST_SURE = 0.4  # below, a proposal would be wrong more often than right
_log = logging.getLogger(__name__)


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


def sure_of(router: Router, text: str) -> list[Guess]:
    """What it guesses, as long as the first of it is likely enough to be worth a glance."""
    guesses = router.guess(text)
    return guesses if guesses and guesses[0].confidence >= LEAST_SURE else []


def wording(complaint: Complaint) -> str:
    """What is learnt from, and proposed from: never who reported, nor where he lives."""
    return f"{complaint.title} {complaint.text}"


def latest(target: Target) -> LearntRouter | None:
    """The newest router, if it is worth hearing."""
    newest = LearntRouter.objects.filter(target=target).select_related("instansi").first()
    return newest if newest and newest.is_worth_hearing else None


def router_of(learnt: LearntRouter) -> Router | None:
    """Its content; None where that is lost, or is not what was learnt."""
    return _opened(learnt.path, learnt.sha256)


def taken(target: Target, since: datetime) -> Taken:
    """How often the person who decided chose what had been proposed; the first disposition, the category as it is."""
    first = Disposition.objects.filter(complaint=OuterRef("complaint")).order_by("number").values("unit")[:1]
    chosen = Subquery(first) if target == Target.UNIT else F("complaint__category")
    made = Proposal.objects.filter(target=target, made_at__gte=since, first__isnull=False)
    decided = made.filter(complaint__verified_at__isnull=False).annotate(chosen=chosen)
    decided = decided.filter(chosen__isnull=False)
    return Taken(decided.count(), decided.filter(Q(chosen=F("first"))).count())


@lru_cache(maxsize=4)
def _opened(path: Path, sha256: str) -> Router | None:
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != sha256:
        _log.warning("the learnt router %s is lost or altered; it proposes nothing", sha256[:12])
        return None
    return Router.from_bytes(content)
