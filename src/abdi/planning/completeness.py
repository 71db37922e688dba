"""What a plan still lacks, in words: what forbids submitting it, and what is only said."""

from django.utils.translation import gettext as _

from abdi.organisation.law.answers import evaluate
from abdi.planning.enums import RhkKind
from abdi.planning.models import Rhk, Skp


def missing_before_submitting(skp: Skp) -> list[str]:
    """Every reason why this SKP cannot be submitted yet; empty when it can."""
    results = _results(skp)
    missing = []
    if not any(rhk.kind == RhkKind.UTAMA for rhk in results):
        missing.append(_("Tambahkan paling sedikit satu RHK utama (PP 30/2019 Ps 9)."))
    missing += [_("RHK “%s” belum punya indikator (IKI).") % rhk.text for rhk in results if not rhk.iki.all()]
    return missing + _lacking(skp, results, forbids=True)


def hints_before_submitting(skp: Skp) -> list[str]:
    """What the law expects but leaves open; it never stands in the way."""
    results = _results(skp)
    return _lacking(skp, results, forbids=False) if results else []


def _results(skp: Skp) -> list[Rhk]:
    return list(skp.rhk.prefetch_related("iki"))


def _lacking(skp: Skp, results: list[Rhk], *, forbids: bool) -> list[str]:
    found = evaluate("kelengkapan_skp", on=skp.start, input=_question(skp, results)).as_dict()["kurang"]
    return [_said(one["kode"], one["rhk"], results) for one in found if one["wajib"] is forbids]


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
