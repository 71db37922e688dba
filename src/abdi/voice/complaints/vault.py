"""Who reported: put away when a complaint is filed, opened for a reason that the reporter can read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.models import Complaint, Identity, IdentityView
from abdi.voice.complaints.telltale import masked
from abdi.voice.complaints.types import Reporter

MASKED = ("title", "text", "requested_solution", "address", "about_words")  # what a reporter writes freely
_COLUMNS = {  # the longest that fits: a mask is longer than a short name
    "title": policies.LONGEST_TITLE,
    "address": policies.LONGEST_SHORT,
    "about_words": policies.LONGEST_SHORT,
}


def read_reporter(given: Reporter | None) -> Reporter:
    given = given or Reporter()
    fields = ("name", "address", "contact", "nik")
    short = policies.LONGEST_SHORT
    return Reporter(**{one: policies.read_text(getattr(given, one), one, longest=short) for one in fields})


def own_words(reporter: Reporter | Identity) -> tuple[str, ...]:
    """What of his identity would give him away in a text."""
    return tuple(filter(None, (reporter.name, reporter.contact, reporter.nik, reporter.address)))


def hide(complaint: Complaint, reporter: Reporter) -> dict[str, str]:
    """Mask an anonymous report in place; returns what stood there, field by field, where that was anything else."""
    hidden, own = {}, own_words(reporter)
    if complaint.is_anonymous:
        complaint.attrs = _masked_within(complaint.attrs, own)
    for field in MASKED if complaint.is_anonymous else ():
        before = getattr(complaint, field)
        setattr(complaint, field, masked(before, own)[: _COLUMNS.get(field)])
        if getattr(complaint, field) != before:
            hidden[field] = before
    return hidden


def in_safe_words(complaint: Complaint, text: str) -> str:
    """Of an anonymous reporter, without what tells who he is; he saw what would be masked before he sent it."""
    if not complaint.is_anonymous:
        return text
    known = Identity.objects.filter(complaint=complaint).first()
    return masked(text, own_words(known) if known else ())


def put_away(complaint: Complaint, reporter: Reporter, hidden: Mapping[str, str]) -> None:
    """Nothing is kept of a reporter who gave nothing."""
    if own_words(reporter) or hidden:
        identity = Identity(complaint=complaint, words=json.dumps(dict(hidden)) if hidden else "")
        identity.name, identity.address = reporter.name, reporter.address
        identity.contact, identity.nik = reporter.contact, reporter.nik
        write(identity)


def _masked_within(given: Any, own: Sequence[str]) -> Any:
    """Every text inside JSON."""
    if isinstance(given, str):
        return masked(given, own)
    if isinstance(given, dict):
        return {key: _masked_within(value, own) for key, value in given.items()}
    return [_masked_within(value, own) for value in given] if isinstance(given, list) else given


@action
def view_identity(*, actor: User, complaint: Complaint, reason: str) -> Identity | None:
    """Open the vault; None where the reporter left nothing in it.

    Who looked, when and why is kept for good, and the reporter reads it with his code. Raises PermissionRefused.
    """
    hold(complaint)
    permissions.check_can_view_identity(actor, complaint)
    reason = stated(reason, _("Tulis untuk apa identitas dibuka; pelapor dapat membacanya."), "reason")
    view = IdentityView(complaint=complaint, viewer=actor, viewed_at=moments.now())
    view.reason = policies.read_text(reason, "reason", longest=policies.LONGEST_SHORT)
    write(view)
    record(actor=actor, tag="complaints:identity:view", subject=complaint, data={"view": view.uid})
    return Identity.objects.filter(complaint=complaint).first()


def words_of(identity: Identity) -> dict[str, str]:
    """Field of the complaint → what its anonymous reporter had typed there."""
    found: dict[str, str] = json.loads(identity.words) if identity.words else {}
    return found
