"""From an agreed SKP and recorded facts to a predikat that stands."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from abdi.evaluation import actions
from abdi.evaluation.enums import EvaluationStatus, Predikat, Rating, Reading, RealisationSource
from abdi.evaluation.models import Evaluation
from abdi.evaluation.selectors import evidence_of
from abdi.facts import selectors as facts
from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.planning import actions as planning
from abdi.planning.models import Iki, Period
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests import cast

START = datetime(2026, 7, 6, 2, 0, tzinfo=UTC)


def serve(office, employee, on_time, late, day=START):
    """Cases finished by one officer, `on_time` of them within their deadline."""
    facts = [
        NewFact(
            kind="service.on_time",
            occurred_at=day + timedelta(minutes=10 * number),
            unit_id=office.unit.pk,
            service_id=office.layanan.pk,
            employee_id=employee.pk,
            case_key=f"{employee.pk}-{number}",
            source_key=f"{employee.pk}-{day:%m%d}-{number}",
            value=1 if number < on_time else 0,
        )
        for number in range(on_time + late)
    ]
    record_facts(actor=system_user(), facts=facts, source="tes")


@pytest.fixture
def evaluation(office):
    """Rina finished 97 of 100 cases in time in the third quarter; what she did in June and Joko do not count."""
    serve(office, office.rina, on_time=97, late=3)
    serve(office, office.rina, on_time=0, late=20, day=datetime(2026, 6, 1, 2, 0, tzinfo=UTC))
    serve(office, office.joko, on_time=0, late=50)
    skp = cast.agreed_skp(office)
    return actions.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)


def reported(evaluation):
    return Iki.objects.get(rhk__skp=evaluation.skp, metric="")


def rate(
    office, evaluation, hasil=Rating.SESUAI, perilaku=Rating.DI_ATAS, reason="Menggantikan rekan dua kali."
):
    return actions.give_ratings(
        actor=office.user("dewi"), evaluation=evaluation, hasil=hasil, perilaku=perilaku, reason=reason
    )


def test_measured_iki_are_filled_from_the_facts_of_the_period(evaluation):
    measured, awaited = evidence_of(evaluation)
    row = measured.realisation
    assert (row.source, row.value, row.n) == (RealisationSource.TERUKUR, 97.0, 100)
    # Wilson's interval for 97 of 100, computed by hand: Newcombe (1998), method 3
    assert (row.low, row.high) == (pytest.approx(91.55, abs=0.01), pytest.approx(98.97, abs=0.01))
    assert str(row.capaian) == "107.78"
    assert measured.reading == Reading.MEMENUHI
    assert (awaited.realisation, awaited.reading) == (None, Reading.BELUM_ADA)


def test_a_reported_iki_needs_evidence(office, evaluation):
    rina, iki = office.user("rina"), reported(evaluation)
    with pytest.raises(InputRefused, match="bukti dukung"):
        actions.report_realisation(actor=rina, evaluation=evaluation, iki=iki, value=2, evidence=" ")
    row = actions.report_realisation(
        actor=rina, evaluation=evaluation, iki=iki, value=2, evidence="Nota dinas 12"
    )
    assert (row.source, str(row.capaian)) == (RealisationSource.DILAPORKAN, "100.00")


def test_a_measured_iki_cannot_be_typed_in(office, evaluation):
    iki = Iki.objects.exclude(metric="").get()
    with pytest.raises(InputRefused, match="terukur dari fakta"):
        actions.report_realisation(
            actor=office.user("rina"), evaluation=evaluation, iki=iki, value=100, evidence="percaya saja"
        )


def test_the_predikat_follows_the_two_ratings_and_is_frozen(office, evaluation):
    rate(office, evaluation)
    actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)
    assert (evaluation.status, evaluation.predikat) == (EvaluationStatus.DITETAPKAN, Predikat.BAIK)
    assert evaluation.lineage["version"] == "2022-02-03"
    assert evaluation.lineage["inputs"] == {"hasil": "sesuai", "perilaku": "di_atas"}
    assert evaluation.snapshot["predikat"] == "Baik"
    assert Notice.objects.filter(recipient=office.user("rina"), kind="evaluation:predikat").count() == 1
    assert AuditEntry.objects.latest("pk").tag == "evaluation:predikat:decide"
    with pytest.raises(PolicyRefused, match="sudah ditetapkan"):
        rate(office, evaluation)
    with pytest.raises(PolicyRefused, match="sudah ditetapkan"):
        actions.take_measurements(actor=office.user("dewi"), evaluation=evaluation)


def test_later_facts_do_not_change_what_was_decided(office, evaluation):
    rate(office, evaluation)
    actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)
    before = evaluation.snapshot["realisasi"]
    serve(office, office.rina, on_time=0, late=40, day=START + timedelta(days=7))
    evaluation.refresh_from_db()
    assert evaluation.snapshot["realisasi"] == before


def test_measuring_again_sees_new_facts(office, evaluation):
    serve(office, office.rina, on_time=0, late=100, day=START + timedelta(days=7))
    actions.take_measurements(actor=office.user("dewi"), evaluation=evaluation)
    assert evidence_of(evaluation)[0].realisation.value == 48.5
    assert evidence_of(evaluation)[0].reading == Reading.TIDAK_MEMENUHI


def test_few_facts_are_called_few(office):
    serve(office, office.rina, on_time=3, late=1)
    skp = cast.agreed_skp(office)
    evaluation = actions.open_evaluation(actor=office.user("rina"), skp=skp, period=office.quarter)
    assert evidence_of(evaluation)[0].reading == Reading.BELUM_CUKUP


@pytest.mark.parametrize(
    ("hasil", "perilaku", "sentence"),
    [
        (Rating.DI_BAWAH, Rating.SESUAI, "rating hasil kerja di bawah ekspektasi"),
        (Rating.SESUAI, Rating.DI_ATAS, "rating perilaku di atas ekspektasi"),
    ],
)
def test_a_rating_off_the_middle_needs_a_reason(office, evaluation, hasil, perilaku, sentence):
    rate(office, evaluation, hasil=hasil, perilaku=perilaku, reason="")
    with pytest.raises(InputRefused, match=sentence):
        actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)


def test_no_predikat_without_ratings(office, evaluation):
    with pytest.raises(PolicyRefused, match="Pilih rating"):
        actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)


@pytest.mark.parametrize("who", ["rina", "joko", "budi", "sari"])
def test_only_the_assessor_judges(office, evaluation, who):
    with pytest.raises(PermissionRefused):
        actions.give_ratings(
            actor=office.user(who), evaluation=evaluation, hasil=Rating.SESUAI, perilaku=Rating.SESUAI
        )


def test_only_an_agreed_skp_is_judged(office):
    skp = cast.skp_with_indicators(office)
    with pytest.raises(PolicyRefused, match="tidak disepakati"):
        actions.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)


def test_feedback_reaches_result_and_behaviour(office, evaluation):
    iki = Iki.objects.exclude(metric="").get()
    actions.give_feedback(
        actor=office.user("dewi"),
        evaluation=evaluation,
        results={iki: "Pertahankan."},
        perilaku={"loyal": "Terjaga."},
    )
    assert evidence_of(evaluation)[0].realisation.feedback == "Pertahankan."
    assert evaluation.perilaku_feedback.get().text == "Terjaga."


@pytest.mark.parametrize("change", [{"predikat": "baik"}, {"status": "ditetapkan"}])
def test_the_database_refuses_half_a_decision(evaluation, change):
    with pytest.raises(IntegrityError, match="evaluation_decided_whole"), transaction.atomic():
        Evaluation.objects.filter(pk=evaluation.pk).update(**change)


def test_a_draft_from_another_tab_cannot_undo_a_decision(office, evaluation):
    rate(office, evaluation)
    other_tab = Evaluation.objects.get(pk=evaluation.pk)
    actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)
    with pytest.raises(PolicyRefused, match="sudah ditetapkan"):
        rate(office, other_tab, hasil=Rating.DI_BAWAH)
    assert Evaluation.objects.get(pk=evaluation.pk).predikat == Predikat.BAIK


def test_no_predikat_before_the_period_is_over(office, evaluation):
    year = actions.open_evaluation(actor=office.user("dewi"), skp=evaluation.skp, period=office.year)
    rate(office, year)
    late = Period.objects.get(pk=office.year.pk)
    late.end = timezone.localdate() + timedelta(days=1)
    late.save()
    with pytest.raises(PolicyRefused, match="baru berakhir"):
        actions.decide_predikat(actor=office.user("dewi"), evaluation=year)


def test_a_reopened_plan_is_not_judged(office, evaluation):
    rate(office, evaluation)
    planning.reopen_skp(
        actor=office.user("dewi"), skp=evaluation.skp, ground="prioritas", reason="Target berubah"
    )
    with pytest.raises(PolicyRefused, match="tidak disepakati"):
        actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)


def test_what_was_decided_shows_the_indicators_it_was_decided_on(office, evaluation):
    rate(office, evaluation)
    actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)
    planning.reopen_skp(
        actor=office.user("dewi"), skp=evaluation.skp, ground="prioritas", reason="Tambah tugas"
    )
    rhk = evaluation.skp.rhk.first()
    added = {"text": "Susulan", "target": 1, "satuan": "dokumen"}
    planning.add_iki(actor=office.user("rina"), rhk=rhk, fields=added)
    assert len(evidence_of(evaluation)) == 2


def test_when_the_last_fact_goes_the_number_goes(office):
    serve(office, office.rina, on_time=8, late=0)
    skp = cast.agreed_skp(office)
    evaluation = actions.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)
    assert evidence_of(evaluation)[0].realisation.value == 100
    for fact in facts.current(employees=[office.rina.pk]):
        moved = NewFact(
            kind=fact["kind"],
            occurred_at=fact["occurred_at"],
            unit_id=office.unit.pk,
            employee_id=office.joko.pk,
            value=fact["value"],
            source_key=f"pindah-{fact['id']}",
            supersedes_id=fact["id"],
        )
        record_facts(actor=system_user(), facts=[moved], source="koreksi-tes")
    actions.take_measurements(actor=office.user("dewi"), evaluation=evaluation)
    line = evidence_of(evaluation)[0]
    assert (line.realisation.value, line.realisation.n, line.reading) == (None, 0, Reading.BELUM_ADA)


def test_a_number_about_a_person_below_the_minimum_exists_nowhere(office):
    serve(office, office.rina, on_time=3, late=1)
    skp = cast.agreed_skp(office)
    row = actions.open_evaluation(
        actor=office.user("rina"), skp=skp, period=office.quarter
    ).realisations.get()
    assert (row.value, row.low, row.high, row.capaian, row.n) == (None, None, None, None, 4)
    assert row.lineage["ukuran"]["value"] is None
    row.lineage["ukuran"].pop("digest")  # hexadecimal may hold any digits
    assert "75" not in str(row.lineage["ukuran"])
