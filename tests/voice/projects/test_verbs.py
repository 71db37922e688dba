"""What each phase of a project allows, to whom; one voice each; every rupiah; and nobody read out of a ballot."""

import json
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from abdi.activity.progress.suggestions import suggestions
from abdi.facts.selectors import current
from abdi.platform.accounts.models import public_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import DomainError, InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.outbox.models import Message
from abdi.voice.projects import actions
from abdi.voice.projects.ballots import tally
from abdi.voice.projects.budget import Budget, budget_of
from abdi.voice.projects.enums import Hidden
from abdi.voice.projects.models import Decision, Feedback, PhaseEntry, Vote
from abdi.voice.projects.permissions import can_run_project, can_work_on_project
from abdi.voice.projects.selectors import awaiting_release, changes_of, figures_of, hidden_of, milestones_of
from tests.voice.scene import photo

pytestmark = pytest.mark.django_db

PHASES = {
    "draf": "draft",
    "gagasan": "ideas",
    "rancangan": "voting",
    "keputusan": "decided",
    "pelaksanaan": "under_way",
    "dibuka": "in_use",
    "dihentikan": "",
}
ALLOWED = {
    "change": "draf",
    "publish": "draf",
    "alternative": "draf gagasan",
    "say": "gagasan rancangan keputusan pelaksanaan dibuka",
    "open_vote": "gagasan",
    "vote": "rancangan",
    "decide": "rancangan",
    "milestone": "keputusan pelaksanaan",
    "begin_work": "keputusan",
    "spend": "pelaksanaan",
    "photo": "pelaksanaan",
    "finish": "pelaksanaan",
    "open": "pelaksanaan",
    "mark": "dibuka",
    "rethink": "rancangan keputusan pelaksanaan",
    "rework": "dibuka",
    "stop": "gagasan rancangan keputusan pelaksanaan",
}


def project_in(park, phase):
    if phase == "dihentikan":
        return park.do(actions.stop_project, project=park.ideas(), reason="Lahannya sengketa")
    return getattr(park, PHASES[phase])()


def try_verb(park, project, verb):
    """With everything else in order, so that only the phase speaks."""
    TRIES[verb](park, project)


def _try_vote(park, project):
    picked = project.alternatives.first() or _alternative_of_another(park)
    park.do(actions.cast_vote, "warga", citizen=park.citizen(), project=project, alternative=picked)


def _try_open_vote(park, project):
    if project.phase == "gagasan":
        park.alternative(project)
        park.alternative(project, "Lain")
    park.open_vote(project)


def _try_decide(park, project):
    park.later(days=8)
    chosen = project.alternatives.first() or _alternative_of_another(park)
    whys = {one.uid: "Kurang" for one in project.alternatives.all()}
    park.do(actions.decide, project=project, chosen=chosen, reason="Ya", why_not=whys)


def _try_begin_work(park, project):
    if project.phase == "keputusan":
        park.milestone(project)
    park.do(actions.begin_work, project=project)


def _try_open(park, project):
    if project.phase == "pelaksanaan":
        park.finish(project.milestones.get())
    park.do(actions.open_project, project=project, opened_on=park.at.date())


def _try_at(verb, **arguments):
    """On a milestone, of another project that is not at work either where this one has none."""

    def attempt(park, project):
        one = project.milestones.first() or park.milestone(park.decided())
        given = {name: value() if callable(value) else value for name, value in arguments.items()}
        days = {name: park.at.date() for name in ("on", "done_on") if name in given}
        park.do(verb, "joko", milestone=one, **given | days)

    return attempt


def _try(verb, **arguments):
    return lambda park, project: park.do(verb, project=project, **arguments)


TRIES = {
    "change": _try(actions.change_project, title="Taman", summary="Teduh", place="RW 03", budget=Decimal(9)),
    "publish": _try(actions.publish_project),
    "alternative": lambda park, project: park.alternative(project),
    "say": lambda park, project: park.say(project),
    "open_vote": _try_open_vote,
    "vote": _try_vote,
    "decide": _try_decide,
    "milestone": lambda park, project: park.milestone(project, budget="1000"),
    "begin_work": _try_begin_work,
    "spend": _try_at(actions.record_spending, amount=Decimal(5), on=None, note="Batu"),
    "photo": _try_at(actions.add_photo, photo=photo, caption="Tanah rata"),
    "finish": _try_at(actions.finish_milestone, done_on=None),
    "open": _try_open,
    "mark": lambda park, project: park.mark(project, 0),
    "rethink": _try(actions.rethink, reason="Tanahnya labil"),
    "rework": _try(actions.rework, reason="Tanahnya labil"),
    "stop": _try(actions.stop_project, reason="Tanahnya labil"),
}


