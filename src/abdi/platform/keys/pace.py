"""How fast one stranger may come. Counted in the database, so that every process counts the same.

No verb and no row in the trail: a count is nobody's decision, and it is forgotten within the hour.
"""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.platform.encryption import keyed_digest
from abdi.platform.errors import PolicyRefused
from abdi.platform.keys.models import Knock

MINUTE = 60  # seconds


class PaceRefused(PolicyRefused):
    """Too fast; `wait` is in how many seconds there is room again (HTTP 429)."""

    def __init__(self, message: str, wait: int) -> None:
        super().__init__(message)
        self.wait = wait


def check_pace(who: str, *, limit: int) -> None:
    """Count one more for `who` in this minute; raises PaceRefused from the one after `limit` on.

    `who` is any text that sets strangers apart; only its keyed digest is kept. What is refused counts too. Call it
    outside the transaction of what it guards, or a refusal there would undo the count.
    """
    now = timezone.now()
    minute = now.replace(second=0, microsecond=0)
    if _counted(keyed_digest(f"pace:{who}"), minute) > limit:
        wait = MINUTE - now.second
        sentence = _("Terlalu banyak kiriman dalam satu menit; coba lagi %(wait)d detik lagi.")
        raise PaceRefused(sentence % {"wait": wait}, wait)


def _counted(who: str, minute: datetime) -> int:
    """One statement where the row is there; whoever comes second at making it adds to the other's."""
    mine = Knock.objects.filter(who=who, minute=minute)
    if not mine.update(count=F("count") + 1):
        try:
            with transaction.atomic():
                Knock(who=who, minute=minute, count=1).save(force_insert=True)
        except IntegrityError:
            mine.update(count=F("count") + 1)
    return int(mine.values_list("count", flat=True).get())
