"""Telling that something changed, in the transaction that changes it."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import F

from abdi.platform.live.models import Topic
from abdi.platform.tenancy.scope import current_instansi

CHANNEL = "abdi_live"  # PostgreSQL's


def announce(name: str) -> None:
    """Listeners of `name` in this instansi see the new state once the caller's transaction is committed.

    Call it last in a verb, after the audit record: the topic's row stays locked to the end of the transaction, and
    locks taken in one order cannot deadlock.
    """
    topic = Topic.objects.filter(name=name)
    if not topic.update(version=F("version") + 1):
        Topic.objects.bulk_create([Topic(name=name)], ignore_conflicts=True)
        topic.update(version=F("version") + 1)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, address(current_instansi().pk, name)])


def versions(names: Iterable[str]) -> dict[str, int]:
    """How often each topic of this instansi has changed; 0 for one that never has. One query."""
    wanted = list(names)
    known = dict(Topic.objects.filter(name__in=wanted).values_list("name", "version"))
    return {name: known.get(name, 0) for name in wanted}


def address(instansi_id: int, name: str) -> str:
    """A topic's name across instansi; what PostgreSQL's notification carries."""
    return f"{instansi_id}:{name}"