def _alternative_of_another(park):
    return park.alternative(park.draft())


@pytest.mark.parametrize(
    ("verb", "phase"), [(verb, one) for verb in ALLOWED for one in ALLOWED[verb].split()]
)
def test_what_a_phase_allows(park, verb, phase):
    try_verb(park, project_in(park, phase), verb)


@pytest.mark.parametrize("phase", PHASES)
def test_what_a_phase_refuses(park, phase):
    project = project_in(park, phase)
    for verb in (one for one in ALLOWED if phase not in ALLOWED[one].split()):
        with pytest.raises(PolicyRefused):
            try_verb(park, project, verb)
    assert project.phase == phase


@pytest.mark.parametrize(
    ("who", "runs", "works"),
    [
        ("rina", True, True),  # fasilitator
        ("sari", True, True),  # admin
        ("joko", False, True),  # of the team
        ("dewi", False, False),
        ("budi", False, False),
        ("warga", False, False),
    ],
)
def test_who_may(park, who, runs, works):
    user = public_user() if who == "warga" else park.office.user(who)
    draft = park.draft()
    assert can_run_project(user, draft.unit) == runs
    assert can_work_on_project(user, draft) == works
    if not runs:
        with pytest.raises(PermissionRefused):
            park.do(actions.publish_project, who, project=draft)
    project = park.do(actions.publish_project, project=draft)
    if who != "warga":
        with pytest.raises(PermissionRefused, match="pegawai"):
            park.do(actions.contribute, who, citizen=park.citizen(), project=project, text="Dari dalam")


def test_whoever_left_the_team_has_left(park):
    project = park.draft()
    park.do(actions.remove_member, member=project.members.get())
    assert not can_work_on_project(park.office.user("joko"), project)


def test_one_voice_each(park):
    project = park.voting()
    park.vote(project)
    for choice in (1, 2):
        with pytest.raises(InputRefused, match="satu orang satu suara"):
            park.vote(project, choice=choice)
    park.vote(project, 1, choice=2)
    assert Vote.objects.count() == 2


def test_the_vote_closes(park):
    project = park.voting()
    park.later(days=7)
    with pytest.raises(PolicyRefused, match="ditutup"):
        park.vote(project)


def test_a_crowd_of_new_accounts_waits(park):
    """It may vote, but nothing is decided before it counts; who was stopped does not count at all."""
    project = park.voting()
    park.vote(project)
    park.citizen(1, age=30).is_blocked = True
    park.later(days=6, hours=20)
    for number in (2, 3):
        park.citizen(number, age=0)
        park.vote(project, number, choice=2)
    park.later(hours=5)
    with pytest.raises(PolicyRefused, match="akun baru"):
        park.decide(project)
    assert [one.votes for one in tally(project, 1)] == [1, 0]
    park.later(days=2)
    assert [(one.alternative.number, one.votes) for one in tally(project, 1)] == [(2, 2), (1, 1)]
    park.known[2].is_blocked = True
    park.known[2].save()
    assert [(one.alternative.number, one.votes) for one in tally(project, 1)] == [(1, 1), (2, 1)]
    with pytest.raises(PermissionRefused):
        park.say(project, 2)
    park.decide(project)


def test_a_ballot_tells_nobody(park):
    """Neither row, trail, letters nor ledger holds who voted or who gave which mark."""
    project = park.voting()
    citizen = park.citizen()
    park.vote(project)
    vote = Vote.objects.values().get()
    assert str(citizen.uid) not in json.dumps(vote, default=str)
    assert "citizen" not in vote
    told = [
        *AuditEntry.objects.filter(tag__startswith="projects:").values(),
        *Message.objects.values(),
        *current(limit=1_000),
    ]
    text = json.dumps(told, default=str)
    assert str(citizen.uid) not in text
    assert citizen.name not in text
    assert str(project.alternatives.get(number=1).uid) not in json.dumps(
        list(AuditEntry.objects.filter(tag="projects:vote:cast").values()), default=str
    )


