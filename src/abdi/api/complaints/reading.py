"""A report as JSON, held to its shape before a complaint is made of it."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext as _

from abdi.api.questions import answered
from abdi.api.texts import check_storable, texts_in
from abdi.organisation.models import Unit
from abdi.platform.errors import InputRefused
from abdi.voice.complaints.enums import Kind
from abdi.voice.complaints.models import Category
from abdi.voice.complaints.types import Place, Reporter

V = TypeVar("V")
FIELDS = {
    "jenis", "judul", "isi", "harapan", "kategori", "unit", "tempat", "di_rumah", "terjadi_pada", "tentang",
    "anonim", "rahasia", "pelapor", "jawaban",
}  # fmt: skip
PLACE, REPORTER = {"lintang", "bujur", "alamat"}, {"nama", "alamat", "kontak", "nik"}


def read_body(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that was sent. Raises InputRefused; Django itself refuses a body that is too large."""
    if request.content_type != "application/json":
        raise InputRefused(_("Kirim sebagai application/json."))
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError):
        raise InputRefused(_("Badan kiriman bukan JSON yang utuh.")) from None
    check_storable(texts_in(told))
    return _object(told, FIELDS, "")


def arguments_of(told: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of `file_complaint`. Anonymous unless said otherwise: least is shown of who said least."""
    category = _category(told)
    answers = answered(category, _answers(told)) if category else {}
    return {
        "kind": _kind(told),
        "title": _text(told, "judul"),
        "text": _text(told, "isi"),
        "requested_solution": _text(told, "harapan"),
        "category": category,
        "unit": _unit(told),
        "place": _place(told),
        "is_at_home": _typed(told, "di_rumah", bool, False),
        "happened_on": _day(told),
        "about_words": _text(told, "tentang"),
        "is_anonymous": _typed(told, "anonim", bool, True),
        "is_secret": _typed(told, "rahasia", bool, False),
        "identity": _reporter(told),
        "attrs": {"atribut": answers},
    }


def _kind(told: Mapping[str, Any]) -> str:
    kind = _text(told, "jenis") or Kind.PENGADUAN
    if kind not in Kind.values:
        raise InputRefused(_("Pilih salah satu: %s.") % ", ".join(Kind.values), field="jenis")
    return kind


def _category(told: Mapping[str, Any]) -> Category | None:
    code = _text(told, "kategori")
    category = Category.objects.filter(code=code, is_active=True).first() if code else None
    if code and category is None:
        raise InputRefused(_("Kategori “%s” tidak ada.") % code[:50], field="kategori")
    return category


def _unit(told: Mapping[str, Any]) -> Unit | None:
    code = _text(told, "unit")
    unit = Unit.objects.filter(code=code).first() if code else None
    if code and unit is None:
        raise InputRefused(_("Unit kerja “%s” tidak ada.") % code[:50], field="unit")
    return unit


def _place(told: Mapping[str, Any]) -> Place | None:
    if told.get("tempat") is None:
        return None
    place = _object(told["tempat"], PLACE, "tempat")
    return Place(_degrees(place, "lintang"), _degrees(place, "bujur"), _text(place, "alamat"))


def _reporter(told: Mapping[str, Any]) -> Reporter | None:
    if told.get("pelapor") is None:
        return None
    given = _object(told["pelapor"], REPORTER, "pelapor")
    name, address, contact, nik = (_text(given, part) for part in ("nama", "alamat", "kontak", "nik"))
    return Reporter(name=name, address=address, contact=contact, nik=nik)


def _answers(told: Mapping[str, Any]) -> dict[str, list[str]]:
    given = _typed(told, "jawaban", dict, {})
    answers = {code: one if isinstance(one, list) else [one] for code, one in given.items()}
    for code, some in answers.items():
        if not all(isinstance(one, str) for one in some):
            raise InputRefused(
                _("Tulis jawaban sebagai teks atau daftar teks."), field=f"jawaban.{code[:100]}"
            )
    return answers


def _day(told: Mapping[str, Any]) -> date | None:
    text = _text(told, "terjadi_pada")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InputRefused(_("Tulis tanggal seperti 2026-07-01."), field="terjadi_pada") from None


def _degrees(place: Mapping[str, Any], name: str) -> float | None:
    value = place.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise InputRefused(_("Tulis sebagai bilangan derajat."), field=name)
    return value


def _text(told: Mapping[str, Any], name: str) -> str:
    return _typed(told, name, str, "").strip()


def _typed(told: Mapping[str, Any], name: str, kind: type[V], otherwise: V) -> V:
    value = told.get(name)
    if value is None:
        return otherwise
    if not isinstance(value, kind):
        words = {str: _("teks"), bool: _("true atau false"), dict: _("objek")}
        raise InputRefused(_("Seharusnya %s.") % words[kind], field=name)
    return value


def _object(told: Any, known: set[str], name: str) -> dict[str, Any]:
    if not isinstance(told, dict):
        raise InputRefused(_("Seharusnya objek JSON."), field=name)
    if stranger := next((one for one in told if one not in known), None):
        raise InputRefused(
            _("Bagian ini tidak dikenal; yang ada: %s.") % ", ".join(sorted(known)), field=stranger[:50]
        )
    return told
