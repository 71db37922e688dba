"""Numbers, days and times as people write them, in the active language.

Indonesian: 1.234,5 · 92,4 % · 8–14 menit · 09.44 WIB · Senin, 23 November 2026.
English: 1,234.5 · 92.4% · 8–14 minutes · 09:44 WIB · Monday, 23 November 2026.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext

Number = int | float | Decimal | Fraction | str

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"
MINUTE, DAY = 60, 86_400
_SWAP = str.maketrans(",.", ".,")
# What metrics and facts are counted in; a unit that an employee wrote stays as written.
_UNITS: dict[str, Callable[[int], str]] = {
    "detik": lambda n: ngettext("%s detik", "%s detik", n),
    "menit": lambda n: ngettext("%s menit", "%s menit", n),
    "jam": lambda n: ngettext("%s jam", "%s jam", n),
    "hari": lambda n: ngettext("%s hari", "%s hari", n),
    "perkara": lambda n: ngettext("%s perkara", "%s perkara", n),
    "aduan": lambda n: ngettext("%s aduan", "%s aduan", n),
    "responden": lambda n: ngettext("%s responden", "%s responden", n),
    "persen": lambda n: ngettext("%s persen", "%s persen", n),
    "indeks": lambda n: ngettext("%s indeks", "%s indeks", n),
    "skala 1–4": lambda n: ngettext("%s skala 1–4", "%s skala 1–4", n),
    "menit/menit": lambda n: ngettext("%s menit/menit", "%s menit/menit", n),
}


def is_english() -> bool:
    return (get_language() or "id").startswith("en")


def exact(value: Number) -> Decimal:
    """The number itself, without the noise of binary fractions or idle zeros; ValueError if it is none."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None
    if not found.is_finite():
        raise ValueError(f"not a number: {value!r}")
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found


def number(value: Number, digits: int | None = None) -> str:
    """Grouped by thousands, half-up to `digits` decimals; without `digits` all that the value has."""
    amount = exact(value)
    if digits is not None:
        amount = amount.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    text = f"{abs(amount):,f}"
    sign = MINUS if amount < 0 else ""
    return sign + (text if is_english() else text.translate(_SWAP))


def with_unit(text: str, unit: str) -> str:
    """A number and its unit never part at the end of a line; English sets % close and says 1 day, 2 days."""
    if not unit:
        return text
    if unit == "%" and is_english():
        return f"{text}%"
    counted = _UNITS[unit](1 if text.split(NBSP)[-1] == "1" else 2) if unit in _UNITS else f"%s {unit}"
    return counted.replace(" ", NBSP, 1).replace("%s", text, 1)


def percent(value: Number, digits: int | None = None) -> str:
    """`value` is already in percent: 92.4 → 92,4 %."""
    return with_unit(number(value, digits), "%")


def interval(low: Number, high: Number, digits: int | None = None, unit: str = "") -> str:
    """8–14 menit."""
    return with_unit(f"{number(low, digits)}{DASH}{number(high, digits)}", unit)


def day(value: date, *, weekday: bool = True) -> str:
    """Senin, 23 November 2026."""
    return date_format(_local(value), "l, j F Y" if weekday else "j F Y").replace(" ", NBSP, 1)


def days(start: date, end: date) -> str:
    """1 Oktober–31 Desember 2026; the year is written once when it is the same."""
    first, last = _local(start), _local(end)
    pattern = "j F" if first.year == last.year else "j F Y"
    return f"{date_format(first, pattern)}{DASH}{date_format(last, 'j F Y')}"


def clock(value: datetime) -> str:
    """09.44 WIB, in the zone of the current instansi."""
    local = timezone.localtime(value)
    return local.strftime(f"%H{':' if is_english() else '.'}%M{NBSP}%Z")


def moment(value: datetime) -> str:
    """23 November 2026 09.44 WIB."""
    return f"{day(value, weekday=False)} {clock(value)}"


def duration(value: timedelta | Number) -> str:
    """45 detik · 8 menit · 1 jam 30 menit · 5,4 hari; numbers are seconds."""
    seconds = exact(value.total_seconds() if isinstance(value, timedelta) else value)
    if seconds < MINUTE:
        return _counted(ngettext("%s detik", "%s detik", int(seconds)), seconds)
    if seconds >= DAY:
        return _counted(ngettext("%s hari", "%s hari", 2), seconds / DAY, digits=1)
    hours, minutes = divmod(round(seconds / MINUTE), 60)
    parts = []
    if hours:
        parts.append(_counted(ngettext("%s jam", "%s jam", hours), hours))
    if minutes:
        parts.append(_counted(ngettext("%s menit", "%s menit", minutes), minutes))
    return " ".join(parts)


def _counted(words: str, count: Number, digits: int = 0) -> str:
    return (words % number(count, digits)).replace(" ", NBSP)


def _local(value: date) -> date:
    return timezone.localtime(value) if isinstance(value, datetime) else value
