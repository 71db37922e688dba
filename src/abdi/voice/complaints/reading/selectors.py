"""The router that is heard, and what it says when it is sure."""

import hashlib
import logging
from functools import lru_cache
from pathlib import Path

from django.db.models import F, QuerySet

from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.reading.models import LearntRouter, Target
from abdi.voice.complaints.reading.router import Guess, Router

LEAST_SURE = 0.4  # below, a proposal would be wrong more often than right
_DECIDED = {Target.UNIT: "unit_assigned", Target.CATEGORY: "category"}
_log = logging.getLogger(__name__)


def wording(complaint: Complaint) -> str:
    """What is learnt from, proposed from and compared: never who reported, nor where he lives."""
    return f"{complaint.title} {complaint.text}"


def decided(target: Target) -> QuerySet[Complaint]:
    """What can be learnt from, newest first."""
    closed = Complaint.objects.filter(status=Status.SELESAI, is_about_person=False)
    rows = closed.exclude(**{_DECIDED[target]: None})
    return rows.only("title", "text", _DECIDED[target]).order_by(F("closed_at").desc(), "-pk")


def label_of(complaint: Complaint, target: Target) -> str:
    """The id of what was decided."""
    return str(getattr(complaint, f"{_DECIDED[target]}_id"))


def undecided(target: Target) -> QuerySet[Complaint]:
    """What waits for a decision and was not read yet; a complaint about a person is nobody's to guess about."""
    waiting = Complaint.objects.filter(
        status__in=(Status.BARU, Status.TERVERIFIKASI), is_about_person=False, unit_assigned=None
    )
    return waiting.exclude(proposals__target=target).order_by("received_at")


def latest(target: Target) -> LearntRouter | None:
    """The newest router, if it is worth hearing."""
    newest = LearntRouter.objects.filter(target=target).select_related("instansi").first()
    return newest if newest and newest.is_worth_hearing else None


def router_of(learnt: LearntRouter) -> Router | None:
    """Its content; None where that is lost, or is not what was learnt."""
    return opened(learnt.path, learnt.sha256)


def sure_of(router: Router, text: str) -> list[Guess]:
    """What it guesses, as long as the first of it is likely enough to be worth a glance."""
    guesses = router.guess(text)
    return guesses if guesses and guesses[0].confidence >= LEAST_SURE else []


@lru_cache(maxsize=4)
def opened(path: Path, sha256: str) -> Router | None:
    """Each content is read and checked once a process."""
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != sha256:
        _log.warning("the learnt router %s is lost or altered; it proposes nothing", sha256[:12])
        return None
    return Router.from_bytes(content)
