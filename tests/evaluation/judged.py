"""Rina's third quarter, decided by Dewi: what is handed over and disputed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from abdi.evaluation import actions
from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.platform.errors import PermissionRefused, PolicyRefused
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


def outcome(act: Callable[[], object]) -> type[Exception] | bool:
    """True where it is done, which is undone again; else which refusal it was."""
    try:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
    except (PermissionRefused, PolicyRefused) as refused:
        return type(refused)
    return True


def differs(
    office: cast.Office,
    states: Iterable[str],
    stand: Callable[[str], Any],
    table: Mapping[str, tuple[str, set[Any]]],
    verbs: Mapping[str, Callable[..., object]],
) -> list[tuple[object, ...]]:
    """Every person in every state at every verb: what is otherwise than the table says.

    `table`: verb → who may, and from which states. The person is asked first, then the state. `stand` brings the
    thing into a state.
    """
    found = []
    for state in states:
        for name, (may, sources) in table.items():
            for who in PEOPLE:
                one = stand(state)
                expected = PermissionRefused if who != may else state in sources or PolicyRefused
                came = outcome(lambda name=name, who=who, one=one: verbs[name](office.user(who), one))
                if came != expected:
                    found.append((state, name, who, came))
    return found


def sources_of(table: Mapping[str, tuple[str, set[Any]]]) -> dict[str, set[str]]:
    return {name: {str(state) for state in sources} for name, (_who, sources) in table.items()}
