"""What an address of the public pages names. A draft is not there: 404, whoever asks."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from abdi.platform import moments
from abdi.voice.consultation.enums import TopicStatus
from abdi.voice.consultation.models import Post, Topic
from abdi.voice.consultation.selectors import proposal_in, public_topics


def find_topic(uid: UUID) -> Topic:
    return get_object_or_404(public_topics(), uid=uid)


def find_proposal(uid: UUID, number: int) -> Post:
    """With its topic, words and votes."""
    topic = find_topic(uid)
    try:
        post = proposal_in(topic, number, moments.now())
    except Post.DoesNotExist as error:
        raise Http404 from error
    post.topic = topic
    return post


def find_post(uid: UUID) -> Post:
    rows = Post.objects.exclude(topic__status=TopicStatus.RANCANGAN)
    return get_object_or_404(rows.select_related("topic__unit", "proposal", "citizen"), uid=uid)
