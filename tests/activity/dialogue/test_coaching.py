"""Bimbingan is recorded, konseling stays between two; the two forms."""

import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from abdi.activity.dialogue import actions
from abdi.activity.dialogue import permissions as may
from abdi.activity.dialogue.enums import SessionKind, TindakLanjut
from abdi.activity.dialogue.models import Session
from abdi.activity.dialogue.policies import coaching_form
from abdi.activity.dialogue.printing import b18_pdf, b19_pdf
from abdi.organisation.law.actions import set_parameter
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests.pdf import text_of

SECRET = "Yang hanya berdua."


def coached(office, kind=SessionKind.BIMBINGAN, **changes):
    fields = {"topic": "Antrean", "notes": "Latihan membaca papan antrean."}
    if kind == SessionKind.KONSELING:
        fields = {"notes": SECRET}
    given = {"employees": [office.rina], "day": timezone.localdate(), **fields, **changes}
    return actions.record_session(actor=office.user("dewi"), kind=kind, **given)[0]


def line(**changes):
    return {"competency": "Pelayanan publik", "score": 3, "reason": "Ramah, belum cepat.", **changes}


def test_a_group_is_one_row_a_person(office):
    one = coached(office, employees=[office.rina, office.joko], tindak_lanjut=TindakLanjut.PELATIHAN)
    assert (Session.objects.count(), one.is_group, one.tindak_lanjut) == (2, True, "pelatihan")


@pytest.mark.parametrize(
    ("kind", "changes", "sentence"),
    [
        (SessionKind.BIMBINGAN, {"notes": " "}, "wajib dicatat"),
        (SessionKind.BIMBINGAN, {"employees": []}, "Pilih pegawainya"),
        (SessionKind.BIMBINGAN, {"tindak_lanjut": "pecat"}, "pada daftar"),
        (SessionKind.KONSELING, {"topic": "Keluarga"}, "tidak dicatat"),
    ],
)
def test_what_is_recorded_is_checked(office, kind, changes, sentence):
    with pytest.raises(InputRefused, match=sentence):
        coached(office, kind, **changes)


def test_konseling_is_one_person_at_a_time(office):
    with pytest.raises(InputRefused, match="perorangan"):
        coached(office, SessionKind.KONSELING, employees=[office.rina, office.joko])
    with pytest.raises(IntegrityError, match="session_konseling_is_private"), transaction.atomic():
        Session.objects.filter(pk=coached(office, SessionKind.KONSELING).pk).update(topic="Keluarga")


@pytest.mark.parametrize("who", ["rina", "joko", "sari"])
def test_only_a_leader_coaches(office, who):
    with pytest.raises(PermissionRefused):
        actions.record_session(
            actor=office.user(who),
            kind=SessionKind.BIMBINGAN,
            employees=[office.rina],
            day=timezone.localdate(),
            topic="a",
            notes="b",
        )


@pytest.mark.parametrize(
    ("kind", "who", "allowed"),
    [
        (SessionKind.BIMBINGAN, "rina", {"see", "notes", "give_b18", "read_b18"}),
        (SessionKind.BIMBINGAN, "dewi", {"see", "notes", "b19"}),
        (SessionKind.BIMBINGAN, "budi", {"see", "notes", "read_b18"}),
        (SessionKind.BIMBINGAN, "joko", set()),
        (SessionKind.BIMBINGAN, "sari", set()),
        (SessionKind.KONSELING, "dewi", {"see", "notes", "b19"}),
        (SessionKind.KONSELING, "budi", {"see", "read_b18"}),
        (SessionKind.KONSELING, "sari", set()),
    ],
)
def test_who_reads_what(office, kind, who, allowed):
    session, user = coached(office, kind), office.user(who)
    asked = {
        "see": may.can_see_session(user, session),
        "notes": may.can_read_notes(user, session),
        "give_b18": may.can_give_session_feedback(user, session),
        "read_b18": may.can_read_session_feedback(user, session),
        "b19": may.can_assess_competencies(user, session),
    }
    assert {verb for verb, answer in asked.items() if answer} == allowed


def test_what_is_said_in_konseling_is_written_nowhere_else(office):
    coached(office, SessionKind.KONSELING)
    everything = json.dumps([row.data for row in AuditEntry.objects.all()])
    everything += "".join(one.title + one.body for one in Notice.objects.all())
    assert SECRET not in everything
    assert not Notice.objects.filter(kind__startswith="dialogue:session").exists()


