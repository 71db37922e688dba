"""From a topic to what came of a proposal: who speaks, who answers, and what everybody is told."""

from datetime import timedelta

import pytest
from django.core import mail

from abdi.facts.selectors import current
from abdi.platform import moments
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.citizens.actions import block, erase
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.followers.actions import follow
from abdi.platform.notifications.models import Notice
from abdi.platform.outbox.delivery import deliver_due
from abdi.voice.consultation import actions
from abdi.voice.consultation.enums import Phase, PostKind, ProposalStatus, Rule
from abdi.voice.consultation.models import Post, Support, Topic
from abdi.voice.consultation.phases import phase_of
from abdi.voice.consultation.posting import words_of
from abdi.voice.consultation.selectors import late_topics, narrowed, proposals_of, public_topics
from tests.voice.consultation.conftest import NINE, TODAY, WORDS, days

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def counted(topic: Topic, at=NINE) -> dict[int, int]:
    return {one.number: one.support for one in proposals_of(topic, at)}


def test_from_a_proposal_to_what_came_of_it(square):
    proposal = square.propose("Ani")
    square.support(proposal, "Bayu")
    square.do(actions.comment, "Cici", proposal=proposal, text="Juga di Gang Melati.")
    follow(actor=public_user(), subject=proposal.topic, email="kabar@contoh.test")
    square.at += 3 * DAY
    square.answer(proposal, ProposalStatus.DIPROSES, due_on=days(10), reason="Sedang dihitung.")
    square.answer(proposal)
    square.do(actions.report_progress, "dewi", after=DAY, proposal=proposal, text="Sepuluh tiang berdiri.")
    square.do(actions.report_progress, "rina", after=DAY, proposal=proposal, text="Menyala.", is_done=True)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.due_on) == (ProposalStatus.SELESAI, None)
    facts = {one["kind"]: one["value"] for one in current() if one["kind"].startswith("consultation.")}
    assert facts == {"consultation.answered": (3 * DAY).total_seconds(), "consultation.on_time": 1.0}
    deliver_due()
    told = {letter.to[0] for letter in mail.outbox}
    assert told == {f"{name}@contoh.test" for name in ("ani", "bayu", "cici", "kabar")}
    assert len(mail.outbox) == 4 * 4
    said = "".join(letter.subject + letter.body for letter in mail.outbox)
    assert "Gang" not in said
    assert "Warga Ani" not in said
    trail = str(list(AuditEntry.objects.values_list("data", flat=True)))
    assert not [
        word for word in ("Gang", "contoh.test", "Warga Ani", str(square.citizen("Ani").uid)) if word in trail
    ]


def test_a_late_answer_is_told_as_late(square):
    proposal = square.propose()
    square.at += 29 * DAY
    assert [one.late for one in late_topics(days(29))] == [1]
    square.answer(proposal, ProposalStatus.DITOLAK, due_on=None)
    assert not late_topics(days(29))
    assert [one["value"] for one in current() if one["kind"] == "consultation.on_time"] == [0]


def test_under_way_is_no_way_out(square):
    """It needs a day of its own, and is listed as late after it."""
    proposal = square.propose()
    with pytest.raises(InputRefused, match="paling lambat kapan"):
        square.answer(proposal, ProposalStatus.DIPROSES, due_on=None)
    square.answer(proposal, ProposalStatus.DIPROSES, due_on=days(3))
    assert [one.pk for one in late_topics(days(4))] == [proposal.topic_id]


CITIZEN_VERBS = {
    "propose": lambda one: (actions.propose, {"topic": one.topic, **WORDS}),
    "comment": lambda one: (actions.comment, {"proposal": one, "text": "Setuju."}),
    "support": lambda one: (actions.support, {"proposal": one, "version": 1}),
    "unsupport": lambda one: (actions.unsupport, {"proposal": one}),
    "report": lambda one: (actions.report, {"post": one, "rule": Rule.IKLAN}),
    "reword": lambda one: (actions.reword, {"proposal": one, **WORDS}),
    "withdraw": lambda one: (actions.withdraw, {"proposal": one}),
    "appeal": lambda one: (actions.appeal, {"post": one, "reason": "Bukan iklan."}),
}


@pytest.mark.parametrize("name", CITIZEN_VERBS)
@pytest.mark.parametrize("who", ["rina", "joko", "sari", "system"])
def test_staff_never_act_as_citizens(square, name, who):
    verb, arguments = CITIZEN_VERBS[name](square.propose())
    actor = system_user() if who == "system" else square.user(who)
    with moments.replayed_at(NINE), pytest.raises(PermissionRefused):
        verb(actor=actor, citizen=square.citizen("Bayu"), **arguments)
    assert not Support.objects.exists()


