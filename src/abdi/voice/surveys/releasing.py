"""Answers come to light in batches. Published through `actions`.

Five at least that are alike in all that staff can see (unit, service, officer, way in), and at least a whole day old.
What stays behind gives up its officer first and its service next, until five are alike again. A batch shares the last
of its days, so that no answer is the only one of its day; its rows are written in an order of chance, with no trace of
who came first.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from secrets import SystemRandom
from typing import Any

from django.utils.translation import gettext as _

from abdi.facts.actions import record_facts
from abdi.organisation.telling import tell
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.tenancy.scope import current_instansi
from abdi.voice.surveys import permissions
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.facts import SOURCE, answered_facts
from abdi.voice.surveys.models import Response, Word
from abdi.voice.surveys.policies import BATCH
from abdi.voice.surveys.selectors import instrument_in_use

KIND = "surveys:word"
WHOLE_DAY = 2  # an answer has a day and no hour: from its day to the day after the next lie at least 24 hours
ALIKE = ("unit_id", "channel", "device_id", "layanan_id", "employee_id")
# in turn, each `rest_days` after the one before
GIVEN_UP: tuple[tuple[str, ...], ...] = ((), ("employee_id",), ("employee_id", "layanan_id"))
AT_ONCE = 1_000
_chance = SystemRandom()


@action
def release(*, actor: User, on: date) -> int:
    """All that may be seen on that day; returns how many answers. The ledger learns of them now, never before."""
    permissions.check_can_release(actor)
    rest, released = instrument_in_use().rest_days, list[Response]()
    for turn, dropped in enumerate(GIVEN_UP):
        until = on - timedelta(days=WHOLE_DAY + turn * rest)
        opened = [one for batch in _batches(until, dropped) for one in _opened(batch, dropped, on)]
        _write_anew(opened)
        released += opened
    _open_words(released, on)
    _chance.shuffle(released)
    if released:
        facts = (fact for one in released for fact in answered_facts(one))
        record_facts(actor=actor, facts=facts, source=SOURCE)
    told = {"released": len(released)}
    record(actor=actor, tag="surveys:response:release", subject=current_instansi(), data=told)
    return len(released)


def _batches(until: date, dropped: Sequence[str]) -> Iterator[list[Response]]:
    """Each the smallest that may be seen, so that an answer's day moves as little as it must."""
    alike = defaultdict[tuple[object, ...], list[Response]](list)
    keys = [key for key in ALIKE if key not in dropped]
    waiting = Response.objects.waiting().filter(day__lte=until).select_for_update()
    for one in waiting.order_by("day", "pk"):
        alike[tuple(getattr(one, key) for key in keys)].append(one)
    for found in alike.values():
        ends = range(BATCH, len(found) - BATCH + 1, BATCH)
        for first, last in zip((0, *ends), (*ends, len(found)), strict=True):
            if last - first >= BATCH:
                yield found[first:last]


def _opened(batch: list[Response], dropped: Sequence[str], on: date) -> Iterator[Response]:
    day = batch[-1].day
    for one in batch:
        one.day, one.released_on = day, on
        for what in dropped:
            setattr(one, what, None)
        yield one


def _open_words(released: Sequence[Response], on: date) -> None:
    """With a batch about the same officer and service from citizens' own phones: any of five may have written them."""
    last = dict[tuple[int, int], date]()
    for one in released:
        if one.channel == Channel.SENDIRI and one.employee_id is not None and one.layanan_id is not None:
            about = one.employee_id, one.layanan_id
            last[about] = max(one.day, last.get(about, one.day))
    for (employee, layanan), day in last.items():
        waiting = Word.objects.filter(employee=employee, layanan=layanan, day__lte=day, released_on=None)
        words = list(waiting.select_related("employee__user"))
        for word in words:
            word.released_on, word.day = on, day
        _write_anew(words)
        if words:
            tell(words[0].employee, kind=KIND, title=_("Ada kata warga untuk Anda"), url="/kerja/kata-warga/")


def _write_anew(rows: list[Any]) -> None:
    """Taken out and put in again in an order of chance: nothing in how they lie tells who came first."""
    _chance.shuffle(rows)
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        objects = type(some[0]).objects
        objects.filter(pk__in=[one.pk for one in some]).delete()
        objects.bulk_create(some)
