"""The English translation without gettext's tools: collect, write and compile in plain Python.

    python -m abdi.platform.ui.translations            compile what is stale (script/setup does this)
    python -m abdi.platform.ui.translations --collect  first add texts that are new, drop those gone

The source text is Indonesian. The .po file is kept in the repository and edited by hand; the .mo file that
Django reads is made from it.
"""

import ast
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from abdi.rules.unsur import UNSUR

PACKAGE = Path(__file__).resolve().parents[2]
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
HEADER = "Content-Type: text/plain; charset=UTF-8\nLanguage: en\nPlural-Forms: nplurals=2; plural=(n != 1);\n"

PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
CALL = re.compile(r"""(?<!\w)(n?gettext|_)\(((?:\s*,?\s*u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))+)""")
LITERAL = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")


@dataclass(frozen=True, slots=True)
class Entry:
    """`texts` holds one translation, or singular and plural; empty while not translated."""

    source: str
    plural: str = ""
    texts: tuple[str, ...] = ("",)

    @property
    def is_translated(self) -> bool:
        return all(self.texts)


def compile_stale() -> bool:
    """Make the .mo file when the .po file is newer; says whether it did."""
    compiled = CATALOGUE.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= CATALOGUE.stat().st_mtime:
        return False
    compiled.write_bytes(binary(read(CATALOGUE.read_text(encoding="utf-8"))))
    return True


def collect_into_catalogue() -> list[Entry]:
    """Bring the .po file up to date with the source; returns what still needs a translation."""
    known = {entry.source: entry for entry in read(CATALOGUE.read_text(encoding="utf-8"))}
    entries = [
        replace(entry, texts=known[entry.source].texts) if entry.source in known else entry
        for entry in collect()
    ]
    CATALOGUE.write_text(written(entries), encoding="utf-8")
    return [entry for entry in entries if not entry.is_translated]


def collect(*roots: Path) -> list[Entry]:
    """Every text of templates and code (below `roots`) that is meant for people, in alphabetical order."""
    found: dict[str, Entry] = {}
    for entry in (*_in_templates(_files(roots, "html")), *_in_code(_files(roots, "py")), *_in_law(roots)):
        if entry.source and (entry.plural or entry.source not in found):
            found[entry.source] = entry
    return [found[source] for source in sorted(found)]


def read(text: str) -> list[Entry]:
    """Entries of a .po file, without its header."""
    blocks = (dict(_fields(block)) for block in re.split(r"\n\s*\n", text) if "msgid" in block)
    return [
        Entry(
            block["msgid"],
            block.get("msgid_plural", ""),
            tuple(value for name, value in block.items() if name.startswith("msgstr")),
        )
        for block in blocks
        if block["msgid"]
    ]


def written(entries: list[Entry]) -> str:
    """The .po file of these entries."""
    return "\n".join([_block(Entry("", texts=(HEADER,))), *map(_block, entries)])


def binary(entries: list[Entry]) -> bytes:
    """The .mo file of these entries (GNU format, little-endian); untranslated ones are left out."""
    pairs = {"": HEADER}
    for entry in entries:
        if entry.is_translated:
            key = f"{entry.source}\0{entry.plural}" if entry.plural else entry.source
            pairs[key] = "\0".join(entry.texts)
    rows = sorted((key.encode(), value.encode()) for key, value in pairs.items())
    ids, texts = b"".join(key + b"\0" for key, _ in rows), b"".join(value + b"\0" for _, value in rows)
    table = 28  # the header's seven words of four bytes
    start = table + 16 * len(rows)
    header = struct.pack("<7I", 0x950412DE, 0, len(rows), table, table + 8 * len(rows), 0, start)
    index = _index([key for key, _ in rows], start) + _index([value for _, value in rows], start + len(ids))
    return header + index + ids + texts


def _index(texts: list[bytes], offset: int) -> bytes:
    packed = b""
    for text in texts:
        packed += struct.pack("<2I", len(text), offset)
        offset += len(text) + 1
    return packed


def _files(roots: tuple[Path, ...], kind: str) -> list[Path]:
    below = (file for root in roots or (PACKAGE,) for file in (root, *root.rglob(f"*.{kind}")))
    return sorted(file for file in below if file.suffix == f".{kind}")


def _in_templates(files: list[Path]) -> Iterator[Entry]:
    from django.utils.translation.template import templatize  # only collecting needs Django

    for file in files:
        for name, arguments in CALL.findall(templatize(file.read_text(encoding="utf-8"))):
            texts = [ast.literal_eval(literal) for literal in LITERAL.findall(arguments)]
            yield _entry(texts[:2] if name in PLURAL else ["".join(texts)])


def _in_code(files: list[Path]) -> Iterator[Entry]:
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                if (node.func.id in PLAIN and len(texts) == 1) or (node.func.id in PLURAL and len(texts) > 1):
                    yield _entry(texts[:2])


def _in_law(roots: tuple[Path, ...]) -> Iterator[Entry]:
    """Questions and answers of the survey, which citizens read and `rules`, without Django, cannot mark."""
    return (Entry(words) for one in UNSUR.values() if not roots for words in one.words())


def _entry(texts: list[str]) -> Entry:
    return Entry(texts[0]) if len(texts) == 1 else Entry(texts[0], texts[1], ("", ""))


def _fields(block: str) -> Iterator[tuple[str, str]]:
    name, value = "", ""
    for line in block.splitlines():
        if line.startswith("msg"):
            if name:
                yield name, value
            name, _, line = line.partition(" ")
            value = ""
        if line.startswith('"'):
            value += ast.literal_eval(line)
    yield name, value


def _block(entry: Entry) -> str:
    lines = [f"msgid {_quoted(entry.source)}"]
    if entry.plural:
        lines.append(f"msgid_plural {_quoted(entry.plural)}")
        lines += [f"msgstr[{i}] {_quoted(text)}" for i, text in enumerate(entry.texts)]
    else:
        lines.append(f"msgstr {_quoted(entry.texts[0])}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main(arguments: list[str]) -> int:
    missing = collect_into_catalogue() if "--collect" in arguments else []
    for entry in missing:
        sys.stderr.write(f"belum diterjemahkan: {entry.source}\n")
    compile_stale()
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
