"""A forum is drafted, announced, moved or called off. Published through `actions`."""

from datetime import datetime

from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import stated, write
from abdi.voice.forums import permissions, policies, telling
from abdi.voice.forums.models import Forum
from abdi.voice.forums.steps import advance, approach


@action
def draft_forum(
    *,
    actor: User,
    unit: Unit,
    theme: str,
    title: str,
    agenda: str,
    place: str,
    starts_at: datetime,
    ends_at: datetime,
    seats: int = 50,
    layanan: Layanan | None = None,
) -> Forum:
    """Seen by facilitators alone. `seats` for whoever registers by himself. Raises InputRefused."""
    permissions.check_can_run_forum(actor, unit)
    policies.check_layanan(unit, layanan)
    policies.check_ahead(starts_at)
    forum = Forum(unit=unit, theme=theme, title=title, agenda=agenda, place=place, layanan=layanan)
    forum.starts_at, forum.ends_at, forum.seats = starts_at, ends_at, seats
    write(forum)
    record(actor=actor, tag="forums:forum:draft", subject=forum, data={"theme": theme, "unit": unit.code})
    return forum


@action
def change_forum(
    *,
    actor: User,
    forum: Forum,
    theme: str,
    title: str,
    agenda: str,
    seats: int,
    layanan: Layanan | None = None,
) -> Forum:
    """While nobody has seen it."""
    step = approach(actor, forum, "change")
    policies.check_layanan(forum.unit, layanan)
    forum.theme, forum.title, forum.agenda = theme, title, agenda
    forum.seats, forum.layanan = seats, layanan
    write(forum)
    record(actor=actor, tag=step.tag, subject=forum, data={"theme": theme})
    return forum


@action
def announce_forum(*, actor: User, forum: Forum) -> Forum:
    """On the public page from now on, and anybody may register."""
    step = approach(actor, forum, "announce")
    policies.check_ahead(forum.starts_at)
    forum.announced_on = moments.today()
    advance(actor, forum, step)
    telling.tell_guests(forum, telling.INVITED)
    return forum


@action
def move_forum(*, actor: User, forum: Forum, place: str, starts_at: datetime, ends_at: datetime) -> Forum:
    """Another time or place. Guests are told, and the calendar file takes the old one's place."""
    step = approach(actor, forum, "move")
    policies.check_ahead(starts_at)
    forum.place, forum.starts_at, forum.ends_at = place, starts_at, ends_at
    forum.sequence += 1
    advance(actor, forum, step)
    telling.tell_guests(forum, telling.MOVED)
    return forum


@action
def cancel_forum(*, actor: User, forum: Forum, reason: str) -> Forum:
    """It will not be held; the page of one that was announced stays, with the reason."""
    step = approach(actor, forum, "cancel")
    forum.cancelled_because = stated(reason, _("Tulis alasan pembatalan; undangan membacanya."), "reason")
    advance(actor, forum, step)
    if forum.is_public:
        telling.tell_guests(forum, telling.CANCELLED)
    return forum
