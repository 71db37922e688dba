"""Who is asked, who asks to come, and who came. Published through `actions`.

The trail says how many of which element; names stay in the encrypted rows.
"""

from collections.abc import Collection

from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.platform.verification.codes import ALPHABET, LENGTH
from abdi.voice.forums import permissions, policies, telling
from abdi.voice.forums.enums import Source
from abdi.voice.forums.models import Forum, Participant


@action
def invite(
    *, actor: User, forum: Forum, element: str, name: str, organisation: str = "", email: str = ""
) -> Participant:
    """Ask somebody to come. With an `email` he gets letters; it is kept with the letters, not here."""
    hold(forum)
    permissions.check_can_run_forum(actor, forum.unit)
    policies.check_guests_welcome(forum)
    return _enter(actor, "invite", _guest(forum, Source.UNDANGAN, element, name, organisation), email)


@action
def register(
    *, actor: User, forum: Forum, element: str, name: str, organisation: str = "", email: str = ""
) -> Participant:
    """Anybody may come while there is room. Raises PolicyRefused once it is full or has begun."""
    hold(forum)
    permissions.check_can_take_part(actor, forum)
    policies.check_registration_open(forum)
    return _enter(actor, "register", _guest(forum, Source.DAFTAR, element, name, organisation), email)


@action
def withdraw(*, actor: User, participant: Participant) -> Participant:
    """He cannot come; somebody else has the seat. Name, origin and address of letters are forgotten at once."""
    hold(participant, "forum__unit")
    permissions.check_can_take_part(actor, participant.forum)
    policies.check_can_still_withdraw(participant)
    participant.withdrew = True
    participant.name, participant.organisation = "–", ""
    write(participant)
    _record(actor, "withdraw", participant)
    telling.let_go(actor, participant)
    return participant


@action
def admit(*, actor: User, forum: Forum, element: str, name: str, organisation: str = "") -> Participant:
    """Somebody at the door who was not on the list."""
    hold(forum)
    permissions.check_can_run_forum(actor, forum.unit)
    policies.check_guests_welcome(forum)
    policies.check_begun(forum)
    guest = _guest(forum, Source.DI_TEMPAT, element, name, organisation)
    guest.is_present = True
    return _enter(actor, "admit", guest)


@action
def note_attendance(*, actor: User, forum: Forum, present: Collection[Participant]) -> int:
    """Exactly these came; returns how many."""
    hold(forum)
    permissions.check_can_run_forum(actor, forum.unit)
    policies.check_guests_welcome(forum)
    policies.check_begun(forum)
    came = {one.pk for one in present}
    rows = forum.participants.filter(withdrew=False)
    if came - set(rows.values_list("pk", flat=True)):
        raise InputRefused(_("Ada peserta yang tidak di daftar forum ini."), field="present")
    rows.filter(pk__in=came).update(is_present=True)
    rows.exclude(pk__in=came).update(is_present=False)
    record(actor=actor, tag="forums:participant:attend", subject=forum, data={"present": len(came)})
    return len(came)


def _guest(forum: Forum, source: Source, element: str, name: str, organisation: str) -> Participant:
    name = stated(name, _("Tulis namanya; nama tidak diumumkan."), "name")
    if max(len(name), len(organisation)) > policies.LONGEST_NAME:
        raise InputRefused(_("Paling panjang %d huruf; singkatlah.") % policies.LONGEST_NAME, field="name")
    guest = Participant(forum=forum, source=source, element=element)
    guest.name, guest.organisation = name, organisation.strip()
    guest.code = get_random_string(LENGTH, ALPHABET)
    return guest


def _enter(actor: User, verb: str, guest: Participant, email: str = "") -> Participant:
    write(guest)
    _record(actor, verb, guest)
    if email:
        telling.reach(actor, guest, email)
    return guest


def _record(actor: User, verb: str, guest: Participant) -> None:
    data = {"element": guest.element, "forum": guest.forum.uid}
    record(actor=actor, tag=f"forums:participant:{verb}", subject=guest, data=data)
