"""What becomes of what was agreed. Published through `actions`."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.facts.actions import record_facts
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.forums import permissions, policies
from abdi.voice.forums.facts import SOURCE, done_fact
from abdi.voice.forums.meeting import keep_photo
from abdi.voice.forums.models import Agreement, Progress


@action
def report_progress(
    *, actor: User, agreement: Agreement, text: str, photo: BinaryIO | None = None
) -> Progress:
    """One more entry, public at once. Raises PolicyRefused before the berita acara stands and once it is done."""
    return _report(actor, agreement, text, photo)


@action
def finish_agreement(
    *, actor: User, agreement: Agreement, evidence: str, photo: BinaryIO | None = None
) -> Agreement:
    """Done today. `evidence` says by what everybody can see it."""
    _report(actor, agreement, evidence, photo)
    agreement.done_on = moments.today()
    write(agreement)
    data = {"due_on": agreement.due_on, "done_on": agreement.done_on}
    record(actor=actor, tag="forums:agreement:finish", subject=agreement, data=data)
    record_facts(actor=actor, facts=[done_fact(agreement, agreement.done_on)], source=SOURCE)
    return agreement


def _report(actor: User, agreement: Agreement, text: str, photo: BinaryIO | None) -> Progress:
    hold(agreement, "forum__unit", "unit", "owner")
    permissions.check_can_report_agreement(actor, agreement)
    policies.check_followed_up(agreement)
    text = stated(text, _("Tulis apa yang sudah dikerjakan, dengan buktinya."), "text")
    entry = Progress(agreement=agreement, on=moments.today(), text=text, by=actor)
    entry.photo = keep_photo(actor, photo) if photo else None
    write(entry)
    record(actor=actor, tag="forums:agreement:report", subject=entry)
    return entry