def test_a_decision_says_why_and_why_not(park):
    project = park.voting()
    park.vote(project, choice=2)
    with pytest.raises(PolicyRefused, match="masih memilih"):
        park.decide(project)
    park.later(days=8)
    with pytest.raises(InputRefused, match="Lapangan bermain"):
        park.decide(project, why=" ")
    with pytest.raises(InputRefused, match="alasan keputusan"):
        park.decide(project, reason="")
    park.decide(project)  # against the most voices
    made = Decision.objects.get()
    assert (made.chosen.number, made.reason) == (1, "Paling teduh")
    assert [one.reason for one in made.rejections.all()] == ["Jalannya terlalu dekat"]


def test_going_back_is_never_silent(park):
    project = park.decided()
    with pytest.raises(InputRefused, match="alasannya"):
        park.do(actions.rethink, project=project, reason=" ")
    park.do(actions.rethink, project=project, reason="Tanahnya labil")
    assert project.phases.last().reason == "Tanahnya labil"
    assert [one.phase for one in project.phases.all()] == ["gagasan", "rancangan", "keputusan", "gagasan"]
    with pytest.raises(PolicyRefused, match="sedikitnya 2"):
        park.open_vote(project)
    park.alternative(project, "Kolam")
    park.alternative(project, "Kebun")
    park.open_vote(project)
    park.vote(project)  # another round, another voice
    assert Decision.objects.get(round=1).chosen.title == "Taman teduh"


def test_at_most_five_within_the_budget(park):
    project = park.ideas()
    with pytest.raises(InputRefused, match="pagu"):
        park.alternative(project, cost="150000000.01")
    with pytest.raises(InputRefused, match="foto"):
        park.do(
            actions.add_alternative,
            project=project,
            title="A",
            text="B",
            cost=Decimal(1),
            picture=BytesIO(b"<svg onload='alert(1)'/>"),
            caption="C",
        )
    for _ in range(5):
        park.alternative(project)
    with pytest.raises(PolicyRefused, match="paling banyak"):
        park.alternative(project)
    with pytest.raises(InputRefused, match="3 hari"):
        park.do(actions.open_vote, project=project, closes_at=park.at + timedelta(days=2))


def test_every_rupiah(park):
    project = park.under_way()
    milestone = project.milestones.get()
    with pytest.raises(InputRefused, match="melebihi pagu"):
        park.milestone(project, budget="110000000.01")
    other = park.milestone(project, "Pohon ditanam", "110000000.00")
    for amount in ("39999999.99", "0.02", "-10000000.01"):
        spend(park, milestone, amount)
    spend(park, other, "20000000")
    found = budget_of(project, milestones_of(project))
    assert found == Budget(Decimal("150000000.00"), Decimal("150000000.00"), Decimal("50000000.00"))
    assert (found.is_over, found.share) == (False, Decimal("33.3"))
    for amount, word in (("-30000000.01", "Koreksi"), ("0", "nol")):
        with pytest.raises(InputRefused, match=word):
            spend(park, milestone, amount)
    with pytest.raises(InputRefused, match="belum tiba"):
        spend(park, milestone, "1", on=park.at.date() + timedelta(days=1))


def spend(park, milestone, amount, **more):
    given = {"amount": Decimal(amount), "on": park.at.date(), "note": "Kuitansi 7"}
    return park.do(actions.record_spending, "joko", milestone=milestone, **(given | more))


rupiah = st.decimals(0, 10**12, places=2)


@given(limit=rupiah, spent=rupiah)
def test_a_share_is_of_the_whole(limit, spent):
    """Right to a twentieth of a percent; more than the whole is not hidden by rounding."""
    one = Budget(limit, limit, spent)
    assert (one.share is None) == (limit == 0)
    if limit:
        assert abs(one.share * limit - spent * 100) <= limit * Decimal("0.05")
        assert one.share >= 100 if one.is_over else one.share <= 100


@pytest.mark.parametrize(("days", "value"), [(30, 1.0), (31, 0.0)])
def test_a_milestone_becomes_evidence_of_the_team(park, days, value):
    project = park.under_way()
    park.do(actions.add_member, project=project, employee=park.office.dewi, task="Pengarah")
    park.later(days=days)
    park.finish(project.milestones.get())
    (told,) = current(kinds=["project.milestone_on_time"])
    assert (told["value"], told["employee_id"]) == (value, park.office.joko.pk)
    shown = {person: suggestions(person, park.at.date()) for person in (park.office.joko, park.office.dewi)}
    assert [[one.text for one in found] for found in shown.values()] == [
        [f"Mengerjakan 1 proyek bersama warga, {value:.0f} dari 1 dalam waktunya"],
        ["Mengerjakan 1 proyek bersama warga"],
    ]
    assert suggestions(park.office.rina, park.at.date()) == []


