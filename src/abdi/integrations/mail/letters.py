"""What one e-mail says (RFC 5322, MIME): who, what, pictures; or that no person wrote it. Pure.

Read with the old, lenient header rules: the new ones stumble over headers written to make them stumble.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.files.kinds import JPEG, PNG, WEBP
from abdi.voice.complaints.policies import MOST_PHOTOS

LARGEST = 30 << 20  # bytes: five photographs as telephones send them
_LONGEST_NAME, _LONGEST_TITLE = 200, 120
_MOST_PARTS = 100
_PICTURES = {one.content_type for one in (JPEG, PNG, WEBP)}
_MACHINES = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)\b", re.IGNORECASE)
_BULK = {"bulk", "junk", "list", "auto_reply", "auto-reply"}
_REPORTS = {"multipart/report", "message/delivery-status", "message/disposition-notification"}
_ANSWER = re.compile(r"^\s*((re|fwd?|bls|balas|trs)\s*:\s*)+", re.IGNORECASE)
_QUOTE_BEGINS = re.compile(
    r"^(pada .{5,120} menulis:|on .{5,120} wrote:|-{2,}\s*original message)", re.IGNORECASE
)
_SIGNATURE = "-- "  # RFC 3676, section 4.3


@dataclass(frozen=True, slots=True)
class Letter:
    """`key` is the Message-ID. `is_automatic`: a machine wrote it, and nothing is answered (RFC 3834)."""

    key: str
    name: str
    address: str
    subject: str
    text: str
    pictures: tuple[bytes, ...]
    references: str
    is_automatic: bool


def read_letter(raw: bytes) -> Letter:
    """Raises InputRefused for what is too large, has no sender, or has too many parts."""
    if len(raw) > LARGEST:
        raise InputRefused(_("Surel lebih besar dari %d MiB; kirim foto yang lebih kecil.") % (LARGEST >> 20))
    try:
        return _read(message_from_bytes(raw))
    except RecursionError as error:  # parts in parts, or brackets in brackets, without end
        raise InputRefused(_("Susunan surel ini tidak dapat dibaca; kirim sebagai teks biasa.")) from error


def _read(message: Message) -> Letter:
    parts = list(_parts(message))
    name, address = parseaddr(_header(message, "From"))
    return Letter(
        key=_header(message, "Message-ID"),
        name=name[:_LONGEST_NAME],
        address=address,
        subject=_ANSWER.sub("", _header(message, "Subject"))[:_LONGEST_TITLE],
        text=_text(parts),
        pictures=tuple(_pictures(parts)),
        references=f"{_header(message, 'In-Reply-To')} {_header(message, 'References')}",
        is_automatic=_is_automatic(message, address),
    )


def _parts(message: Message) -> Iterator[Message]:
    """The leaves; a forwarded message is no part of the letter."""
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            raise InputRefused(
                _("Surel ini mempunyai terlalu banyak lampiran; kirim paling banyak lima foto.")
            )
        if not part.is_multipart():
            yield part


def _header(message: Message, name: str) -> str:
    """Decoded, on one line, without invisible characters; as it stands where it is coded wrongly."""
    raw = str(message.get(name, ""))[:4000]
    try:
        raw = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        raw = raw.encode("ascii", "replace").decode()
    return " ".join("".join(one if one.isprintable() else " " for one in raw).split())


def _text(parts: list[Message]) -> str:
    """The first plain text; HTML is never read, since what it shows and what it says may differ."""
    plain = (one for one in parts if one.get_content_type() == "text/plain" and not one.get_filename())
    part = next(plain, None)
    return _own_words(_decoded(part)) if part is not None else ""


def _decoded(part: Message) -> str:
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:  # a character set nobody knows
        return content.decode("utf-8", "replace")


def _own_words(text: str) -> str:
    """Without what is quoted, and without the signature: it says who wrote, which is kept elsewhere."""
    kept: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line == _SIGNATURE or _QUOTE_BEGINS.match(line):
            break
        if not line.startswith(">"):
            kept.append(line)
    return "\n".join(kept).strip()


def _pictures(parts: list[Message]) -> Iterator[bytes]:
    """As many as a complaint takes; what they really are is found out where they are drawn anew."""
    found = (one.get_payload(decode=True) for one in parts if one.get_content_type() in _PICTURES)
    pictures = [one for one in found if isinstance(one, bytes) and one]
    yield from pictures[:MOST_PHOTOS]


def _is_automatic(message: Message, address: str) -> bool:
    submitted = _header(message, "Auto-Submitted").lower()
    return (
        (submitted not in {"", "no"})
        or _header(message, "Precedence").lower() in _BULK
        or any(
            name in message
            for name in ("X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe", "X-Loop")
        )
        or _header(message, "Return-Path") == "<>"
        or message.get_content_type() in _REPORTS
        or bool(_MACHINES.match(address))
    )
