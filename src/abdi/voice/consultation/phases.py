"""Where a topic is in its time. Pure: the day and what is still owed are arguments."""

from datetime import date

from abdi.voice.consultation.enums import Phase, TopicStatus
from abdi.voice.consultation.models import Topic


def phase_of(topic: Topic, today: date, waiting: int) -> Phase:
    """`waiting`: proposals to which an answer is still owed."""
    if topic.status == TopicStatus.RANCANGAN:
        return Phase.RANCANGAN
    if topic.status == TopicStatus.TERBIT and today < topic.opens:
        return Phase.AKAN_DIBUKA
    if is_open(topic, today):
        return Phase.TERBUKA
    return Phase.MENUNGGU if waiting else Phase.TERJAWAB


def is_open(topic: Topic, today: date) -> bool:
    """Closed early, it closes at once: what follows the decision is no longer weighed."""
    return topic.status == TopicStatus.TERBIT and topic.opens <= today <= topic.closes
