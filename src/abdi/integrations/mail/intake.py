"""A letter becomes a complaint, and its sender gets a receipt; a machine's letter becomes nothing."""

import hashlib
import re
from dataclasses import dataclass
from email.utils import parseaddr
from io import BytesIO

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from abdi.integrations.mail.letters import Letter, read_letter
from abdi.platform.accounts.models import User
from abdi.platform.encryption import keyed_digest
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.followers.actions import follow
from abdi.platform.followers.addresses import read_email
from abdi.platform.followers.tell import tell_followers
from abdi.platform.outbox.letters import OURS
from abdi.voice.complaints.actions import file_complaint
from abdi.voice.complaints.enums import Channel, Kind
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.types import Reporter

_ANONYMOUS, _SECRET = re.compile(r"\banonim\b", re.IGNORECASE), re.compile(r"\brahasia\b", re.IGNORECASE)
_KINDS = {
    re.compile(r"\baspirasi\b", re.IGNORECASE): Kind.ASPIRASI,
    re.compile(r"\bpermintaan informasi\b", re.IGNORECASE): Kind.PERMINTAAN_INFORMASI,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """`complaint` is None for a machine's letter. `left_out`: pictures that were none, or too large."""

    complaint: Complaint | None
    left_out: int = 0


def take_letter(*, actor: User, raw: bytes) -> Taken:
    """The same letter again (by its Message-ID) is the same complaint, and no second receipt.

    Raises InputRefused and PolicyRefused (PaceRefused: later) with a sentence for the sender.
    """
    letter = read_letter(raw)
    if letter.is_automatic or _is_ours(letter.address):
        return Taken(None)
    address = read_email(letter.address)
    if OURS in letter.references:
        raise PolicyRefused(
            _(
                "Balasan surel tidak dibaca; tambahkan keterangan lewat halaman laporan Anda dengan kode lacaknya."
            )
        )
    text = letter.text or letter.subject
    if not text:
        raise InputRefused(_("Surel ini tidak berisi teks; tulis apa yang terjadi sebagai teks biasa."))
    try:
        return Taken(_filed(actor, letter, address, text, raw, letter.pictures))
    except InputRefused as refusal:
        if refusal.field not in {"photo", "photos", "file"}:
            raise
        return Taken(_filed(actor, letter, address, text, raw, ()), left_out=len(letter.pictures))


def _filed(
    actor: User, letter: Letter, address: str, text: str, raw: bytes, pictures: tuple[bytes, ...]
) -> Complaint:
    with transaction.atomic():
        complaint = file_complaint(
            actor=actor,
            kind=_kind(letter.subject),
            title=letter.subject,
            text=text,
            channel=Channel.SUREL,
            photos=[BytesIO(one) for one in pictures],
            identity=Reporter(name=letter.name, contact=address),
            is_anonymous=bool(_ANONYMOUS.search(letter.subject)),
            is_secret=bool(_SECRET.search(letter.subject)),
            source_key=_key(letter, raw),
            sender=address,
        )
        follow(actor=actor, subject=complaint, email=address)
        tell_followers(
            subject=complaint,
            title=_("Laporan %s kami terima") % complaint.number,
            body=_(
                "Surel ini tanda terima Anda. Simpan alamat di bawah: di sanalah jawabannya, tanpa perlu akun."
            ),
            url=f"/aduan/{complaint.code}/",
            key="receipt",
        )
    return complaint


def _kind(subject: str) -> Kind:
    return next((kind for pattern, kind in _KINDS.items() if pattern.search(subject)), Kind.PENGADUAN)


def _key(letter: Letter, raw: bytes) -> str:
    """A keyed digest: Message-IDs often name the sender's machine, or the sender."""
    return keyed_digest(f"letter:{letter.key or hashlib.sha256(raw).hexdigest()}")


def _is_ours(address: str) -> bool:
    return address.lower() == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()
