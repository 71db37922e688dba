"""What in a free text tells who wrote it. Pure, and never quite complete: its writer sees what was found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

HIDDEN = "[disamarkan]"
_SHORTEST = 3  # letters of a word of the writer's own name that is looked for


class Telltale(StrEnum):
    SUREL = "surel"
    NIK = "nik"
    TELEPON = "telepon"
    NAMA = "nama"
    RUMAH = "rumah"
    DIRI = "diri"  # what he gave as his identity, written again in the text


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Characters `start` up to `end` of the text."""

    start: int
    end: int
    kind: Telltale


_NAME = r"[A-Z][\w'’.-]*(?:[ ]+[A-Z][\w'’.-]*){0,4}"
_NO_NAME = re.compile(
    r"[\d@]|\b(?:jalan|jl|gang|gg|desa|dusun|kampung|kelurahan|kecamatan|rt|rw)\b", re.IGNORECASE
)
_SIGNS: tuple[tuple[Telltale, re.Pattern[str]], ...] = (
    (Telltale.SUREL, re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")),
    (Telltale.NIK, re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?:[ .-]?\d{2})?(?!\d)")),  # NIK 16, NIP 18 digits
    (Telltale.TELEPON, re.compile(r"(?<![\w])(?:\+?62|0)(?:[ .()-]{0,2}\d){7,12}(?!\d)")),
    (
        Telltale.NAMA,
        re.compile(
            rf"(?i:\b(?:nama\s+(?:lengkap\s+)?(?:saya|aku|ku)|perkenalkan,?\s+(?:nama\s+)?(?:saya|aku)"
            rf"|(?:saya|aku)\s+(?:yang\s+)?bernama|namaku|hormat\s+saya|ttd|tertanda|pelapor)\s*"
            rf"(?:adalah|ialah|:|,|-)?)\s*(?P<it>{_NAME})"
        ),
    ),
    (Telltale.NAMA, re.compile(rf"\b[Ss]aya,?\s+(?:(?:Ibu|Bapak|Pak|Bu)\s+)?(?P<it>{_NAME})")),
    (
        Telltale.RUMAH,
        re.compile(
            r"(?i:\b(?:rumah\s+(?:saya|kami)|saya\s+tinggal|alamat\s+(?:rumah\s+)?(?:saya|kami)|rumahku)\s*"
            r"(?:ada|berada|adalah|:)?\s*(?:di|pada)?)\s*(?P<it>[^\n,.;!?]{3,80})"
        ),
    ),
)


def findings(text: str, own: Iterable[str] = ()) -> list[Finding]:
    """What gives the writer away, in order and without overlaps. `own`: what he gave as his identity elsewhere."""
    found: list[Finding] = []
    for one in sorted({*_signs(text), *_own(text, own)}):
        if not found or one.start >= found[-1].end:
            found.append(one)
        elif one.end > found[-1].end:
            found[-1] = Finding(found[-1].start, one.end, found[-1].kind)
    return found


def masked(text: str, own: Iterable[str] = ()) -> str:
    """The same text with each finding replaced: what the officer of an anonymous reporter sees."""
    parts, at = [], 0
    for one in findings(text, own):
        parts += [text[at : one.start], HIDDEN]
        at = one.end
    return "".join([*parts, text[at:]])


def _signs(text: str) -> Iterator[Finding]:
    for kind, pattern in _SIGNS:
        named = "it" if "it" in pattern.groupindex else 0
        yield from (Finding(*match.span(named), kind) for match in pattern.finditer(text))


def _own(text: str, own: Iterable[str]) -> Iterator[Finding]:
    """In whatever letters. Of a name each word; a number or an address only as a whole, or every "jalan" would go."""
    for given in own:
        words = () if _NO_NAME.search(given) else given.split()
        for word in {given.strip(), *words}:
            if len(word) >= _SHORTEST:
                pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
                yield from (Finding(*match.span(), Telltale.DIRI) for match in pattern.finditer(text))