@pytest.mark.parametrize("name", [name for name in CITIZEN_VERBS if name != "appeal"])
def test_a_stopped_or_erased_citizen_is_not_heard(square, name):
    verb, arguments = CITIZEN_VERBS[name](square.propose())
    block(actor=system_user(), citizen=square.citizen("Bayu"), reason="Mengancam warga lain")
    with pytest.raises(PermissionRefused, match="Mengancam"):
        square.do(verb, "Bayu", **arguments)
    gone = square.citizen("Cici")
    erase(actor=public_user(), citizen=gone)
    with pytest.raises(PolicyRefused):
        square.do(verb, "Cici", **arguments)


@pytest.mark.parametrize("who", ["rina", "dewi", "joko", "sari", "budi", "inspector"])
def test_who_answers_for_the_unit(square, who):
    """Its pejabat penghubung and its head; neither the facilitator nor the admin."""
    proposal = square.propose()
    if who in ("rina", "dewi"):
        assert square.answer(proposal, who=who).kind == PostKind.JAWABAN
        return
    with pytest.raises(PermissionRefused):
        square.answer(proposal, who=who)


def test_one_citizen_one_vote_and_back(square):
    proposal = square.propose("Ani")
    square.support(proposal, "Bayu")
    with pytest.raises(PolicyRefused, match="satu warga satu dukungan"):
        square.support(proposal, "Bayu")
    with pytest.raises(PolicyRefused, match="tulisan Anda sendiri"):
        square.support(proposal, "Ani")
    assert counted(proposal.topic) == {1: 1}
    for _ in range(2):
        square.do(actions.unsupport, "Bayu", proposal=proposal)
    assert counted(proposal.topic) == {1: 0}


def test_a_vote_of_a_new_account_counts_tomorrow(square):
    proposal = square.propose("Ani")
    square.citizen("Baru", verified=NINE - timedelta(hours=1))
    square.support(proposal, "Baru")
    assert counted(proposal.topic) == {1: 0}
    assert counted(proposal.topic, NINE + timedelta(hours=23)) == {1: 1}
    block(actor=system_user(), citizen=square.citizen("Baru"), reason="Akun kembar")
    assert counted(proposal.topic, NINE + DAY) == {1: 0}


@pytest.mark.parametrize(("verified", "most"), [(NINE - 30 * DAY, 3), (NINE, 1)], ids=["known", "new"])
def test_nobody_fills_the_list(square, verified, most):
    topic = square.topic()
    square.citizen("Ani", verified=verified)
    for number in range(most):
        square.propose("Ani", topic, text=f"Usulan {number}")
    with pytest.raises(PolicyRefused, match=f"boleh mengirim {most} usulan"):
        square.propose("Ani", topic, text="Satu lagi")
    square.at += 2 * DAY
    square.propose("Ani", topic, text="Lusa")


def test_a_new_account_supports_little(square):
    topic = square.topic()
    proposals = [square.propose(f"P{number}", topic) for number in range(11)]
    square.citizen("Baru", verified=NINE)
    for one in proposals[:10]:
        square.support(one, "Baru")
    with pytest.raises(PolicyRefused, match="10 dukungan"):
        square.support(proposals[10], "Baru")


def test_sent_twice_is_there_once(square):
    proposal = square.propose("Ani")
    with pytest.raises(PolicyRefused, match="sudah Anda kirim"):
        square.propose("Ani", proposal.topic)
    assert Post.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ({"title": " "}, "title"),
        ({"text": ""}, "text"),
        ({"title": "x" * 151}, "title"),
        ({"text": "x" * 5001}, "text"),
        ({"text": "x" * 10_000_000}, "text"),
    ],
)
def test_words_are_refused_in_words(square, words, where):
    with pytest.raises(InputRefused) as refusal:
        square.propose("Ani", **words)
    assert refusal.value.field == where


def test_only_while_it_is_open(square):
    topic = square.topic(opens=days(1))
    with pytest.raises(PolicyRefused):
        square.propose("Ani", topic)
    square.at += DAY
    proposal = square.propose("Ani", topic)
    square.do(actions.close_topic, "joko", topic=topic, reason="Anggaran dicabut.")
    for name in ("propose", "comment", "support"):
        verb, arguments = CITIZEN_VERBS[name](proposal)
        with pytest.raises(PolicyRefused):
            square.do(verb, "Bayu", **arguments)
    assert phase_of(topic, days(1), 1) == Phase.MENUNGGU
    square.answer(proposal)


