"""Telling everybody who follows a thing, in the transaction of what there is to tell."""

from uuid import uuid4

from django.utils import translation
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme

from abdi.platform.followers.models import Follower
from abdi.platform.followers.selectors import followers_of
from abdi.platform.outbox.queue import enqueue
from abdi.platform.tenancy.models import TenantModel

EMAIL, PUSH = "followers.email", "followers.push"


def tell_followers(
    *, subject: TenantModel, title: str | Promise, body: str | Promise, url: str, key: str = ""
) -> None:
    """A letter or a notice to each follower, once the caller's transaction is committed.

    `title` and `body` name no person: they pass through services of others and stand on locked screens. Given as
    lazy text they are told in the language each one followed in. `url` is a path within Abdi. With a `key`, what is
    told of this subject under it is told once, however often it is asked. Raises ValueError for a `url` elsewhere.
    """
    if not (url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)):
        raise ValueError(f"a notice leads within Abdi, not to {url}")
    once = key or uuid4().hex
    for follower in followers_of(subject):
        with translation.override(follower.language):
            told = {"title": str(title), "body": str(body), "url": url}
        enqueue(
            topic=EMAIL if follower.email else PUSH,
            key=f"{follower.uid}:{once}",
            payload={"follower": str(follower.uid), **told},
        )


def follower_in(payload: dict[str, str]) -> Follower | None:
    """Whom a message is for; None for one who stopped meanwhile."""
    return Follower.objects.filter(uid=payload["follower"]).first()
