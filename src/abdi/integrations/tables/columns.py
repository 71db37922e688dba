"""Which column plays which part: `part=column`, as given on the command line."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

SHOWN = 30  # columns named in a sentence


def parse_mapping(pairs: Iterable[str], parts: Collection[str]) -> dict[str, str]:
    """`["case=Nomor", …]` → `{"case": "Nomor", …}`; every part known and given once."""
    mapping: dict[str, str] = {}
    for pair in pairs:
        part, equals, column = pair.partition("=")
        if not (equals and column.strip()):
            raise InputRefused(_("“%(pair)s” pada --map harus berbentuk bagian=kolom.") % {"pair": pair})
        if part not in parts:
            raise InputRefused(
                _("Bagian “%(part)s” pada --map tidak dikenal%(hint)s; yang ada: %(parts)s.")
                % {"part": part, "hint": near(part, parts), "parts": ", ".join(parts)}
            )
        if part in mapping:
            raise InputRefused(_("Bagian “%(part)s” disebut dua kali pada --map.") % {"part": part})
        mapping[part] = column.strip()
    return mapping


def check_columns(mapping: Mapping[str, str], columns: Collection[str]) -> None:
    """Refuse a part whose column is not there, and say which columns are."""
    for part, column in mapping.items():
        if column not in columns:
            shown = ", ".join(list(columns)[:SHOWN])
            raise InputRefused(
                _("Kolom “%(column)s” untuk %(part)s tidak ada%(hint)s. Kolom dalam berkas: %(columns)s.")
                % {"column": column, "part": part, "hint": near(column, columns), "columns": shown}
            )


def near(word: str, words: Collection[str]) -> str:
    found = get_close_matches(word, words, n=1)
    return _("; mungkin “%(word)s”") % {"word": found[0]} if found else ""
