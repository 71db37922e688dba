"""What fell due is told to the admins of the unit, each deadline once."""

from datetime import timedelta

import pytest

from abdi.platform.notifications.models import Notice
from abdi.services.standards import actions, tasks
from abdi.services.standards.enums import ReviewKind
from abdi.services.standards.models import BeritaAcara

YEARS = timedelta(days=366)


def _late_publication(desk):
    standar = desk.discussed()
    BeritaAcara.objects.update(held_on=desk.today - timedelta(days=30))
    return standar


def _set_long_ago(desk, days):
    past = desk.today - timedelta(days=days)
    return desk.set(desk.draft(), actions.adopt_standar, decided_on=past, valid_from=past)


def _evaluated(desk):
    standar = _set_long_ago(desk, 500)
    actions.record_review(
        actor=desk.sari, standar=standar, kind=ReviewKind.EVALUASI, held_on=desk.today, conclusion="Baik"
    )
    return standar


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda desk: desk.discussed(), []),
        (_late_publication, ["belum dipublikasikan"]),
        (lambda desk: desk.after(desk.published(), 14), []),
        (lambda desk: desk.after(desk.published(), 60), ["belum diperbaiki"]),
        (lambda desk: _set_long_ago(desk, 3), []),
        (lambda desk: _set_long_ago(desk, 60), ["Maklumat"]),
        (lambda desk: _set_long_ago(desk, 500), ["dievaluasi", "Maklumat"]),
        (lambda desk: _set_long_ago(desk, 1_500), ["dievaluasi", "ditinjau", "Maklumat"]),
        (_evaluated, ["Maklumat"]),
    ],
)
def test_told_once(desk, made, words):
    made(desk)
    tasks.remind_admins.call()
    titles = sorted(Notice.objects.filter(kind=tasks.KIND).values_list("title", flat=True))
    assert len(titles) == len(words)
    assert all(any(word in title for title in titles) for word in words)
    assert tasks.remind_admins.call() == 0
