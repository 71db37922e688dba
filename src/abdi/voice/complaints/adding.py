"""What a reporter adds to his complaint later. Published through `actions`."""

from collections.abc import Sequence
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.enums import PauseCause, Status
from abdi.voice.complaints.models import Addition, Complaint
from abdi.voice.complaints.photos import keep_photos
from abdi.voice.complaints.recipients import in_charge
from abdi.voice.complaints.steps import advance
from abdi.voice.complaints.telling import tell_staff
from abdi.voice.complaints.vault import in_safe_words


@action
def add_information(
    *, actor: User, complaint: Complaint, text: str, photos: Sequence[BinaryIO] = ()
) -> Complaint:
    """Something more, also to a report that was merged: it stays with his own, where no other reporter reads it, and
    whoever handles the case reads them all. Returns the case.

    Where work waited for the reporter, it goes on, and so does the agency's clock.
    """
    case = complaint.duplicate_of or complaint
    hold(case)
    permissions.check_can_act_as_reporter(actor)
    policies.check_may_be_told_more(case)
    keep_addition(complaint, text)
    keep_photos(complaint, photos, actor)
    record(actor=actor, tag="complaints:complaint:add", subject=case, data={"photos": len(photos)})
    if _waits_for_reporter(case):
        advance(case, "resume", actor)
    tell_staff(in_charge(case), case, _("Pelapor menambah keterangan"))
    return case


def keep_addition(complaint: Complaint, text: str) -> Addition:
    text = stated(policies.read_text(text, "text"), _("Tulis keterangannya."), "text")
    added = Addition(complaint=complaint, text=in_safe_words(complaint, text), added_at=moments.now())
    return write(added)


def _waits_for_reporter(complaint: Complaint) -> bool:
    last = complaint.events.order_by("number").last()
    waits = last is not None and last.cause == PauseCause.PELAPOR
    return complaint.status == Status.DITUNDA and waits
