"""Sheets filled in elsewhere: on paper, or in a survey held before. Published through `actions`."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.encryption import keyed_digest
from abdi.platform.tenancy.scope import current_instansi
from abdi.voice.surveys import permissions, policies
from abdi.voice.surveys.models import Response
from abdi.voice.surveys.sheets import Entry
from abdi.voice.surveys.signs import Circumstances, signs_of

_AT_ONCE = 1_000


@action
def enter(*, actor: User, entries: Sequence[Entry], source: str) -> int:
    """How many were new; one whose key the source told before adds nothing. Released in batches as all others.

    Blank elements are left out of the count of that unsur only. Raises PermissionRefused for a unit that the actor does
    not administer, InputRefused for what lies off the scale or in the future.
    """
    for unit in {one.unit.pk: one.unit for one in entries}.values():
        permissions.check_can_set_up_surveys(actor, unit)
    rows = {row.uid: row for row in (_row(one, source) for one in entries)}
    known, uids = set[UUID](), list(rows)
    for first in range(0, len(uids), _AT_ONCE):
        some = uids[first : first + _AT_ONCE]
        known |= set(Response.objects.filter(uid__in=some).values_list("uid", flat=True))
    new = [row for uid, row in rows.items() if uid not in known]
    Response.objects.bulk_create(new, batch_size=_AT_ONCE)
    told = {"source": source, "entered": len(new), "known": len(rows) - len(new)}
    record(actor=actor, tag="surveys:response:enter", subject=current_instansi(), data=told)
    return len(new)


def _row(one: Entry, source: str) -> Response:
    policies.check_day(one.day, timezone.localdate())
    policies.check_served_at(one.unit, one.layanan)
    policies.check_answers(one.sheet.answers, one.day, whole=False)
    policies.check_words(one.sheet.words, "words")
    signs = (sign.value for sign in signs_of(one.sheet.answers, Circumstances()))
    return Response(
        uid=UUID(keyed_digest(f"survei-lain:{source}:{one.key}")[:32]),
        unit=one.unit,
        layanan=one.layanan,
        employee=one.employee,
        channel=one.channel,
        day=one.day,
        answers=dict(one.sheet.answers),
        words=one.sheet.words.strip(),
        flags=sorted({*one.flags, *signs}),
    )
