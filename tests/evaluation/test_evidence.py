"""What stands beside a judgement: what the evidence reads as, and the rest of the year."""

from datetime import date

import pytest

from abdi.evaluation import actions
from abdi.evaluation.enums import Rating
from abdi.evaluation.evidence import earlier_predikat, parts_of_year, reading_of_evidence
from abdi.evaluation.policies import needs_reason
from abdi.planning.models import Iki, Skp
from abdi.platform.errors import InputRefused
from tests.web.serving import opened_evaluation

ABOVE, MET, BELOW = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH


@pytest.fixture
def evaluation(office):
    """97 % in time against a target of 90, and nothing reported yet."""
    return opened_evaluation(office)


def report(office, evaluation, value):
    iki = Iki.objects.get(rhk__skp=evaluation.skp, metric="")
    actions.report_realisation(
        actor=office.user("rina"), evaluation=evaluation, iki=iki, value=value, evidence="Nota dinas 12"
    )


def rate(office, evaluation, reason=""):
    return actions.give_ratings(
        actor=office.user("dewi"), evaluation=evaluation, hasil=MET, perilaku=MET, reason=reason
    )


@pytest.mark.parametrize(("reported", "says"), [(None, None), (3, ABOVE), (2, MET), (1, MET)])
def test_the_evidence_is_read_as_a_whole(office, evaluation, reported, says):
    """The measured one is exceeded; the target of the reported one is 2, and half is not most."""
    if reported:
        report(office, evaluation, reported)
    assert reading_of_evidence(evaluation).value == says


@pytest.mark.parametrize(
    ("hasil", "perilaku", "evidence", "needs"),
    [
        (MET, MET, None, False),
        (MET, MET, MET, False),
        (MET, MET, ABOVE, True),
        (ABOVE, MET, ABOVE, True),
        (BELOW, MET, None, True),
        (MET, ABOVE, MET, True),
    ],
)
def test_a_reason_is_asked_off_the_middle_or_off_the_evidence(hasil, perilaku, evidence, needs):
    assert needs_reason(hasil.value, perilaku.value, evidence and evidence.value) == needs


def test_parting_from_the_evidence_takes_a_reason_and_nothing_is_decided_by_it(office, evaluation):
    report(office, evaluation, 3)
    rate(office, evaluation)
    dewi = office.user("dewi")
    with pytest.raises(InputRefused, match="menurut bukti hasil kerja di atas ekspektasi"):
        actions.decide_predikat(actor=dewi, evaluation=evaluation)
    rate(office, evaluation, "Dua perkara diselesaikan rekannya.")
    actions.decide_predikat(actor=dewi, evaluation=evaluation)
    assert (evaluation.rating_hasil, evaluation.predikat) == (MET, "baik")
    assert evaluation.lineage["menurut_bukti"]["value"] == ABOVE


def test_a_year_lists_its_quarters_and_its_parts(office, evaluation):
    rate(office, evaluation, "Sesuai janji.")
    actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)
    year = actions.open_evaluation(actor=office.user("dewi"), skp=evaluation.skp, period=office.year)
    assert earlier_predikat(year) == [evaluation]
    assert earlier_predikat(evaluation) == []
    assert parts_of_year(year) == []
    Skp.objects.filter(pk=evaluation.skp.pk).update(end=date(2026, 9, 30))
    second = {"position": office.joko.placements.get().position, "pejabat_penilai": office.budi}
    Skp(
        employee=office.rina, period=office.year, start=date(2026, 10, 1), end=date(2026, 12, 31), **second
    ).save()
    first, last = parts_of_year(year)
    # 273 of 365 days
    assert (first.evaluation, first.days, round(first.share, 1)) == (year, 273, 74.8)
    assert (last.evaluation, last.days, round(last.share, 1)) == (None, 92, 25.2)
