"""What was done elsewhere, before it came here. Published through `actions`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.enums import ArchiveReason, Channel, Status
from abdi.voice.complaints.facts import record_answer, record_closing, record_received
from abdi.voice.complaints.models import Answer, Complaint
from abdi.voice.complaints.steps import advance

_WORKED = ("verify", "dispose", "take")
_WAYS: dict[str, tuple[str, ...]] = {  # state → the shortest way there through the table
    Status.TERVERIFIKASI: ("verify",),
    Status.DITERUSKAN: ("verify", "dispose"),
    Status.DIPROSES: _WORKED,
    Status.DITUNDA: (*_WORKED, "pause"),
    Status.DIJAWAB: (*_WORKED, "answer"),
    Status.SELESAI: (*_WORKED, "answer", "lapse"),
    Status.ARSIP: ("reject",),
    Status.BUKAN_WEWENANG: ("redirect_away",),
}


@action
def record_past(
    *,
    actor: User,
    complaint: Complaint,
    status: str,
    at: datetime,
    answer: str = "",
    attrs: Mapping[str, Any] | None = None,
) -> Complaint:
    """Bring an imported complaint to where the other system had it at `at`: verified, given on, in work, answered or
    closed. Its facts are recorded as of then, and nobody is told; `attrs` take the place of what was told before.
    Raises InputRefused, PermissionRefused."""
    hold(complaint)
    permissions.check_can_file(actor, Channel.IMPOR)
    if complaint.channel != Channel.IMPOR or status not in _WAYS:
        raise InputRefused(_("Keadaan lampau hanya dicatat untuk laporan yang diimpor."), field="status")
    if not complaint.received_at <= at <= moments.now():
        raise InputRefused(_("Waktunya harus sesudah laporan diterima dan tidak di masa depan."), field="at")
    complaint.unit_assigned = complaint.unit_assigned or complaint.unit
    complaint.archive_reason = ArchiveReason.BUKAN_PELAYANAN if status == Status.ARSIP else ""
    complaint.attrs = {**complaint.attrs, **(attrs or {})}
    complaint.kelas = complaint.kelas or (complaint.category.kelas if complaint.category else "")
    with moments.replayed_at(at):
        for name in _left(complaint.status, _WAYS[status]):
            _pass(complaint, name, actor, policies.read_text(answer, "answer"))
    return complaint


def _left(here: str, way: tuple[str, ...]) -> tuple[str, ...]:
    """What is left of the way for one that an earlier export brought a part of it."""
    gone = _WAYS.get(here, ())
    return way[len(gone) :] if way[: len(gone)] == gone else way


def _pass(complaint: Complaint, name: str, actor: User, text: str) -> None:
    event = advance(complaint, name, actor)
    if name == "verify":
        complaint.verified_at = complaint.clock_since = complaint.received_at  # when, nobody told us
    if name == "take":
        record_received(complaint, actor)
    if name == "answer":
        said = Answer(complaint=complaint, number=1, text=text or "–", is_public=bool(text))
        said.drafted_by, said.drafted_at, said.sent_at = actor, event.began_at, event.began_at
        complaint.answered_at = complaint.decided_at = event.began_at
        record_answer(complaint, write(said), actor)
    write(complaint)
    if name == "lapse":
        record_closing(complaint, actor)
