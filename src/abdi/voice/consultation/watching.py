"""Answers that are due soon, and those that are late. Published through `actions`."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.voice.consultation import permissions
from abdi.voice.consultation.models import Post
from abdi.voice.consultation.selectors import owed
from abdi.voice.consultation.telling import tell_answerers

WARNED_BEFORE = timedelta(days=3)  # time enough for one more meeting


@action
def watch_answers(*, actor: User) -> int:
    """Warn who answers for the unit before the day, and once more after it; returns how many notices."""
    permissions.check_can_watch_answers(actor)
    today, told = moments.today(), 0
    for one in owed().filter(due_on__lte=today + WARNED_BEFORE).select_for_update(of=("self",)):
        told += _tell(one, today)
    record(actor=actor, tag="consultation:answers:watch", subject=actor, data={"told": told})
    return told


def _tell(one: Post, today: date) -> int:
    """Once for each due day: a follow-up that was promised anew is watched anew."""
    is_late = one.due_on is not None and one.due_on < today
    marker = "escalated_on" if is_late else "warned_on"
    if getattr(one, marker) == one.due_on:
        return 0
    setattr(one, marker, one.due_on)
    one.save(update_fields=[marker])
    return tell_answerers(
        one, _("Jawaban kepada warga terlambat") if is_late else _("Jawaban kepada warga segera ditunggu")
    )
