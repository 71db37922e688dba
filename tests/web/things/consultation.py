"""A topic of Rina's unit with a proposal in it, a draft beside it, and words that were hidden and contested."""

from datetime import timedelta

from django.utils import timezone

from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation import actions
from abdi.voice.consultation.enums import ProposalStatus, Rule, Standing, TopicStatus
from abdi.voice.consultation.models import Post, Topic
from tests.voice.consultation.conftest import citizen_named


def citizen() -> Citizen:
    known = Citizen.objects.filter(name="Warga Andaian").first()
    return known or citizen_named("Andaian", timezone.now() - timedelta(days=9))


def draft(world) -> Topic:
    known = Topic.objects.filter(status=TopicStatus.RANCANGAN).first()
    today = timezone.localdate()
    return known or actions.draft_topic(
        actor=system_user(),
        unit=world.office.unit,
        title="Jam buka loket",
        question="Kapan loket paling dibutuhkan?",
        background="Loket buka pada jam kerja.",
        opens=today,
        closes=today + timedelta(days=7),
        answers_due=today + timedelta(days=14),
    )


def topic(world) -> Topic:
    known = Topic.objects.filter(status=TopicStatus.TERBIT).first()
    return known or actions.publish_topic(actor=system_user(), topic=draft(world))


def proposal(world) -> Post:
    asked = {"standing": Standing.TAMPIL, "status": ProposalStatus.DIAJUKAN}
    return Post.objects.filter(**asked).first() or _propose(world, "Buka malam")


def contested(world) -> Post:
    known = Post.objects.filter(standing=Standing.BANDING).first()
    if known:
        return known
    made = _propose(world, "Buka pagi")
    actions.hide(actor=system_user(), post=made, rule=Rule.IKLAN, reason="Berisi iklan.")
    return actions.appeal(actor=public_user(), post=made, citizen=citizen(), reason="Bukan iklan.")


def _propose(world, title: str) -> Post:
    told = {"topic": topic(world), "citizen": citizen(), "title": title, "text": f"{title} sekali sepekan."}
    return actions.propose(actor=public_user(), **told)


TOPIC = {"uid": lambda world: topic(world).uid}
ONE = {"uid": lambda world: proposal(world).topic.uid, "number": lambda world: proposal(world).number}
POST = {"uid": lambda world: proposal(world).uid}
CSV = {"kind": lambda _world: "csv"}

FACTORIES = {
    "public:consultation_export": CSV,
    "public:consultation_topic": TOPIC,
    "public:consultation_topic_export": TOPIC | CSV,
    "public:consultation_propose": TOPIC,
    **{
        f"public:consultation_{name}": ONE
        for name in ("proposal", "history", "reword", "withdraw", "support", "unsupport", "comment")
    },
    "public:consultation_report": POST,
    "public:consultation_appeal": POST,
    "staff:consultation_topic": TOPIC,
    "staff:consultation_change": {"uid": lambda world: draft(world).uid},
    "staff:consultation_publish": {"uid": lambda world: draft(world).uid},
    "staff:consultation_close": TOPIC,
    "staff:consultation_answer": POST,
    "staff:consultation_progress": POST,
    "staff:consultation_comment": POST,
    "staff:consultation_moderate": POST,
    "staff:consultation_weigh": {"uid": lambda world: contested(world).uid},
    "staff:consultation_restore": {"uid": lambda _world: citizen().uid},
    "staff:consultation_stop": {"uid": lambda world: contested(world).uid},
}
