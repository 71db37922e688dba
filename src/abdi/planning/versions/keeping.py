"""What planning leaves here when an SKP is agreed, and when it is reopened."""

from datetime import datetime

from abdi.planning.models import Skp
from abdi.planning.versions.enums import Ground
from abdi.planning.versions.models import SkpVersion
from abdi.platform.accounts.models import User
from abdi.platform.errors import InputRefused
from abdi.platform.validation import write


def keep_version(skp: Skp, *, agreed_by: User, at: datetime) -> SkpVersion:
    """Freeze what was agreed just now."""
    return write(
        SkpVersion(
            skp=skp,
            number=skp.version,
            content=skp.snapshot,
            agreed_at=at,
            agreed_by=agreed_by,
        )
    )


def end_version(skp: Skp, *, actor: User, ground: str, reason: str, at: datetime) -> None:
    """Note on the version in force why it no longer is (PP 30/2019 Ps 28). Raises InputRefused."""
    if ground not in Ground.values:
        raise InputRefused("Pilih alasan membuka kembali SKP ini menurut PP 30/2019 Ps 28.", field="ground")
    if not reason.strip():
        raise InputRefused("Tulis alasan membuka kembali SKP ini (PP 30/2019 Ps 28).", field="reason")
    skp.versions.filter(number=skp.version).update(
        ground=ground, reason=reason.strip(), reopened_at=at, reopened_by=actor
    )
