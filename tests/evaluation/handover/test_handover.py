"""Handing over, receiving, signing, refusing, settling: who in which state, and until when."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from abdi.evaluation.handover import actions
from abdi.evaluation.handover.enums import HandoverStatus as S
from abdi.evaluation.handover.models import Handover
from abdi.evaluation.handover.selectors import (
    due_of,
    handover_of,
    received_on,
    settle_due_of,
    to_hand_over,
    to_settle,
)
from abdi.evaluation.handover.tasks import tell_superiors
from abdi.evaluation.handover.workflow import HANDOVER
from abdi.evaluation.models import Evaluation
from abdi.evaluation.papers import DOKUMEN_EVALUASI, EVALUASI
from abdi.evaluation.printing import dokumen_evaluasi_pdf
from abdi.platform.audit.models import AuditEntry
from abdi.platform.documents.papers import digest_of
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests.evaluation.judged import days_ago, decided, differs, in_days, outcome, sources_of
from tests.evaluation.test_documents import text_of
from tests.web.serving import opened_evaluation

TABLE = {
    "hand_over": ("dewi", {S.MENUNGGU}),
    "receive": ("rina", {S.DISERAHKAN}),
    "sign": ("rina", {S.DISERAHKAN, S.DITERIMA}),
    "refuse": ("rina", {S.DISERAHKAN, S.DITERIMA}),
    "settle": ("budi", {S.MENUNGGU, S.DISERAHKAN, S.DITERIMA, S.DITOLAK}),
}
VERBS = {
    "hand_over": lambda actor, one: actions.hand_over(actor=actor, evaluation=one),
    "receive": lambda actor, one: actions.receive(actor=actor, evaluation=one),
    "sign": lambda actor, one: actions.sign(actor=actor, evaluation=one),
    "refuse": lambda actor, one: actions.refuse_to_sign(actor=actor, evaluation=one, reason="Isinya keliru"),
    "settle": lambda actor, one: actions.settle(actor=actor, evaluation=one, reason="Lewat waktu"),
}


@pytest.fixture
def evaluation(office):
    return decided(office)


def stand(evaluation, status):
    """Long ago, so that the days of every step have passed."""
    long_ago = days_ago(60)
    Evaluation.objects.filter(pk=evaluation.pk).update(decided_at=long_ago)
    evaluation.refresh_from_db()
    Handover.objects.filter(evaluation=evaluation).delete()
    row = Handover(evaluation=evaluation, status=status, handed_at=long_ago, received_at=long_ago)
    if status == S.DITOLAK:
        row.refused_at, row.refusal = long_ago, "Tidak sepakat"
    if status == S.DITETAPKAN_ATASAN:
        row.settled_at, row.settled_by, row.settlement = long_ago, evaluation.decided_by, "Ditetapkan"
    row.save()
    return row


def digests(evaluation):
    return [digest_of(paper.content(evaluation)) for paper in (EVALUASI, DOKUMEN_EVALUASI)]


def test_truth_table(office, evaluation):
    def standing(state):
        stand(evaluation, state)
        return evaluation

    assert differs(office, S, standing, TABLE, VERBS) == []
    assert {name: set(one.source) for name, one in HANDOVER.transitions.items()} == sources_of(TABLE)


def test_from_the_decision_to_the_signature(office, evaluation):
    dewi, rina = office.user("dewi"), office.user("rina")
    assert list(to_hand_over(dewi)) == [evaluation]
    handover = actions.hand_over(actor=dewi, evaluation=evaluation)
    assert (handover.due, due_of(handover)) == (in_days(14), in_days(14))
    assert not to_hand_over(dewi).exists()
    assert received_on(evaluation) is None
    actions.receive(actor=rina, evaluation=evaluation)
    assert received_on(evaluation) == timezone.localdate()
    handover = actions.sign(actor=rina, evaluation=evaluation)
    assert (handover.status, handover.due) == (S.DITANDATANGANI, None)
    assert AuditEntry.objects.latest("pk").tag == "evaluation:handover:sign"
    assert Notice.objects.of(dewi).filter(kind="evaluation:handover").count() == 1


def test_the_days_are_printed_once_it_is_received(office, evaluation):
    """What is handed over stays the sheet in force until then; the other sheet prints no such day, and stays."""
    issued = digests(evaluation)
    actions.hand_over(actor=office.user("dewi"), evaluation=evaluation)
    Handover.objects.update(handed_at=datetime(2026, 10, 1, 22, tzinfo=UTC))  # the next morning in Jakarta
    assert digests(Evaluation.objects.get()) == issued
    actions.receive(actor=office.user("rina"), evaluation=evaluation)
    kept = Evaluation.objects.get()
    days = {"diserahkan": "2026-10-02", "diterima": timezone.localdate().isoformat(), "diterima_atasan": None}
    assert kept.snapshot["penyerahan"] == days
    assert [now == then for now, then in zip(digests(kept), issued, strict=True)] == [True, False]
    actions.sign(actor=office.user("rina"), evaluation=evaluation)
    assert digests(Evaluation.objects.get()) == digests(kept)


def test_both_days_stand_beside_the_signatures(evaluation):
    dots = r"Diterima tanggal [.…]+"
    assert re.search(f"{dots} {dots}", text_of(dokumen_evaluasi_pdf(evaluation)))
    days = {"diserahkan": "2026-10-02", "diterima": "2026-10-05", "diterima_atasan": None}
    evaluation.snapshot |= {"penyerahan": days}
    text = text_of(dokumen_evaluasi_pdf(evaluation))
    assert "Diserahkan 2 Oktober 2026" in text
    assert re.search(f"Diterima tanggal 5 Oktober 2026 {dots}", text)


def test_the_superior_who_settles_has_received(office, evaluation):
    stand(evaluation, S.MENUNGGU)
    Handover.objects.update(handed_at=None, received_at=None)
    VERBS["settle"](office.user("budi"), evaluation)
    assert Evaluation.objects.get().snapshot["penyerahan"] == {
        "diserahkan": None,
        "diterima": None,
        "diterima_atasan": timezone.localdate().isoformat(),
    }


def test_signing_is_receiving_and_takes_no_objection_away(office, evaluation):
    actions.hand_over(actor=office.user("dewi"), evaluation=evaluation)
    handover = actions.sign(actor=office.user("rina"), evaluation=evaluation)
    assert handover.received_at == handover.signed_at


@pytest.mark.parametrize(("days", "settled"), [(14, False), (15, True)])
@pytest.mark.parametrize("status", [S.DISERAHKAN, S.DITERIMA])
def test_the_superior_settles_once_the_days_have_passed(office, evaluation, status, days, settled):
    row = stand(evaluation, status)
    row.handed_at = row.received_at = days_ago(days)
    row.due = due_of(row)
    row.save()
    assert (evaluation in to_settle(office.budi, timezone.localdate())) is settled
    found = outcome(lambda: VERBS["settle"](office.user("budi"), evaluation))
    assert found == (True if settled else PolicyRefused)


@pytest.mark.parametrize(("days", "settled"), [(14, False), (15, True)])
def test_what_the_assessor_never_hands_over_the_superior_settles(office, evaluation, days, settled):
    Evaluation.objects.filter(pk=evaluation.pk).update(decided_at=days_ago(days))
    evaluation.refresh_from_db()
    assert (evaluation in to_settle(office.budi, timezone.localdate())) is settled
    found = outcome(lambda: VERBS["settle"](office.user("budi"), evaluation))
    assert found == (True if settled else PolicyRefused)


def test_a_refused_signature_is_settled_at_once_and_stays_beside_the_decision(office, evaluation):
    actions.hand_over(actor=office.user("dewi"), evaluation=evaluation)
    with pytest.raises(InputRefused, match="Tulis alasan"):
        actions.refuse_to_sign(actor=office.user("rina"), evaluation=evaluation, reason=" ")
    actions.refuse_to_sign(actor=office.user("rina"), evaluation=evaluation, reason="Angkanya keliru")
    due = settle_due_of(handover_of(evaluation))
    assert due is not None
    assert due - timezone.localdate() >= timedelta(days=7)
    handover = actions.settle(actor=office.user("budi"), evaluation=evaluation, reason="Sudah saya periksa")
    evaluation.refresh_from_db()
    assert (handover.status, evaluation.predikat) == (S.DITETAPKAN_ATASAN, "butuh_perbaikan")
    assert handover.refusal == "Angkanya keliru"
    assert received_on(evaluation) == timezone.localdate()


def test_nothing_is_handed_over_before_it_is_decided(office):
    one = opened_evaluation(office)
    with pytest.raises(PolicyRefused, match="belum ditetapkan"):
        actions.hand_over(actor=office.user("dewi"), evaluation=one)


def test_a_question_is_answered_once_by_the_assessor(office, evaluation):
    rina, dewi = office.user("rina"), office.user("dewi")
    question = actions.ask_question(actor=rina, evaluation=evaluation, text="Mengapa di bawah?")
    with pytest.raises(PermissionRefused):
        actions.answer_question(actor=rina, question=question, text="Entah")
    actions.answer_question(actor=dewi, question=question, text="Panduan kedua belum ada.")
    with pytest.raises(PolicyRefused, match="sudah dijawab"):
        actions.answer_question(actor=dewi, question=question, text="Lagi")


@pytest.mark.parametrize("change", [{"status": "ditetapkan_atasan"}, {"status": "ditolak"}])
def test_the_database_refuses_half_a_settlement(evaluation, office, change):
    handover = actions.hand_over(actor=office.user("dewi"), evaluation=evaluation)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.filter(pk=handover.pk).update(**change)


def test_the_superior_is_told_once_of_a_signature_that_is_missing(office, evaluation):
    assert tell_superiors.call() == 0
    Evaluation.objects.filter(pk=evaluation.pk).update(decided_at=days_ago(15))
    assert [tell_superiors.call(), tell_superiors.call()] == [1, 0]
    assert Notice.objects.of(office.user("budi")).get().kind == "evaluation:handover:overdue"
