"""Which column of a survey's table answers which unsur, and what else it knows of a response."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from abdi.integrations.tables.columns import check_columns
from abdi.platform.errors import InputRefused
from abdi.rules.unsur import UNSUR, URUTAN

KNOWN = ("time", "unit", "officer", "channel", "device", "address", "staff")
PARTS = (*KNOWN, *UNSUR)
USUAL_ORDER = "lampiran"
_NUMBERED = re.compile(r"[uU](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`answers`: element → column, in the order asked; `parts`: of `KNOWN` → column. `order` is empty where the number
    of columns is not that of the nine unsur: then an element is called as its column is."""

    answers: Mapping[str, str]
    parts: Mapping[str, str]
    order: str
    is_assumed: bool

    def ignored(self, columns: Sequence[str]) -> list[str]:
        used = {*self.answers.values(), *self.parts.values()}
        return [name for name in columns if name not in used]


def read_sheet(columns: Sequence[str], mapping: Mapping[str, str], order: str) -> Sheet:
    """u1, u2 … of the table's columns, and what `mapping` names (part → column).

    `order`: one of `URUTAN`, empty when nobody said it. Raises InputRefused for a column that is not there, and for a
    table without answers.
    """
    check_columns(mapping, columns)
    parts = {part: name for part in KNOWN if (name := mapping.get(part, part)) in columns}
    named = {unsur: mapping[unsur] for unsur in UNSUR if unsur in mapping}
    numbered = _numbered(columns, {*parts.values(), *named.values()})
    if len(numbered) + len(named) != len(UNSUR):
        return Sheet(_some(numbered, named), parts, "", is_assumed=False)
    codes = {f"u{place}": unsur for place, unsur in enumerate(URUTAN[order or USUAL_ORDER], start=1)}
    answers = named | _of_codes(numbered, codes, named)
    asked = dict(sorted(answers.items(), key=lambda pair: columns.index(pair[1])))
    return Sheet(asked, parts, order or USUAL_ORDER, is_assumed=not order and not _settled(named))


def _numbered(columns: Sequence[str], taken: set[str]) -> list[str]:
    found = [name for name in columns if _NUMBERED.fullmatch(name) and name not in taken]
    return sorted(found, key=lambda name: int(name[1:]))


def _of_codes(numbered: list[str], codes: Mapping[str, str], named: Mapping[str, str]) -> dict[str, str]:
    """What is not named keeps the meaning of its code, unless somebody else took that meaning."""
    free = [unsur for unsur in UNSUR if unsur not in named]
    meant = {codes.get(name.lower(), ""): name for name in numbered}
    if set(meant) != set(free):
        raise InputRefused(
            _("Unsur %(free)s belum punya kolom; sebutkan semuanya dengan --map, misalnya sarana=u8.")
            % {"free": ", ".join(unsur for unsur in free if unsur not in meant)}
        )
    return meant


def _settled(named: Mapping[str, str]) -> bool:
    """U8 and U9 are the codes whose meaning differs; naming them leaves nothing to assume."""
    return {"sarana", "pengaduan"} <= set(named)


def _some(numbered: list[str], named: Mapping[str, str]) -> dict[str, str]:
    answers = {name.lower(): name for name in numbered} | dict(named)
    if not answers:
        raise no_answers()
    return answers


def no_answers() -> InputRefused:
    return InputRefused(_("Tidak ada kolom jawaban u1, u2, …; sebutkan dengan --map, misalnya biaya=p4."))
