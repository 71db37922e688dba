"""Topics: drawn up unseen, published, closed. Published through `actions`."""

from datetime import date

from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.consultation import permissions, policies
from abdi.voice.consultation.models import Topic
from abdi.voice.consultation.workflow import TOPIC


@action
def draft_topic(
    *,
    actor: User,
    unit: Unit,
    title: str,
    question: str,
    background: str,
    opens: date,
    closes: date,
    answers_due: date,
    layanan: Layanan | None = None,
    hide_after: int = 3,
) -> Topic:
    """Nobody but the office sees it yet. Raises InputRefused (a word missing, days out of order)."""
    permissions.check_can_moderate(actor, unit)
    topic = Topic(unit=unit, layanan=layanan, title=title.strip(), question=question.strip())
    topic.background, topic.hide_after = background.strip(), hide_after
    topic.opens, topic.closes, topic.answers_due = opens, closes, answers_due
    policies.check_not_past(topic, moments.today())
    write(topic)
    record(actor=actor, tag="consultation:topic:draft", subject=topic, data=_days(topic))
    return topic


@action
def change_topic(
    *,
    actor: User,
    topic: Topic,
    title: str,
    question: str,
    background: str,
    opens: date,
    closes: date,
    answers_due: date,
    layanan: Layanan | None = None,
    hide_after: int = 3,
) -> Topic:
    """While it is a draft: its words and days are what people will answer to."""
    hold(topic)
    permissions.check_can_moderate(actor, topic.unit)
    policies.check_draft(topic)
    topic.title, topic.question, topic.background = title.strip(), question.strip(), background.strip()
    topic.opens, topic.closes, topic.answers_due = opens, closes, answers_due
    topic.layanan, topic.hide_after = layanan, hide_after
    policies.check_not_past(topic, moments.today())
    write(topic)
    record(actor=actor, tag="consultation:topic:change", subject=topic, data=_days(topic))
    return topic


@action
def publish_topic(*, actor: User, topic: Topic) -> Topic:
    """From its first day on everybody may speak."""
    hold(topic)
    permissions.check_can_moderate(actor, topic.unit)
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
    permissions.check_can_moderate(actor, topic.unit)
    transition = TOPIC.check("close", topic.status)
    topic.closed_because = stated(reason, _("Tulis alasannya; warga membacanya."), "reason")
    topic.status, topic.closed_on = transition.target, moments.today()
    write(topic)
    record(actor=actor, tag=transition.tag, subject=topic, data=_days(topic))
    return topic


def _days(topic: Topic) -> dict[str, str]:
    days = {"opens": topic.opens, "closes": topic.last_day, "answers_due": topic.answers_due}
    return {name: day.isoformat() for name, day in days.items()}
