"""A related assessor stands aside: who may say so, who decides, and who judges then."""

import pytest

from abdi.evaluation import actions as judging
from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.permissions import can_judge
from abdi.evaluation.recusal import actions
from abdi.evaluation.recusal.enums import ConflictStatus as S
from abdi.evaluation.recusal.models import Conflict
from abdi.evaluation.recusal.permissions import can_declare_conflict, can_name_reviewer, can_see_conflict
from abdi.evaluation.recusal.selectors import conflicts_to_decide, judged_in_place
from abdi.evaluation.recusal.workflow import CONFLICT
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.platform.notifications.models import Notice
from tests.evaluation.judged import PEOPLE, days_ago, differs, sources_of
from tests.web.serving import opened_evaluation

MAY = {
    #        declare name   see
    "rina": (True, False, True),
    "dewi": (True, False, True),
    "budi": (False, False, True),
    "joko": (False, False, False),
    "sari": (True, True, True),
}
OPEN = {S.DILAPORKAN}
TABLE = {"accept": ("budi", OPEN), "reject": ("budi", OPEN), "withdraw": ("rina", OPEN)}
VERBS = {
    "accept": lambda actor, one: decide(actor, one, accepted=True),
    "reject": lambda actor, one: decide(actor, one, accepted=False),
    "withdraw": lambda actor, one: actions.withdraw_conflict(actor=actor, conflict=one),
}


def decide(actor, conflict, *, accepted):
    return actions.decide_conflict(
        actor=actor, conflict=conflict, accepted=accepted, reason="Benar sepupu, tercatat."
    )


@pytest.fixture
def evaluation(office):
    return opened_evaluation(office)


@pytest.fixture
def conflict(office, evaluation):
    return actions.declare_conflict(
        actor=office.user("rina"),
        skp=evaluation.skp,
        kind="keluarga",
        text="Sepupu; kartu keluarga terlampir",
    )


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may(office, conflict, who):
    user = office.user(who)
    asked = (can_declare_conflict(user, conflict.skp), can_name_reviewer(user, conflict.skp))
    assert (*asked, can_see_conflict(user, conflict)) == MAY[who]


def test_truth_table(office, conflict):
    def standing(state):
        stand_in = office.budi if state == S.DITERIMA else None
        done = {"finding": "x", "decided_by": office.user("budi"), "decided_at": days_ago(1)}
        Conflict.objects.filter(pk=conflict.pk).update(status=state, stand_in=stand_in, **done)
        return Conflict.objects.get(pk=conflict.pk)

    assert differs(office, S, standing, TABLE, VERBS) == []
    assert {name: set(one.source) for name, one in CONFLICT.transitions.items()} == sources_of(TABLE)


def test_accepted_the_superior_judges_in_his_place(office, evaluation, conflict):
    assert list(conflicts_to_decide(office.budi)) == [conflict]
    assert conflict.due is not None
    decide(office.user("budi"), conflict, accepted=True)
    assert [who for who in PEOPLE if can_judge(office.user(who), evaluation)] == ["budi"]
    assert list(judged_in_place(office.budi)) == [conflict]
    given = {"evaluation": evaluation, "hasil": Rating.SESUAI, "perilaku": Rating.SESUAI}
    with pytest.raises(PermissionRefused, match="Karena benturan kepentingan, SKP ini dinilai oleh Budi"):
        judging.give_ratings(actor=office.user("dewi"), **given)
    judging.give_ratings(actor=office.user("budi"), **given)
    judging.decide_predikat(actor=office.user("budi"), evaluation=evaluation)
    kept = Evaluation.objects.get(pk=evaluation.pk)
    assert (kept.decided_by, kept.snapshot["pejabat_penilai"]["nama"]) == (
        office.user("budi"),
        "Budi Andaian",
    )
    assert Notice.objects.of(office.user("dewi")).filter(kind="evaluation:conflict").count() == 2


def test_rejected_nothing_changes(office, evaluation, conflict):
    decide(office.user("budi"), conflict, accepted=False)
    assert [who for who in PEOPLE if can_judge(office.user(who), evaluation)] == ["dewi"]


def test_declared_once_with_words(office, evaluation, conflict):
    again = {"actor": office.user("dewi"), "skp": evaluation.skp, "kind": "keluarga"}
    with pytest.raises(InputRefused, match="Jelaskan hubungannya"):
        actions.declare_conflict(text=" ", **again)
    with pytest.raises(InputRefused, match="sudah dilaporkan"):
        actions.declare_conflict(text="Sepupu", **again)
