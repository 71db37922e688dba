"""Named words, the sealed box, and the closed survey."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from abdi.activity.feedback import actions
from abdi.activity.feedback import permissions as may
from abdi.activity.feedback.enums import CollectionKind, GiverRole
from abdi.activity.feedback.models import Collection, Feedback, Invitation, SealedAnswer
from abdi.activity.feedback.relations import eligible_raters, role_towards
from abdi.activity.feedback.selectors import asked_of, feedback_for, named_about
from abdi.activity.feedback.tasks import close_due_collections
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests.activity.team import colleagues, running_period, yesterday

SECRET = "Kalimat rahasia yang mudah dikenali."


@pytest.fixture
def period(office):
    return running_period()


@pytest.fixture
def peers(office):
    return colleagues(office, 3)


@pytest.fixture
def survey(office, period, peers):
    """Running: Joko and three more are asked about Rina, and Dewi has confirmed them."""
    raters = [office.joko, *peers]
    one = actions.propose_survey(
        actor=office.user("rina"), about=office.rina, period=period, raters=raters, closes_on=period.end
    )
    return actions.confirm_survey(actor=office.user("dewi"), survey=one, raters=raters)


def answer(survey, who, score=4, text=""):
    actions.answer_survey(
        actor=who.user, survey=survey, scores={"loyal": score, "adaptif": score}, texts={"loyal": text}
    )


def let_it_end(collection):
    Collection.objects.filter(pk=collection.pk).update(closes_on=yesterday())
    close_due_collections.call()
    collection.refresh_from_db()
    return collection


@pytest.mark.parametrize(
    ("giver", "about", "role"),
    [
        ("dewi", "rina", GiverRole.PIMPINAN),
        ("budi", "rina", GiverRole.PIMPINAN),
        ("joko", "rina", GiverRole.REKAN),
        ("rina", "dewi", GiverRole.BAWAHAN),
        ("rina", "rina", GiverRole.DIRI),
    ],
)
def test_as_what_somebody_speaks(office, giver, about, role):
    today = timezone.localdate()
    assert role_towards(getattr(office, giver), getattr(office, about), today) == role


def test_peers_are_of_the_same_level_and_unit(office):
    today = timezone.localdate()
    assert {str(one): role for one, role in eligible_raters(office.rina, today).items()} == {
        "Joko Seumpama": GiverRole.REKAN,
        "Sari Contoh": GiverRole.REKAN,
    }
    assert set(eligible_raters(office.dewi, today).values()) == {GiverRole.BAWAHAN}


def test_a_leaders_words_carry_his_name(office, period):
    given = actions.give_feedback(
        actor=office.user("dewi"), about=office.rina, text=" Sabar dengan warga. ", nilai="harmonis"
    )
    assert (given.role, given.by, given.text) == (GiverRole.PIMPINAN, office.dewi, "Sabar dengan warga.")
    assert Notice.objects.of(office.user("rina")).get().title == "Dewi Umpama memberi Anda umpan balik"


def test_a_peers_words_stay_without_name_until_three_have_spoken(office, period, peers):
    for one in [office.joko, *peers[:2]]:
        assert actions.give_feedback(actor=one.user, about=office.rina, text=f"Dari {one.pk}") is None
        assert feedback_for(office.rina, period).words == []
    box = let_it_end(Collection.objects.get(kind=CollectionKind.KOTAK))
    assert (box.result["n"], len(feedback_for(office.rina, period).words)) == (3, 3)
    assert not Feedback.objects.exists()


def test_somebody_elsewhere_speaks_only_when_asked(office, period):
    actions.ask_feedback(
        actor=office.user("dewi"), about=office.dewi, of=[(office.budi, None)], question="Rapat kemarin?"
    )
    asked = asked_of(office.budi, timezone.localdate()).get()
    assert asked.role == GiverRole.PIMPINAN
    actions.give_feedback(actor=office.user("budi"), about=office.dewi, text="Tepat waktu.")
    assert not asked_of(office.budi, timezone.localdate()).exists()
    assert named_about(office.dewi).get().role == GiverRole.PIMPINAN


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": " "}, "satu kalimat"),
        ({"text": "a" * 1001}, "paling panjang"),
        ({"text": "a", "nilai": "gesit"}, "tidak dikenal"),
    ],
)
def test_what_is_said_is_checked(office, period, fields, sentence):
    with pytest.raises(InputRefused, match=sentence):
        actions.give_feedback(actor=office.user("joko"), about=office.rina, **fields)


def test_results_are_medians_and_words_once_closed(office, period, peers, survey):
    for one, score in zip([office.joko, *peers], (2, 3, 5, 5), strict=True):
        answer(survey, one, score, f"Kata {score}")
    actions.answer_survey(actor=office.user("rina"), survey=survey, scores={"loyal": 5}, texts={})
    actions.answer_survey(actor=office.user("dewi"), survey=survey, scores={"loyal": 3}, texts={})
    actions.close_collection(actor=office.user("dewi"), collection=survey)
    said = feedback_for(office.rina, period)
    assert said.medians == {"loyal": (4.0, 4), "adaptif": (4.0, 4)}
    assert sorted(said.words) == [("loyal", f"Kata {score}") for score in (2, 3, 5, 5)]
    assert said.own == {"loyal": 5}
    assert said.suggestion["value"] == "3.40"  # 3 × 60 % + 4 × 40 %, PP 30/2019 Ps 39
    assert not SealedAnswer.objects.exists()
    assert not Invitation.objects.exists()


def test_two_of_three_answers_open_nothing_and_are_destroyed(office, period, peers):
    one = actions.propose_survey(
        actor=office.user("rina"), about=office.rina, period=period, raters=peers, closes_on=period.end
    )
    survey = actions.confirm_survey(actor=office.user("dewi"), survey=one, raters=peers)
    for rater in peers[:2]:
        answer(survey, rater, 1, SECRET)
    with pytest.raises(PolicyRefused, match="Jawaban masih dapat masuk"):
        actions.close_collection(actor=office.user("dewi"), collection=survey)
    assert let_it_end(survey).result == {"cukup": False, "minimum": 3}
    said = feedback_for(office.rina, period)
    assert (said.medians, said.words, said.suggestion) == ({}, [], None)
    assert not SealedAnswer.objects.exists()


def test_a_value_that_few_scored_stays_closed(office, period, peers, survey):
    for one in [office.joko, peers[0]]:
        answer(survey, one)
    for one in peers[1:]:
        actions.answer_survey(actor=one.user, survey=survey, scores={"loyal": 3}, texts={})
    actions.close_collection(actor=office.user("dewi"), collection=survey)
    assert set(feedback_for(office.rina, period).medians) == {"loyal"}


def test_a_second_survey_of_the_period_is_refused(office, period, peers, survey):
    """Two results that differ by one rater would tell what he said."""
    with pytest.raises(InputRefused, match="sudah punya survei"):
        actions.propose_survey(
            actor=office.user("rina"), about=office.rina, period=period, raters=peers, closes_on=period.end
        )


def test_a_box_is_never_closed_early(office, period, peers):
    for one in peers:
        actions.give_feedback(actor=one.user, about=office.rina, text="Baik.")
    with pytest.raises(PolicyRefused, match="Jawaban masih dapat masuk"):
        actions.close_collection(actor=office.user("dewi"), collection=Collection.objects.get())


def test_raters_are_peers_and_at_least_three(office, period, peers):
    def propose(raters):
        return actions.propose_survey(
            actor=office.user("rina"), about=office.rina, period=period, raters=raters, closes_on=period.end
        )

    with pytest.raises(InputRefused, match="bukan rekan setingkat"):
        propose([*peers, office.budi])
    with pytest.raises(InputRefused, match="sedikitnya 3 penanggap"):
        propose([peers[0], peers[0], peers[1]])


def test_an_answer_is_given_once_and_in_time(office, period, peers, survey):
    answer(survey, office.joko)
    with pytest.raises(PolicyRefused, match="tanpa nama"):
        answer(survey, office.joko)
    with pytest.raises(InputRefused, match="skala survei"):
        answer(survey, peers[0], score=6)
    Collection.objects.update(closes_on=yesterday())
    with pytest.raises(PolicyRefused, match="tidak diterima lagi"):
        answer(survey, peers[0])


def test_a_list_of_raters_stands_once_confirmed(office, survey, peers):
    with pytest.raises(PolicyRefused, match="tidak dapat diubah lagi"):
        actions.confirm_survey(actor=office.user("dewi"), survey=survey, raters=peers)


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        ("rina", {"see", "propose", "answer"}),
        ("dewi", {"see", "propose", "answer", "lead"}),
        ("joko", {"answer"}),
        ("sari", set()),
        ("budi", set()),
    ],
)
def test_who_may_do_what_with_a_survey(office, survey, who, allowed):
    user = office.user(who)
    asked = {
        "see": may.can_see_collection(user, survey),
        "propose": may.can_propose_survey(user, survey.about),
        "answer": may.can_answer_survey(user, survey),
        "lead": may.can_lead_collection(user, survey),
    }
    assert {verb for verb, answer in asked.items() if answer} == allowed


def test_others_are_refused(office, survey):
    with pytest.raises(PermissionRefused, match="diundang"):
        actions.answer_survey(actor=office.user("sari"), survey=survey, scores={"loyal": 1}, texts={})
    with pytest.raises(PermissionRefused, match="Hanya pejabat penilai"):
        actions.close_collection(actor=office.user("rina"), collection=survey)


def test_nothing_written_ties_words_to_their_author(office, period, peers, survey, caplog):
    """Audit, notices, letters, logs: neither the words anywhere, nor the author beside the survey."""
    before = AuditEntry.objects.count()
    answer(survey, office.joko, 1, SECRET)
    actions.give_feedback(actor=office.user("joko"), about=office.rina, text=SECRET)
    rows = AuditEntry.objects.order_by("pk")[before:]
    assert {row.actor_id for row in rows} == {system_user().pk}
    everything = json.dumps([row.data for row in AuditEntry.objects.all()])
    everything += "".join(one.title + one.body for one in Notice.objects.all())
    everything += "".join(letter.subject + letter.body for letter in mail.outbox) + caplog.text
    assert SECRET not in everything


def test_the_row_of_an_answer_has_no_author_no_time_and_no_order(office, period, peers, survey):
    columns = {field.attname for field in SealedAnswer._meta.get_fields()}
    assert columns == {"id", "uid", "instansi_id", "collection_id", "nilai", "score", "text"}
    answer(survey, office.joko, 1, SECRET)
    first = set(SealedAnswer.objects.values_list("pk", flat=True))
    answer(survey, peers[0], 5)
    assert not first & set(SealedAnswer.objects.values_list("pk", flat=True))  # every row is written anew
    assert Invitation.objects.filter(answered=True).count() == 2


def test_the_database_keeps_a_peers_name_out(office):
    row = {"about": office.rina, "by": office.joko, "role": GiverRole.REKAN, "text": "a"}
    with pytest.raises(IntegrityError, match="feedback_named_roles_only"), transaction.atomic():
        Feedback(**row, day=timezone.localdate()).save()


def test_no_result_while_a_survey_runs(survey):
    with pytest.raises(IntegrityError, match="feedback_result_only_when_closed"), transaction.atomic():
        Collection.objects.filter(pk=survey.pk).update(result={"n": 1})


def test_the_judgements_page_reads_it_in_three_queries(office, period, peers, survey):
    for one in [office.joko, *peers]:
        answer(survey, one)
    actions.close_collection(actor=office.user("dewi"), collection=survey)
    for count in (1, 20):
        for _ in range(count):
            actions.give_feedback(actor=office.user("dewi"), about=office.rina, text="Baik.")
        with CaptureQueriesContext(connection) as seen:
            said = feedback_for(office.rina, period)
        assert len(seen) == 3
    assert len(said.named) == 21


def test_closing_days_are_to_come(office, period, peers):
    with pytest.raises(InputRefused, match="tidak boleh sudah lewat"):
        actions.propose_survey(
            actor=office.user("rina"),
            about=office.rina,
            period=period,
            raters=peers,
            closes_on=timezone.localdate() - timedelta(days=1),
        )
