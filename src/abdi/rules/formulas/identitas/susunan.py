"""What NIP and NIK share: a row of digits in parts of fixed width."""

from collections.abc import Iterator, Mapping
from datetime import date

Layout = Mapping[str, int]
Parts = Mapping[str, str]


def without_spaces(text: str) -> str:
    return "".join(text.split())


def cut(text: str, layout: Layout) -> Parts | None:
    """``text`` in the pieces of ``layout`` (name → width), or ``None`` when it is not that long."""
    if len(text) != sum(layout.values()):
        return None
    characters = iter(text)
    return {name: "".join(next(characters) for _ in range(width)) for name, width in layout.items()}


def numeric(parts: Parts) -> Parts:
    """The parts that can be judged further: those without letters."""
    return {name: part for name, part in parts.items() if _is_digits(part)}


def day(text: str) -> date | None:
    """The day written YYYYMMDD, or ``None`` when the calendar has no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def length_fault(label: str, text: str, layout: Layout) -> str:
    return f"{label} harus {sum(layout.values())} angka; terisi {len(text)}."


def letter_faults(label: str, text: str) -> Iterator[str]:
    places = [str(place) for place, character in enumerate(text, start=1) if not _is_digits(character)]
    if places:
        yield f"{label} hanya boleh berisi angka; periksa tanda ke-{', '.join(places)}."


def sequence_faults(parts: Parts) -> Iterator[str]:
    urut = parts.get("urut")
    if urut is not None and not urut.strip("0"):
        yield f"Nomor urut {urut} tidak ada; mulai dari {'1'.rjust(len(urut), '0')}."


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
