"""Rina's third quarter, decided by Dewi: what is handed over and disputed."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from abdi.evaluation import actions
from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from tests import cast
from tests.web.serving import opened_evaluation

PEOPLE = ("rina", "joko", "dewi", "budi", "sari")
REASON = "Panduan belum selesai dan dua rekan mengeluh."


def decided(office: cast.Office) -> Evaluation:
    """Two ratings in the middle and below: predikat Butuh Perbaikan."""
    evaluation = opened_evaluation(office)
    actions.give_ratings(
        actor=office.user("dewi"),
        evaluation=evaluation,
        hasil=Rating.DI_BAWAH,
        perilaku=Rating.SESUAI,
        reason=REASON,
    )
    return actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)


def days_ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
