"""One fact is doubted: checked by the steward, corrected by a new fact, measured again."""

import pytest

from abdi.evaluation.contest import actions
from abdi.evaluation.contest.enums import ContestStatus as S
from abdi.evaluation.contest.models import Contest
from abdi.evaluation.contest.selectors import fact_behind, open_contests, to_check
from abdi.evaluation.contest.workflow import CONTEST
from abdi.evaluation.models import Realisation
from abdi.facts import selectors as facts
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.platform.notifications.models import Notice
from tests.evaluation.judged import PEOPLE, days_ago, decided, differs, outcome, sources_of
from tests.web.serving import opened_evaluation

OPEN = {S.DIAJUKAN}
TABLE = {"reject": ("sari", OPEN), "correct": ("sari", OPEN), "withdraw": ("rina", OPEN)}
VERBS = {
    "reject": lambda actor, one: actions.reject_contest(actor=actor, contest=one, reason="Sudah dicek"),
    "correct": lambda actor, one: actions.correct_contest(
        actor=actor, contest=one, value=1, reason="Salah jam"
    ),
    "withdraw": lambda actor, one: actions.withdraw_contest(actor=actor, contest=one),
}


@pytest.fixture
def evaluation(office):
    return opened_evaluation(office)


@pytest.fixture
def contest(office, evaluation):
    return doubt(office, evaluation)


def late_fact(office):
    """One of Rina's cases that were not finished in time."""
    found = facts.current(employees=[office.rina.pk], kinds=["service.on_time"], limit=1000)
    return next(fact for fact in found if fact["value"] == 0)


def doubt(office, evaluation, **more):
    given = {"fact_id": late_fact(office)["id"], "reason": "Selesai 09.10, tercatat 19.10.", **more}
    realisation = evaluation.realisations.get()
    return actions.contest_fact(actor=office.user("rina"), realisation=realisation, **given)


def test_truth_table(office, contest):
    def standing(state):
        done = {"answer": "x", "checked_by": office.user("sari"), "checked_at": days_ago(1)}
        fields = done if state in {S.DITOLAK, S.DIKOREKSI} else dict.fromkeys(("checked_by", "checked_at"))
        successor = 1 if state == S.DIKOREKSI else None
        Contest.objects.filter(pk=contest.pk).update(status=state, successor_id=successor, **fields)
        return Contest.objects.get(pk=contest.pk)

    assert differs(office, S, standing, TABLE, VERBS) == []
    assert {name: set(one.source) for name, one in CONTEST.transitions.items()} == sources_of(TABLE)


def test_corrected_by_a_new_fact_and_measured_again(office, evaluation, contest):
    before = evaluation.realisations.get()
    assert list(open_contests(evaluation)) == list(to_check(office.user("sari"))) == [contest]
    assert (contest.value, contest.case_key) == (0, late_fact(office)["case_key"])
    VERBS["correct"](office.user("sari"), contest)
    assert fact_behind(before, contest.fact_id) is None
    assert facts.current(ids=[contest.successor_id])[0]["value"] == 1
    after = Realisation.objects.get(pk=before.pk)
    assert (before.value, after.value) == (97.0, pytest.approx(97.333, abs=0.001))
    assert after.lineage["ukuran"]["digest"] != before.lineage["ukuran"]["digest"]
    assert not open_contests(evaluation).exists()
    assert Notice.objects.of(office.user("rina")).filter(kind="evaluation:contest").count() == 1


def test_what_was_decided_stands_when_a_fact_is_corrected(office):
    evaluation = decided(office)
    contest = doubt(office, evaluation)
    VERBS["correct"](office.user("sari"), contest)
    evaluation.refresh_from_db()
    assert evaluation.realisations.get().value == 97.0


@pytest.mark.parametrize("who", PEOPLE)
def test_only_the_employee_contests(office, evaluation, who):
    fact = late_fact(office)["id"]
    given = {"realisation": evaluation.realisations.get(), "fact_id": fact, "reason": "Keliru"}
    found = outcome(lambda: actions.contest_fact(actor=office.user(who), **given))
    assert found == (True if who == "rina" else PermissionRefused)


def test_only_a_fact_behind_the_number_once_with_a_reason(office, evaluation, contest):
    with pytest.raises(InputRefused, match="tidak \\(lagi\\) menjadi dasar"):
        doubt(office, evaluation, fact_id=987654321)
    with pytest.raises(InputRefused, match="sudah disanggah"):
        doubt(office, evaluation)
    with pytest.raises(InputRefused, match="Nilai fakta ini 1"):
        actions.correct_contest(actor=office.user("sari"), contest=contest, value=7, reason="Salah jam")
