"""What two versions of an SKP differ in. Pure: two contents in, changes out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Any

Content = Mapping[str, Any]  # of `planning.snapshot.document_of`

_PEOPLE = (("pejabat_penilai", "nama"), ("pegawai", "jabatan"), ("pegawai", "unit"))
_RHK = ("text", "kind", "intervened_text", "assigned_by")
_IKI = ("text", "label_aspek", "label_perspektif", "arah", "metric", "metric_scope")


class How(StrEnum):
    ADDED = "ditambah"
    REMOVED = "dihapus"
    CHANGED = "diubah"


@dataclass(frozen=True, slots=True)
class Change:
    """`part`: which field of the form; `of`: the result, indicator or value it belongs to. Empty where none was."""

    how: How
    part: str
    of: str
    old: str = ""
    new: str = ""


def difference(old: Content, new: Content) -> list[Change]:
    """Every change on the way from `old` to `new`, in the order of the form."""
    before, after = old["skp"], new["skp"]
    return [
        *_head(old, new),
        *_results(before["rhk"], after["rhk"]),
        *_ekspektasi(old, new),
        *_annex(before["lampiran"], after["lampiran"]),
    ]


def target_of(iki: Content) -> str:
    """As it was agreed: a number or a range with its unit, or words. Decimal point and zeros as people write."""
    bounds = [_plain(bound) for bound in (iki.get("target"), iki.get("target_high")) if bound]
    return f"{'–'.join(bounds)} {iki['satuan']}".strip() if bounds else iki.get("target_text", "")


def _plain(bound: str) -> str:
    return (bound.rstrip("0").rstrip(".") if "." in bound else bound).replace(".", ",")


def _head(old: Content, new: Content) -> Iterator[Change]:
    yield from _field("pendekatan", "", old["pendekatan"], new["pendekatan"])
    for who, what in _PEOPLE:
        yield from _field(who if what == "nama" else what, "", old[who][what], new[who][what])


def _results(old: Iterable[Content], new: Iterable[Content]) -> Iterator[Change]:
    for before, after in _paired(old, new):
        yield from _whole("rhk", before, after)
        if before and after:
            yield from _fields(_RHK, before, after)
        yield from _indicators(before.get("iki", []), after.get("iki", []))


def _indicators(old: Iterable[Content], new: Iterable[Content]) -> Iterator[Change]:
    for before, after in _paired(old, new):
        yield from _whole("iki", before, after)
        if before and after:
            yield from _fields(_IKI, before, after)
        known = after or before
        target = [target_of(one) if one else "" for one in (before, after)]
        yield from _field("target", known["text"], *target)


def _ekspektasi(old: Content, new: Content) -> Iterator[Change]:
    names = {value["kode"]: value["nama"] for content in (old, new) for value in content["perilaku"]}
    before, after = old["skp"]["ekspektasi"], new["skp"]["ekspektasi"]
    for kode, name in names.items():
        yield from _field("ekspektasi", name, before.get(kode, ""), after.get(kode, ""))


def _annex(old: Iterable[Content], new: Iterable[Content]) -> Iterator[Change]:
    """Lines of one list are compared as they stand; one that only moved did not change."""
    before, after = _lines(old), _lines(new)
    for kind in dict.fromkeys([*before, *after]):
        gone = [text for text in before.get(kind, []) if text not in after.get(kind, [])]
        come = [text for text in after.get(kind, []) if text not in before.get(kind, [])]
        for was, now in zip_longest(gone, come, fillvalue=""):
            yield from _field(kind, "", was, now)


def _lines(annex: Iterable[Content]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in annex:
        found.setdefault(line["kind"], []).append(line["text"])
    return found


def _paired(old: Iterable[Content], new: Iterable[Content]) -> Iterator[tuple[Content, Content]]:
    """The same row in both by its uid, in the order of the new form; those taken out at the end."""
    was = {row["uid"]: row for row in old}
    for row in new:
        yield was.pop(row["uid"], {}), row
    for row in was.values():
        yield row, {}


def _whole(part: str, before: Content, after: Content) -> Iterator[Change]:
    if not (before and after):
        yield from _field(part, "", before.get("text", ""), after.get("text", ""))


def _fields(names: Iterable[str], before: Content, after: Content) -> Iterator[Change]:
    for name in names:
        yield from _field(name, after["text"], before[name], after[name])


def _field(part: str, of: str, old: str, new: str) -> Iterator[Change]:
    if old != new:
        how = How.CHANGED if old and new else (How.ADDED if new else How.REMOVED)
        yield Change(how, part, of, old, new)
