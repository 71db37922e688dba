"""What the other side said, held to the contract: unknown words, wrong types and missing parts are refused."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from abdi.integrations.lapor.contract import Page, Report, Unreadable
from abdi.platform.errors import InputRefused
from abdi.platform.texts import is_storable
from abdi.voice.complaints.enums import Kind
from abdi.voice.complaints.types import Place, Reporter

T = TypeVar("T")
LONGEST = {"sampai": 200, "id": 100, "judul": 120, "isi": 20_000, "kategori": 50, "lokasi": 300, "nama": 200,
           "kontak": 200}  # fmt: skip


def page(told: Any) -> Page:
    reports = _part(told, "laporan", list)
    return Page(
        reports=[_report_or_not(one) for one in reports],
        cursor=_text(told, "sampai"),
        has_more=_part(told, "masih_ada", bool),
    )


def report(told: Any) -> Report:
    """Raises InputRefused for what the contract does not know."""
    return Report(
        key=_required(told, "id"),
        kind=_converted(told, "jenis", Kind),
        title=_text(told, "judul"),
        text=_required(told, "isi"),
        received_at=_converted(told, "diterima", _aware),
        happened_on=_converted(told, "tanggal_kejadian", date.fromisoformat)
        if told.get("tanggal_kejadian")
        else None,
        category=_text(told, "kategori"),
        place=_place(told.get("tempat")),
        is_anonymous=_part(told, "anonim", bool),
        is_secret=_part(told, "rahasia", bool),
    )


def reporter(told: Any) -> Reporter:
    return Reporter(
        name=_text(told, "nama"),
        address=_text(told, "lokasi"),
        contact=_text(told, "kontak"),
    )


def _report_or_not(told: Any) -> Report | Unreadable:
    """One broken report does not keep back the others."""
    try:
        return report(told)
    except InputRefused as unfit:
        return Unreadable(_key_of(told), unfit.message)


def _key_of(told: Any) -> str:
    """As far as it can be told."""
    try:
        return _text(told, "id")
    except InputRefused:
        return ""


def _place(told: Any) -> Place | None:
    if told is None:
        return None
    lat, lon = (_degrees(told, name, most) for name, most in (("lintang", 90), ("bujur", 180)))
    if (lat is None) != (lon is None):
        raise _refusal("tempat")
    return Place(lat=lat, lon=lon, address=_text(told, "lokasi"))


def _degrees(told: Any, name: str, most: int) -> float | None:
    value = _object(told).get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise _refusal(name)
    return float(value)


def _required(told: Any, name: str) -> str:
    text = _text(told, name)
    if not text:
        raise _refusal(name)
    return text


def _text(told: Any, name: str) -> str:
    value = _object(told).get(name) or ""
    if not isinstance(value, str) or len(value) > LONGEST[name] or not is_storable(value):
        raise _refusal(name)
    return value.strip()


def _part(told: Any, name: str, kind: type[T]) -> T:
    value = _object(told).get(name)
    if not isinstance(value, kind):
        raise _refusal(name)
    return value


def _converted(told: Any, name: str, convert: Callable[[str], T]) -> T:
    try:
        return convert(_part(told, name, str))
    except ValueError:
        raise _refusal(name) from None


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _object(told: Any) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        raise _refusal("laporan")
    return told


def _refusal(name: str) -> InputRefused:
    return InputRefused(_("Jawaban LAPOR tidak sesuai kesepakatan pada bagian “%s”.") % name)
