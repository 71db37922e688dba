"""What `abdi ikm` tells of a survey held elsewhere: the index with and without what is flagged. Nothing is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from abdi.integrations.skm.counting import Around, Counted, count_answers
from abdi.integrations.skm.sheet import Sheet, read_sheet
from abdi.platform.errors import InputRefused
from abdi.platform.tables.files import open_table
from abdi.rules import RuleInputError
from abdi.rules.unsur import UNSUR, Skala, skala
from abdi.voice.surveys.index import EXACT, Index, index_of
from abdi.voice.surveys.signs import Sign

WIDEST = 9  # the largest answer that is one digit; only ever with the legacy option


@dataclass(frozen=True, slots=True)
class Asked:
    """`on`: the day whose law applies. `is_off_scale`: answers of an old report that lie above the scale count too."""

    path: Path
    mapping: Mapping[str, str]
    on: date
    order: str = ""
    weight: str = EXACT
    is_off_scale: bool = False
    around: Around = field(default_factory=Around)


@dataclass(frozen=True, slots=True)
class Told:
    """`index`; `without` what is flagged, and `varied` without straight lines besides (None where nothing is left)."""

    asked: Asked
    sheet: Sheet
    counted: Counted
    index: Index
    without: Index | None
    varied: Index | None
    ignored: list[str]

    def as_dict(self) -> dict[str, Any]:
        """One JSON object."""
        index = asdict(self.index)
        return {
            "ikm": index.pop("value"),
            **{key: index[key] for key in ("mutu", "kinerja_unit", "ni", "n", "low", "high")},
            "unsur": index["elements"],
            "unsur_terendah": self.index.lowest,
            "unsur_tertinggi": self.index.highest,
            "ditandai": self.counted.flagged,
            "tanpa_ditandai": self.without and self.without.brief(),
            "tanpa_ditandai_dan_seragam": self.varied and self.varied.brief(),
            "tanda": {str(sign): n for sign, n in self.counted.signs.items()},
            "urutan": {"nama": self.sheet.order, "dianggap": self.sheet.is_assumed},
            "kolom": dict(self.sheet.answers),
            "kolom_tidak_dipakai": self.ignored,
            "bobot": self.asked.weight,
            "aturan": self.index.version,
            "catatan": list(notes(self)),
        }


def tell(asked: Asked) -> Told:
    """Read the file and say what it says.

    Raises InputRefused for what cannot be read, a weight that fits not, and a day before the law.
    """
    try:
        return _told(asked)
    except RuleInputError as refusal:
        raise InputRefused(refusal.message) from None


def _told(asked: Asked) -> Told:
    with open_table(asked.path) as table:
        columns = list(table.columns or ())
    sheet = read_sheet(columns, asked.mapping, asked.order)
    counted = count_answers(asked.path, sheet, _scale(asked), asked.around)
    index, without, varied = (
        index_of(one, asked.on, weight=asked.weight)
        for one in (counted.whole, counted.without, counted.varied)
    )
    if index is None:
        raise InputRefused(_("Berkas ini tidak memuat satu pun jawaban."))
    return Told(asked, sheet, counted, index, without, varied, sheet.ignored(columns))


def notes(told: Told) -> Iterator[str]:
    """What a reader must know before he believes the number."""
    sheet, n = told.sheet, told.index.n
    if sheet.order:
        codes = {"u8": _place(sheet, 8), "u9": _place(sheet, 9)}
        word = _("dianggap") if sheet.is_assumed else _("dinyatakan")
        yield _("Urutan unsur %(word)s: %(order)s (u8 = %(u8)s, u9 = %(u9)s).") % {
            "word": word,
            "order": sheet.order,
            **codes,
        }
    elif len(sheet.answers) != len(UNSUR):
        yield _("Berkas memuat %(count)d unsur, bukan %(nine)d; namanya mengikuti kolomnya.") % {
            "count": len(sheet.answers),
            "nine": len(UNSUR),
        }
    straight = told.counted.signs[Sign.STRAIGHT_LINE]
    if straight:
        yield _("%(straight)d dari %(n)d jawaban seragam untuk semua unsur.") % {"straight": straight, "n": n}
    if told.asked.is_off_scale:
        yield _(
            "Jawaban di luar skala ikut dihitung karena diminta; angka ini hanya untuk mengulang laporan lama."
        )


def _place(sheet: Sheet, place: int) -> str:
    """Which unsur the column u8 or u9 answers here."""
    meant = {column.lower(): unsur for unsur, column in sheet.answers.items()}
    return meant.get(f"u{place}", "–")


def _scale(asked: Asked) -> Skala:
    return replace(skala(asked.on), maksimal=WIDEST) if asked.is_off_scale else skala(asked.on)