def test_what_is_said_cannot_be_read_from_the_database(office):
    session = coached(office, SessionKind.KONSELING)
    with connection.cursor() as cursor:
        cursor.execute("SELECT notes FROM dialogue_session")
        (stored,) = cursor.fetchone()
    assert stored
    assert not [word for word in SECRET.split() if word in stored]
    assert Session.objects.get(pk=session.pk).notes == SECRET


def test_b18_goes_to_the_superior_of_the_one_who_coached(office):
    session = coached(office)
    given = actions.give_session_feedback(actor=office.user("rina"), session=session, scores=[5] * 9)
    assert [answer["skor"] for answer in given.answers] == [5] * 9
    assert Notice.objects.of(office.user("budi")).filter(kind="dialogue:session_feedback").exists()
    assert not Notice.objects.of(office.user("dewi")).filter(kind="dialogue:session_feedback").exists()
    with pytest.raises(PolicyRefused, match="sudah diisi"):
        actions.give_session_feedback(actor=office.user("rina"), session=session, scores=[5] * 9)


@pytest.mark.parametrize(("scores", "sentence"), [([5] * 8, "Jawab semua 9"), ([6] * 9, "antara 1 dan 5")])
def test_b18_wants_every_statement_on_its_scale(office, scores, sentence):
    with pytest.raises(InputRefused, match=sentence):
        actions.give_session_feedback(actor=office.user("rina"), session=coached(office), scores=scores)


def test_an_instansi_has_its_own_statements(office, system):
    today = timezone.localdate()
    own = [f"Pernyataan {number}" for number in range(1, 10)]
    path = "bimbingan/pernyataan_umpan_balik"
    set_parameter(actor=office.user("sari"), path=path, value=own, since=today, reason="Sesuai lampiran")
    session = coached(office)
    given = actions.give_session_feedback(actor=office.user("rina"), session=session, scores=[4] * 9)
    assert [answer["pernyataan"] for answer in given.answers] == own == coaching_form(today)["pernyataan"]


def test_b19_names_what_has_to_be_learned(office):
    session = coached(office)
    actions.assess_competencies(
        actor=office.user("dewi"),
        session=session,
        lines=[line(), line(competency="Komunikasi", needs_training=True, follow_up="Pelatihan 20 JP")],
    )
    needs = session.competencies.filter(needs_training=True)
    assert [(one.competency, one.follow_up) for one in needs] == [("Komunikasi", "Pelatihan 20 JP")]
    actions.assess_competencies(actor=office.user("dewi"), session=session, lines=[line(score=4)])
    assert [one.score for one in session.competencies.all()] == [4]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [([], "satu kompetensi"), ([line(score=0)], "antara 1 dan 5"), ([line(), line()], "sudah dinilai")],
)
def test_b19_is_checked(office, lines, sentence):
    with pytest.raises(InputRefused, match=sentence):
        actions.assess_competencies(actor=office.user("dewi"), session=coached(office), lines=lines)


def test_konseling_has_no_forms(office):
    session = coached(office, SessionKind.KONSELING)
    with pytest.raises(PolicyRefused, match="bukan konseling"):
        actions.give_session_feedback(actor=office.user("rina"), session=session, scores=[5] * 9)
    with pytest.raises(PolicyRefused, match="bukan konseling"):
        actions.assess_competencies(actor=office.user("dewi"), session=session, lines=[line()])


def test_both_forms_come_on_paper(office):
    session = coached(office)
    actions.give_session_feedback(
        actor=office.user("rina"), session=session, scores=[5, 4, 3, 2, 1, 2, 3, 4, 5], note="Terima kasih"
    )
    actions.assess_competencies(actor=office.user("dewi"), session=session, lines=[line(needs_training=True)])
    feedback, competencies = text_of(b18_pdf(session.feedback)), text_of(b19_pdf(session))
    for words in ["Formulir B.1.8", "Rina Misal", "Budi Andaian", "Pokok bimbingan: Antrean", "Terima kasih"]:
        assert words in feedback
    for words in ["Formulir B.1.9", "Pelayanan publik", "Ramah, belum cepat.", "Perlu pelatihan."]:
        assert words in competencies
    assert b18_pdf(session.feedback) == b18_pdf(session.feedback)
