"""Keberatan: who in which state, until when, and that no predikat changes without author and reason."""

import io

import pytest
from django.db import IntegrityError, transaction

from abdi.evaluation.enums import Rating
from abdi.evaluation.handover import actions as handing
from abdi.evaluation.handover.models import Handover
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection import actions
from abdi.evaluation.objection.enums import KeberatanStatus as S
from abdi.evaluation.objection.models import Keberatan, Revision
from abdi.evaluation.objection.selectors import filing_due, keberatan_of, to_decide, to_explain
from abdi.evaluation.objection.workflow import KEBERATAN
from abdi.evaluation.printing import dokumen_evaluasi_pdf
from abdi.evaluation.recusal import actions as recusal
from abdi.organisation.models import ReportingLine
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests.evaluation.judged import (
    PEOPLE,
    REASON,
    days_ago,
    decided,
    differs,
    in_days,
    outcome,
    sources_of,
)

OPEN = {S.DIAJUKAN, S.DIJELASKAN}
TABLE = {
    "explain": ("dewi", {S.DIAJUKAN}),
    "uphold": ("budi", OPEN),
    "change": ("budi", OPEN),
    "withdraw": ("rina", OPEN),
}
BETTER = {"hasil": Rating.SESUAI, "perilaku": Rating.SESUAI}
VERBS = {
    "explain": lambda actor, one: actions.explain_keberatan(actor=actor, keberatan=one, text="Karena…"),
    "uphold": lambda actor, one: actions.uphold_predikat(actor=actor, keberatan=one, reason="Sesuai bukti"),
    "change": lambda actor, one: actions.change_predikat(actor=actor, keberatan=one, reason="Baik", **BETTER),
    "withdraw": lambda actor, one: actions.withdraw_keberatan(actor=actor, keberatan=one),
}


@pytest.fixture
def evaluation(office):
    one = decided(office)
    handing.hand_over(actor=office.user("dewi"), evaluation=one)
    handing.receive(actor=office.user("rina"), evaluation=one)
    return one


@pytest.fixture
def keberatan(office, evaluation):
    return file(office, evaluation)


def file(office, evaluation, **more):
    given = {"reasons": "Panduan sudah terbit 12 Agustus.", **more}
    return actions.file_keberatan(actor=office.user("rina"), evaluation=evaluation, **given)


def stand(keberatan, status):
    """Filed long ago, so that the assessor's days have passed."""
    done = {"decision": "x", "decided_by": keberatan.evaluation.decided_by, "decided_at": days_ago(1)}
    none = {"decision": "", "decided_by": None, "decided_at": None}
    fields = done if status in {S.DIKUATKAN, S.DIUBAH} else none
    Keberatan.objects.filter(pk=keberatan.pk).update(status=status, filed_at=days_ago(40), **fields)
    return Keberatan.objects.get(pk=keberatan.pk)


def test_truth_table(office, keberatan):
    assert differs(office, S, lambda state: stand(keberatan, state), TABLE, VERBS) == []
    assert {name: set(one.source) for name, one in KEBERATAN.transitions.items()} == sources_of(TABLE)


@pytest.mark.parametrize("who", PEOPLE)
def test_only_the_employee_objects(office, evaluation, who):
    found = outcome(
        lambda: actions.file_keberatan(actor=office.user(who), evaluation=evaluation, reasons="Keliru")
    )
    assert found == (True if who == "rina" else PermissionRefused)


@pytest.mark.parametrize(("days", "answer"), [(0, True), (14, True), (15, PolicyRefused)])
def test_fourteen_days_from_receipt(office, evaluation, days, answer):
    Handover.objects.filter(evaluation=evaluation).update(received_at=days_ago(days))
    assert filing_due(evaluation) == in_days(14 - days)
    assert outcome(lambda: file(office, evaluation)) == answer


def test_too_late_is_told_with_the_day_it_ended(office, evaluation):
    Handover.objects.filter(evaluation=evaluation).update(received_at=days_ago(15))
    with pytest.raises(PolicyRefused, match=f"habis pada {in_days(-1):%d-%m-%Y}"):
        file(office, evaluation)


def test_before_the_receipt_the_days_do_not_run(office):
    one = decided(office)
    Evaluation.objects.filter(pk=one.pk).update(decided_at=days_ago(40))
    assert filing_due(one) is None
    assert file(office, one).status == S.DIAJUKAN


def test_reasons_are_required_and_one_objection_is_enough(office, evaluation):
    with pytest.raises(InputRefused, match="Tulis alasan keberatan"):
        file(office, evaluation, reasons=" ")
    file(office, evaluation)
    with pytest.raises(PolicyRefused, match="sudah diajukan"):
        file(office, evaluation)


