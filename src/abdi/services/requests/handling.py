"""What becomes of a permohonan between filing and its end. Published through `actions`."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.organisation.permissions import acting_employee
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import PDF
from abdi.platform.locking import hold
from abdi.platform.validation import stated
from abdi.platform.verification.actions import issue
from abdi.services.requests import permissions, policies
from abdi.services.requests.models import Permohonan
from abdi.services.requests.papers import PRODUK
from abdi.services.requests.steps import advance, conclude, tell_decided
from abdi.services.requests.telling import tell_citizen, tell_handler

PURPOSE = "requests.product"


@action
def take_up(*, actor: User, permohonan: Permohonan) -> Permohonan:
    """It is this officer's now; taken from a colleague, the time before stays the colleague's."""
    hold(permohonan)
    permissions.check_can_handle_permohonan(actor, permohonan)
    employee = acting_employee(actor)
    policies.check_not_handler(permohonan, employee)
    permohonan.handler = employee
    steps = advance(permohonan, "take_up", actor)
    if not any(one.status == permohonan.status for one in steps[:-1]):
        tell_citizen(permohonan, steps[-1])
    return permohonan


@action
def return_for_completion(*, actor: User, permohonan: Permohonan, note: str) -> Permohonan:
    """The citizen has something to put right; the agency's clock stands until he has."""
    hold(permohonan)
    permissions.check_can_handle_permohonan(actor, permohonan)
    note = stated(note, _("Tulis apa yang perlu dilengkapi; pemohon membacanya."), "note")
    steps = advance(permohonan, "return", actor, note)
    tell_citizen(permohonan, steps[-1])
    return permohonan


@action
def resubmit(*, actor: User, permohonan: Permohonan) -> Permohonan:
    """Back to its officer, with nothing missing; the deadline is later by the stop."""
    hold(permohonan)
    permissions.check_can_act_for_citizen(actor, permohonan)
    policies.check_completed_by_citizen(permohonan)
    advance(permohonan, "resubmit", actor)
    tell_handler(permohonan, _("Permohonan sudah dilengkapi"))
    return permohonan


@action
def complete(*, actor: User, permohonan: Permohonan, product: BinaryIO | None = None) -> Permohonan:
    """The product is there: the officer's own PDF, or a statement that Abdi draws. Either verifies at /periksa/."""
    hold(permohonan)
    permissions.check_can_handle_permohonan(actor, permohonan)
    policies.check_papers_in_order(permohonan)
    if product is not None:
        name = f"{permohonan}.pdf"
        permohonan.product = store_file(
            actor=actor, content=product, name=name, purpose=PURPOSE, accept=[PDF]
        )
    steps = advance(permohonan, "complete", actor)
    issue(actor=actor, paper=PRODUK, subject=permohonan)
    conclude(permohonan, actor, steps)
    tell_decided(permohonan, actor, steps)
    return permohonan


@action
def hand_over(*, actor: User, permohonan: Permohonan, received_by: str) -> Permohonan:
    """The product is in hand. `received_by`: who took it, in words (the applicant himself, his daughter …)."""
    hold(permohonan)
    permissions.check_can_handle_permohonan(actor, permohonan)
    received_by = stated(received_by, _("Tulis siapa yang menerima produknya."), "received_by")
    conclude(permohonan, actor, advance(permohonan, "hand_over", actor, received_by))
    return permohonan


@action
def reject(*, actor: User, permohonan: Permohonan, reason: str) -> Permohonan:
    """Refused, for a reason that the citizen reads beside how to object."""
    hold(permohonan)
    permissions.check_can_handle_permohonan(actor, permohonan)
    reason = stated(reason, _("Tulis alasan penolakan; pemohon berhak mengetahuinya."), "reason")
    steps = advance(permohonan, "reject", actor, reason)
    conclude(permohonan, actor, steps)
    tell_decided(permohonan, actor, steps)
    return permohonan


@action
def cancel_permohonan(*, actor: User, permohonan: Permohonan) -> Permohonan:
    """The citizen no longer wants it."""
    hold(permohonan)
    permissions.check_can_act_for_citizen(actor, permohonan)
    steps = advance(permohonan, "cancel", actor)
    conclude(permohonan, actor, steps)
    tell_handler(permohonan, _("Permohonan dibatalkan pemohon"))
    return permohonan
