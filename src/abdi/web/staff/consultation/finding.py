"""What an address at work names."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from abdi.voice.consultation.models import Post, Topic
from abdi.voice.consultation.selectors import with_words


def find_topic(uid: UUID) -> Topic:
    return get_object_or_404(Topic.objects.select_related("unit", "layanan"), uid=uid)


def find_post(uid: UUID) -> Post:
    rows = Post.objects.select_related("topic__unit", "citizen", "employee", "proposal")
    return get_object_or_404(with_words(rows), uid=uid)