def test_opinions_come_out_together(park):
    """Five of them, a day later, in no order, without an hour, and of no person."""
    project = park.in_use()
    park.later(days=1)
    for number in range(4):
        park.mark(project, number, score=number + 1, words=f"Kata {number}")
    park.later(days=1)
    assert (park.release(project), list(awaiting_release(park.at.date()))) == (0, [])
    park.mark(project, 4, score=5)
    assert park.release(project) == 0  # the fifth is of today
    assert figures_of(project).mean is None
    park.later(days=1)
    assert list(awaiting_release(park.at.date())) == [project]
    assert park.release(project) == 5
    found = figures_of(project)
    assert (found.n, found.mean, sorted(found.words)) == (5, 3.0, ["Kata 0", "Kata 1", "Kata 2", "Kata 3"])
    facts = current(kinds=["project.feedback"])
    keys = {str(one) for one in Feedback.objects.values_list("uid", flat=True)}
    assert sorted(one["value"] for one in facts) == [1, 2, 3, 4, 5]
    assert {one["employee_id"] for one in facts} == {None}
    assert len({one["occurred_at"] for one in facts}) == 1
    assert not keys & {one["source_key"] for one in facts}
    with pytest.raises(InputRefused, match="satu penilaian"):
        park.mark(project, 0)
    with pytest.raises(PermissionRefused):
        park.do(actions.release_feedback, "sari", project=project, on=park.at.date())


@pytest.mark.parametrize("score", [0, 6, -1])
def test_a_mark_is_one_to_five(park, score):
    with pytest.raises(InputRefused):
        park.mark(park.in_use(), 0, score=score)


def test_what_changed_because_of_whom(park):
    project = park.ideas()
    one, other = park.say(project), park.say(project, 1, "Jangan ada pagar")
    citizen = park.citizen()
    citizen.email = "ani@contoh.test"
    citizen.save()
    park.do(actions.note_change, "joko", contribution=one, changed="Delapan pohon ditambahkan")
    assert [(one.author.name, one.changed) for one in changes_of(project)] == [
        ("Warga Andai 0", "Delapan pohon ditambahkan")
    ]
    (letter,) = Message.objects.filter(topic="citizens.news")
    assert letter.payload["title"] == "Pendapat Anda mengubah sesuatu"
    assert "contoh.test" not in json.dumps(letter.payload)
    park.do(actions.hide_contribution, contribution=other, rule=Hidden.IKLAN)
    assert hidden_of(project) == [("Iklan atau pesan berulang", 1)]
    for refused, arguments in (
        (actions.note_change, {"changed": "Sesuatu"}),
        (actions.hide_contribution, {"rule": Hidden.IKLAN}),
    ):
        with pytest.raises(PolicyRefused, match="tidak ditampilkan"):
            park.do(refused, contribution=other, **arguments)
    with pytest.raises(InputRefused, match="aturan"):
        park.do(actions.hide_contribution, contribution=one, rule="tidak_suka")


def test_own_words_can_be_taken_back(park):
    said = park.say(park.ideas(), text="Rumah saya nomor 7")
    with pytest.raises(PolicyRefused, match="orang lain"):
        park.do(actions.withdraw_contribution, "warga", citizen=park.citizen(1), contribution=said)
    park.do(actions.withdraw_contribution, "warga", citizen=park.citizen(), contribution=said)
    assert (said.text, said.hidden) == ("–", Hidden.DITARIK)


def test_nobody_floods(park):
    project = park.ideas()
    for _ in range(10):
        park.say(project)
    with pytest.raises(PolicyRefused, match="besok"):
        park.say(project)
    park.say(project, 1)
    park.later(days=1, minutes=1)
    park.say(project)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 2_001], ids=["nothing", "blank", "endless"])
def test_words_are_asked_for(park, text):
    with pytest.raises(InputRefused):
        park.say(park.ideas(), text=text)


def test_the_past_is_never_rewritten(park, django_db_use_migrations):
    if not django_db_use_migrations:
        pytest.skip("the triggers come with the migrations")
    project = park.under_way()
    spend(park, project.milestones.get(), "5")
    for row in (PhaseEntry.objects.first(), Decision.objects.get(), project.milestones.get().spending.get()):
        for change in (row.save, row.delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_refusals_are_sentences(park):
    project = park.ideas()
    for verb in (actions.begin_work, actions.publish_project):
        with pytest.raises(DomainError) as refused:
            park.do(verb, project=project)
        assert refused.value.message.endswith(".")
