"""Electronic signature: asked of a service outside, between two short transactions and never within one.

The service may take two minutes; a transaction held open that long would keep every other writer waiting.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from django.views.decorators.debug import sensitive_variables

from abdi.platform.accounts.models import User
from abdi.platform.documents.papers import Paper
from abdi.platform.errors import DomainError, PolicyRefused
from abdi.platform.verification.actions import issue, keep_signature, note_failed_signature
from abdi.platform.verification.models import Issued
from abdi.platform.verification.permissions import check_can_sign
from abdi.platform.verification.policies import check_unsigned


@dataclass(frozen=True)
class Order:
    """What the service needs. Who signs and his passphrase are nowhere shown, not even in a traceback."""

    pdf: bytes = field(repr=False)
    name: str
    nik: str = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Signed:
    """The signed file, and the number under which the service keeps it (may be empty)."""

    pdf: bytes = field(repr=False)
    reference: str


Signer = Callable[[Order], Signed]


def is_offered() -> bool:
    """Off until an installation names its signing service (ABDI_ESIGN_URL)."""
    return bool(settings.ESIGN_URL)


@sensitive_variables("nik", "passphrase", "order")
def sign_document(*, actor: User, paper: Paper, subject: Any, nik: str, passphrase: str) -> Issued:
    """Issue the document if it is not yet, and put the signature of `actor` under it.

    Raises InputRefused (passphrase, NIK), PolicyRefused (service away, already signed), PermissionRefused.
    Whatever goes wrong, the issued document stays as it was and can be signed later.
    """
    check_can_sign(actor, paper, subject)
    if not is_offered():
        raise PolicyRefused("Layanan tanda tangan elektronik belum diatur di sini; hubungi pengelola sistem.")
    issued = issue(actor=actor, paper=paper, subject=subject)
    check_unsigned(issued)
    order = Order(issued.file.path.read_bytes(), f"{issued.code}.pdf", nik, passphrase)
    signer: Signer = import_string(settings.ESIGN_SIGNER)
    try:
        signed = signer(order)
    except DomainError as refusal:
        note_failed_signature(actor=actor, issued=issued, reason=refusal.message)
        raise
    return keep_signature(actor=actor, paper=paper, issued=issued, pdf=signed.pdf, reference=signed.reference)
