"""What was said and agreed at a forum, up to its berita acara. Published through `actions`."""

from datetime import date
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.facts.actions import record_facts
from abdi.organisation.models import Employee, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import JPEG
from abdi.platform.files.models import StoredFile
from abdi.platform.files.pictures import redrawn
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.platform.verification.actions import issue
from abdi.platform.verification.models import Issued
from abdi.voice.forums import permissions, policies, telling
from abdi.voice.forums.facts import SOURCE, held_fact
from abdi.voice.forums.models import Agreement, Forum, Photo, Signatory, Suggestion
from abdi.voice.forums.papers import BERITA_ACARA
from abdi.voice.forums.steps import advance, approach

PURPOSE = "forums.photo"


@action
def hold_forum(*, actor: User, forum: Forum, minutes: str) -> Forum:
    """It was held, and this is what was talked about. Raises PolicyRefused before it began or with nobody there."""
    step = approach(actor, forum, "hold")
    policies.check_begun(forum)
    policies.check_attended(forum)
    forum.minutes = stated(minutes, _("Tulis notulanya."), "minutes")
    advance(actor, forum, step)
    return forum


@action
def add_suggestion(*, actor: User, forum: Forum, element: str, text: str) -> Suggestion:
    """What an element put forward; of which person is not kept."""
    approach(actor, forum, "minute")
    text = stated(text, _("Tulis masukannya."), "text")
    added = write(Suggestion(forum=forum, number=forum.suggestions.count() + 1, element=element, text=text))
    record(actor=actor, tag="forums:suggestion:add", subject=added, data={"element": element})
    return added


@action
def answer_suggestion(*, actor: User, suggestion: Suggestion, outcome: str, answer: str) -> Suggestion:
    """Followed up or not, and in either case why."""
    forum = suggestion.forum
    approach(actor, forum, "minute")
    hold(suggestion, "forum__unit")
    suggestion.outcome = outcome
    suggestion.answer = stated(
        answer, _("Tulis alasan atau rencananya; pengusul berhak mengetahuinya."), "answer"
    )
    write(suggestion)
    record(actor=actor, tag="forums:suggestion:answer", subject=suggestion, data={"outcome": outcome})
    return suggestion


@action
def agree(
    *,
    actor: User,
    forum: Forum,
    text: str,
    unit: Unit,
    due_on: date,
    owner: Employee | None = None,
    suggestion: Suggestion | None = None,
) -> Agreement:
    """What will be done, by whom, until when; `suggestion` is what it follows from."""
    approach(actor, forum, "minute")
    policies.check_of_this_forum(forum, suggestion)
    policies.check_owner(unit, owner, due_on)
    text = stated(text, _("Tulis apa yang akan dikerjakan."), "text")
    agreed = Agreement(forum=forum, number=forum.agreements.count() + 1, text=text, unit=unit, owner=owner)
    agreed.suggestion, agreed.due_on = suggestion, due_on
    write(agreed)
    record(
        actor=actor, tag="forums:agreement:agree", subject=agreed, data={"unit": unit.code, "due_on": due_on}
    )
    return agreed


@action
def sign(
    *, actor: User, forum: Forum, element: str, name: str, capacity: str, is_named: bool = False
) -> Signatory:
    """Note who signed the sheet for an element. `is_named`: he agreed to be named on what is published."""
    approach(actor, forum, "minute")
    signed = Signatory(forum=forum, element=element, is_named=is_named)
    signed.name = stated(name, _("Tulis siapa yang menandatangani."), "name")
    signed.capacity = stated(capacity, _("Tulis sebagai apa ia menandatangani."), "capacity")
    write(signed)
    record(actor=actor, tag="forums:signatory:sign", subject=signed, data={"element": element})
    return signed


@action
def add_photo(*, actor: User, forum: Forum, photo: BinaryIO, caption: str) -> Photo:
    """Of the event. `caption` says what is to be seen, also to those who cannot see it."""
    hold(forum)
    permissions.check_can_run_forum(actor, forum.unit)
    policies.check_photos(forum)
    caption = stated(caption, _("Tulis apa yang terlihat di foto."), "caption")
    added = write(Photo(forum=forum, file=keep_photo(actor, photo), caption=caption))
    record(actor=actor, tag="forums:photo:add", subject=added)
    return added


@action
def settle(*, actor: User, forum: Forum) -> Issued:
    """The berita acara stands and is issued with a code; what was agreed is public from now on."""
    step = approach(actor, forum, "settle")
    policies.check_decided(forum)
    policies.check_signed(forum)
    forum.settled_on = moments.today()
    advance(actor, forum, step)
    issued = issue(actor=actor, paper=BERITA_ACARA, subject=forum)
    present = forum.participants.filter(is_present=True).count()
    record_facts(actor=actor, facts=[held_fact(forum, present)], source=SOURCE)
    telling.tell_guests(forum, telling.SETTLED)
    return issued


def keep_photo(actor: User, photo: BinaryIO) -> StoredFile:
    drawn = redrawn(photo).content
    return store_file(actor=actor, content=drawn, name="foto.jpg", purpose=PURPOSE, accept=[JPEG])
