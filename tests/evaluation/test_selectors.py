"""Where each of a leader's people stands, and what the quadrant says."""

from abdi.evaluation import actions
from abdi.evaluation.enums import AssessmentState, Rating
from abdi.evaluation.selectors import assessed, latest_evaluation, quadrant, states_of
from abdi.planning import actions as planning
from tests import cast


def state(office):
    return [row.state for row in assessed(office.dewi, office.quarter)]


def test_an_skp_goes_through_every_state(office):
    dewi, rina = office.user("dewi"), office.user("rina")
    skp = cast.skp_with_indicators(office)
    assert state(office) == [AssessmentState.DISUSUN]
    planning.submit_skp(actor=rina, skp=skp)
    assert state(office) == [AssessmentState.DIAJUKAN]
    planning.agree_skp(actor=dewi, skp=skp)
    assert state(office) == [AssessmentState.BELUM_DIBUKA]
    evaluation = actions.open_evaluation(actor=dewi, skp=skp, period=office.quarter)
    assert state(office) == [AssessmentState.DINILAI]
    ratings = {"hasil": Rating.SESUAI, "perilaku": Rating.SESUAI}
    actions.give_ratings(actor=dewi, evaluation=evaluation, **ratings)
    actions.decide_predikat(actor=dewi, evaluation=evaluation)
    assert states_of(office.dewi, office.quarter) == {AssessmentState.DITETAPKAN: 1}
    assert latest_evaluation(skp) == evaluation


def test_the_quadrant_is_the_rules_own(office):
    table = quadrant(office.quarter.end)
    assert (table["di_atas"]["di_atas"], table["di_bawah"]["di_bawah"]) == ("Sangat Baik", "Sangat Kurang")
    assert {len(row) for row in table.values()} == {len(table)} == {3}


def test_a_number_carries_its_trend_and_few_facts_carry_none(office):
    from tests.web.serving import serve

    serve(office, on_time=9, late=1, months=(4, 7, 9))
    serve(office, on_time=1, late=1, months=(8,))
    skp = cast.agreed_skp(office)
    evaluation = actions.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)
    assert evaluation.realisations.get().lineage["tren"] == [
        {"bulan": "2026-04", "nilai": 90.0, "n": 10},
        {"bulan": "2026-07", "nilai": 90.0, "n": 10},
        {"bulan": "2026-09", "nilai": 90.0, "n": 10},
    ]