def test_the_superior_hears_the_assessor_first(office, keberatan):
    budi = office.user("budi")
    with pytest.raises(PolicyRefused, match="Tunggu penjelasan Dewi Umpama"):
        actions.uphold_predikat(actor=budi, keberatan=keberatan, reason="Sesuai bukti")
    assert list(to_explain(office.dewi)) == [keberatan]
    VERBS["explain"](office.user("dewi"), keberatan)
    assert list(to_decide(office.budi)) == [keberatan]
    actions.uphold_predikat(actor=budi, keberatan=keberatan, reason="Panduan terbit sesudah periode.")
    keberatan.refresh_from_db()
    evaluation = keberatan.evaluation
    assert (keberatan.status, evaluation.predikat, Revision.objects.count()) == (
        S.DIKUATKAN,
        "butuh_perbaikan",
        0,
    )
    boxes = [evaluation.snapshot[key] for key in ("keberatan", "penjelasan_keberatan", "keputusan_keberatan")]
    assert [(box["teks"], box["oleh"]) for box in boxes] == [
        ("Panduan sudah terbit 12 Agustus.", "Rina Misal"),
        ("Karena…", "Dewi Umpama"),
        ("Panduan terbit sesudah periode.", "Budi Andaian"),
    ]
    assert dokumen_evaluasi_pdf(evaluation).startswith(b"%PDF")
    titles = Notice.objects.of(office.user("rina")).values_list("title", flat=True)
    assert "Keberatan diputus: Predikat dikuatkan" in titles


def test_a_changed_predikat_keeps_the_first_decision_whole(office, keberatan):
    VERBS["explain"](office.user("dewi"), keberatan)
    first = Evaluation.objects.get(pk=keberatan.evaluation_id)
    revision = actions.change_predikat(
        actor=office.user("budi"),
        keberatan=keberatan,
        reason="Panduan ternyata terbit tepat waktu.",
        **BETTER,
    )
    now = Evaluation.objects.get(pk=first.pk)
    assert (now.predikat, now.rating_hasil, now.decided_by) == ("baik", "sesuai", office.user("budi"))
    assert now.lineage["inputs"] == {"hasil": "sesuai", "perilaku": "sesuai"}
    assert (now.snapshot["predikat"], now.snapshot["alasan"]) == ("Baik", revision.reason)
    assert now.snapshot["realisasi"] == first.snapshot["realisasi"]
    before = revision.before
    assert (before["predikat"], before["reason"], before["decided_by"]) == (
        "butuh_perbaikan",
        REASON,
        "Dewi Umpama",
    )
    assert (before["lineage"], before["snapshot"]["predikat"]) == (first.lineage, "Butuh Perbaikan")
    assert revision.after["predikat"] == "baik"
    entry = AuditEntry.objects.get(tag="evaluation:predikat:change")
    assert (entry.data["before"], entry.data["after"]) == ("butuh_perbaikan", "baik")
    with pytest.raises(PolicyRefused, match="final"):
        actions.uphold_predikat(actor=office.user("budi"), keberatan=keberatan, reason="Lagi")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"hasil": Rating.DI_BAWAH, "perilaku": Rating.SESUAI, "reason": "x"}, "tetap sama"),
        ({"hasil": "bagus", "perilaku": Rating.SESUAI, "reason": "x"}, "Pilih rating"),
        ({**BETTER, "reason": " "}, "Tulis alasan putusan"),
    ],
)
def test_no_change_without_another_rating_and_a_reason(office, keberatan, given, sentence):
    VERBS["explain"](office.user("dewi"), keberatan)
    with pytest.raises(InputRefused, match=sentence):
        actions.change_predikat(actor=office.user("budi"), keberatan=keberatan, **given)
    stands = Evaluation.objects.get(pk=keberatan.evaluation_id)
    assert (stands.predikat, Keberatan.objects.get().status) == ("butuh_perbaikan", S.DIJELASKAN)


def test_withdrawn_it_may_be_filed_anew_and_leaves_the_paper(office, evaluation, keberatan):
    actions.withdraw_keberatan(actor=office.user("rina"), keberatan=keberatan)
    assert keberatan_of(evaluation) is None
    evaluation.refresh_from_db()
    assert evaluation.snapshot["keberatan"] is None
    assert file(office, evaluation).status == S.DIAJUKAN


def test_evidence_is_kept_as_a_file(office, evaluation):
    one = file(office, evaluation, attachment=io.BytesIO(b"%PDF-1.7\n"), name="panduan.pdf")
    assert one.attachment.name == "panduan.pdf"


def test_without_a_superior_the_admin_names_who_decides(office, evaluation):
    skp, sari, joko = evaluation.skp, office.user("sari"), office.joko
    naming = {"skp": skp, "employee": joko, "reason": "Surat tugas 1/CONTOH"}
    with pytest.raises(PolicyRefused, match="punya atasan"):
        recusal.name_reviewer(actor=sari, **naming)
    ReportingLine.objects.filter(subordinate=office.dewi).delete()
    keberatan = file(office, evaluation)
    VERBS["explain"](office.user("dewi"), keberatan)
    assert outcome(lambda: VERBS["uphold"](office.user("joko"), keberatan)) == PermissionRefused
    recusal.name_reviewer(actor=sari, **naming)
    assert list(to_decide(joko)) == [keberatan]
    assert VERBS["uphold"](office.user("joko"), keberatan).status == S.DIKUATKAN


@pytest.mark.parametrize(
    "change", [{"status": "dikuatkan"}, {"reasons": ""}, {"decision": "putusan tanpa orang"}]
)
def test_the_database_refuses_half_a_decision(keberatan, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Keberatan.objects.filter(pk=keberatan.pk).update(**change)


def test_the_database_refuses_a_revision_without_reason(office, keberatan):
    with pytest.raises(IntegrityError, match="revision_with_reason"), transaction.atomic():
        Revision(
            keberatan=keberatan,
            evaluation=keberatan.evaluation,
            before={},
            after={},
            reason="",
            author=office.user("budi"),
            made_at=days_ago(0),
        ).save()
