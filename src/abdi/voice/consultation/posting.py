"""One more post in a topic, with its words."""

from typing import Any

from abdi.platform import moments
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.consultation.models import Post, Topic, Wording


def hold_thread(proposal: Post) -> Post:
    """The topic before the proposal, always: two who hold them the other way round would wait for each other."""
    hold(proposal.topic)
    return hold(proposal, "topic__unit")


def post_in(topic: Topic, text: str, title: str = "", **fields: Any) -> Post:
    """The topic is held by the caller, so that no two posts take one number."""
    last = topic.posts.order_by("-number").values_list("number", flat=True).first()
    post = write(Post(topic=topic, number=(last or 0) + 1, posted_at=moments.now(), **fields))
    write(Wording(post=post, number=1, title=title, text=text, at=post.posted_at))
    return post


def words_of(post: Post) -> Wording:
    """As they stand."""
    return post.wordings.get(number=post.version)
