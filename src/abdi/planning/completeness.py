"""What a plan still lacks, in words: what forbids submitting it, and what is only said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from abdi.organisation.law.answers import evaluate
from abdi.planning.enums import RhkKind
from abdi.planning.models import Rhk, Skp


@dataclass(frozen=True, slots=True)
class Lacking:
    """`missing`: every reason why it cannot be submitted yet; `hints`: what the law expects but leaves open."""

    missing: Sequence[str]
    hints: Sequence[str]


def lacking_in(skp: Skp) -> Lacking:
    """Two queries, however long the plan."""
    results = list(skp.rhk.prefetch_related("iki"))
    found = evaluate("kelengkapan_skp", on=skp.start, input=_question(skp, results)).as_dict()["kurang"]
    said = [(one["wajib"], _said(one["kode"], one["rhk"], results)) for one in found]
    return Lacking(
        missing=[*_unfinished(results), *(words for forbids, words in said if forbids)],
        hints=[words for forbids, words in said if results and not forbids],
    )


def _unfinished(results: list[Rhk]) -> Iterator[str]:
    if not any(rhk.kind == RhkKind.UTAMA for rhk in results):
        yield _("Tambahkan paling sedikit satu RHK utama (PP 30/2019 Ps 9).")
    for rhk in results:
        if not rhk.iki.all():
            yield _("RHK “%s” belum punya indikator (IKI).") % rhk.text


def _question(skp: Skp, results: list[Rhk]) -> dict[str, object]:
    return {
        "pendekatan": skp.pendekatan,
        "pimpinan": skp.position.is_head,
        "rhk": [
            [{"aspek": iki.aspek, "perspektif": iki.perspektif} for iki in rhk.iki.all()] for rhk in results
        ],
    }


def _said(code: str, place: int | None, results: list[Rhk]) -> str:
    if place is None:
        return _("Belum ada indikator kinerja anggaran; pimpinan unit memuatnya (PP 30/2019 Ps 13–16).")
    words = {
        "aspek_kuantitas": _("RHK “%s” belum punya indikator beraspek kuantitas (PP 30/2019 Ps 10(3))."),
        "perspektif": _("Pilih perspektif setiap indikator pada RHK “%s”."),
    }
    return words[code] % results[place].text
