"""Topics: drawn up unseen, published, closed. Published through `actions`."""

from datetime import date
from typing import NotRequired, TypedDict, Unpack

from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.consultation import policies
from abdi.voice.consultation.models import Topic
from abdi.voice.consultation.workflow import TOPIC
from abdi.voice.permissions import check_can_facilitate


class Asked(TypedDict):
    """What people answer to, and by when they are answered."""

    title: str
    question: str
    background: str
    opens: date
    closes: date
    answers_due: date
    layanan: NotRequired[Layanan | None]
    hide_after: NotRequired[int]


@action
def draft_topic(*, actor: User, unit: Unit, **asked: Unpack[Asked]) -> Topic:
    """Nobody but the office sees it yet. Raises InputRefused (a word missing, days out of order)."""
    check_can_facilitate(actor, unit)
    return _write(actor, Topic(unit=unit), asked, "draft")


@action
def change_topic(*, actor: User, topic: Topic, **asked: Unpack[Asked]) -> Topic:
    """While it is a draft: its words and days are what people will answer to."""
    hold(topic)
    check_can_facilitate(actor, topic.unit)
    policies.check_draft(topic)
    return _write(actor, topic, asked, "change")


@action
def publish_topic(*, actor: User, topic: Topic) -> Topic:
    """From its first day on everybody may speak."""
    hold(topic)
    check_can_facilitate(actor, topic.unit)
    transition = TOPIC.check("publish", topic.status)
    policies.check_not_past(topic, moments.today())
    topic.status = transition.target
    write(topic)
    record(actor=actor, tag=transition.tag, subject=topic, data=_days(topic))
    return topic


@action
def close_topic(*, actor: User, topic: Topic, reason: str) -> Topic:
    """Before its last day, with a reason everybody reads. What was proposed is still answered by the day promised."""
    hold(topic)
    check_can_facilitate(actor, topic.unit)
    transition = TOPIC.check("close", topic.status)
    topic.closed_because = stated(reason, _("Tulis alasannya; warga membacanya."), "reason")
    topic.status, topic.closed_on = transition.target, moments.today()
    write(topic)
    record(actor=actor, tag=transition.tag, subject=topic, data=_days(topic))
    return topic


def _write(actor: User, topic: Topic, asked: Asked, verb: str) -> Topic:
    for name, value in asked.items():
        setattr(topic, name, value.strip() if isinstance(value, str) else value)
    policies.check_not_past(topic, moments.today())
    write(topic)
    record(actor=actor, tag=f"consultation:topic:{verb}", subject=topic, data=_days(topic))
    return topic


def _days(topic: Topic) -> dict[str, str]:
    days = {"opens": topic.opens, "closes": topic.last_day, "answers_due": topic.answers_due}
    return {name: day.isoformat() for name, day in days.items()}