@pytest.mark.parametrize("proposed", [False, True])
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("opens", [-9, -2, 0, 2])
def test_a_topic_is_listed_as_what_it_is_called(square, opens, closed, proposed):
    """The filter of the list asks the database what the badge beside the title reckons."""
    square.at += opens * DAY
    topic = square.topic(closes=days(opens + 4), answers_due=days(opens + 4))
    if proposed:
        square.propose(topic=topic)
    square.at = NINE
    if opens > 0:
        Topic.objects.update(opens=days(opens))
    if closed:
        square.do(actions.close_topic, "joko", topic=topic, reason="Anggaran dicabut.")
    topic = public_topics().get()
    phase = phase_of(topic, TODAY, topic.waiting)
    listed = [view for view in ("terbuka", "menunggu", "terjawab") if narrowed(public_topics(), view, TODAY)]
    assert listed == ([] if phase == Phase.AKAN_DIBUKA else [phase])
    assert (phase == Phase.AKAN_DIBUKA) == (opens > 0 and not closed)


def test_a_draft_is_nobodys_business_and_a_topic_stays_as_it_was_read(square):
    topic = square.draft()
    assert not public_topics()
    fields = {"title": "Lain", "question": "Lain?", "background": "Lain", "opens": TODAY, "closes": days(2)}
    square.do(actions.change_topic, "joko", topic=topic, answers_due=days(3), **fields)
    with pytest.raises(InputRefused, match="Urutan harinya"):
        square.do(actions.change_topic, "joko", topic=topic, answers_due=days(1), **fields)
    square.do(actions.publish_topic, "joko", topic=topic)
    with pytest.raises(PolicyRefused):
        square.do(actions.change_topic, "joko", topic=topic, answers_due=days(3), **fields)
    with pytest.raises(PermissionRefused):
        square.do(actions.close_topic, "rina", topic=topic, reason="Tidak suka")


def test_withdrawn_only_while_nobody_stands_behind_it(square):
    proposal = square.propose("Ani")
    with pytest.raises(PermissionRefused):
        square.do(actions.withdraw, "Bayu", proposal=proposal)
    square.support(proposal, "Bayu")
    with pytest.raises(PolicyRefused, match="sudah didukung"):
        square.do(actions.withdraw, "Ani", proposal=proposal)
    square.do(actions.unsupport, "Bayu", proposal=proposal)
    assert square.do(actions.withdraw, "Ani", proposal=proposal).status == ProposalStatus.DITARIK
    with pytest.raises(PolicyRefused):
        square.support(proposal, "Bayu")
    with pytest.raises(PolicyRefused):
        square.answer(proposal)


def test_an_answered_proposal_keeps_its_words(square):
    proposal = square.propose("Ani")
    square.answer(proposal)
    with pytest.raises(PolicyRefused, match="sudah dijawab"):
        square.do(actions.reword, "Ani", proposal=proposal, **WORDS)


def test_who_erases_himself_votes_once_all_the_same(square):
    """The votes in what is open go with him; what others built on stays, and says nobody's name."""
    alone, built_on = square.propose("Ani"), square.propose("Ani", text="Yang lain")
    other = square.propose("Bayu", alone.topic)
    square.support(other, "Ani")
    square.support(built_on, "Bayu")
    with moments.replayed_at(square.at):
        erase(actor=public_user(), citizen=square.citizen("Ani"))
    assert counted(alone.topic) == {1: 0, 2: 0}
    alone.refresh_from_db()
    assert (alone.status, words_of(alone).text) == (ProposalStatus.DITARIK, "")
    assert words_of(built_on).text == "Yang lain"
    assert "menghapus akunnya" in str(Post.objects.get(pk=built_on.pk).citizen)


def test_whoever_answers_is_reminded_once_for_each_day(square):
    proposal = square.propose()

    def told(number):
        Notice.objects.all().delete()
        with moments.replayed_at(NINE + timedelta(days=number)):
            actions.watch_answers(actor=system_user())
        return sorted({(one.recipient.username, one.title.split()[-1]) for one in Notice.objects.all()})

    assert told(20) == []
    assert told(25) == [("dewi", "ditunggu"), ("rina", "ditunggu")]
    assert told(26) == []
    assert told(29) == [("dewi", "terlambat"), ("rina", "terlambat")]
    assert told(30) == []
    square.at += 30 * DAY
    square.answer(proposal, due_on=days(60))
    assert told(61) == [("dewi", "terlambat"), ("rina", "terlambat")]
    with pytest.raises(PermissionRefused):
        actions.watch_answers(actor=square.user("rina"))
