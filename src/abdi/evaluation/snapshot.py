"""What the official documents print, as plain data; frozen into the evaluation when the predikat is set."""

from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.pattern import counts_around
from abdi.evaluation.recusal.selectors import judge_of, superior_over
from abdi.evaluation.results import reading_of
from abdi.organisation.selectors import assessor_of, placements_on
from abdi.planning.snapshot import document_of, period_of, person


@translation.override(settings.LANGUAGE_CODE)
def content_of(evaluation: Evaluation) -> dict[str, Any]:
    """JSON-ready; the plan as it was agreed, beside it what became of it, with n and interval.

    The leader's draft of the ratings is left out: until it is decided, nobody is told a rating.
    """
    skp, period = evaluation.skp, evaluation.period
    judge = judge_of(skp)
    above = assessor_of(judge, period.end) or superior_over(skp, judge)
    placed = placements_on([one for one in (skp.employee, judge, above) if one], period.end)
    return {
        **(skp.snapshot or document_of(skp)),
        "draf": not evaluation.is_decided,
        "periode": period_of(period),
        "pegawai": person(skp.employee, placed.get(skp.employee_id)),
        "pejabat_penilai": person(judge, placed.get(judge.pk)),
        "atasan_pejabat_penilai": person(above, placed.get(above.pk)) if above else None,
        "realisasi": {
            str(row.iki.uid): _realisation(row) for row in evaluation.realisations.select_related("iki")
        },
        "umpan_balik_perilaku": {row.nilai: row.text for row in evaluation.perilaku_feedback.all()},
        "distribusi": counts_around(evaluation),
        **judgement_of(evaluation),
    }


@translation.override(settings.LANGUAGE_CODE)
def judgement_of(evaluation: Evaluation) -> dict[str, Any]:
    """What was decided, by whose rule and when: the part of the papers that an objection may change."""
    return {
        **_judgement(evaluation),
        "ditetapkan": evaluation.decided_at and timezone.localtime(evaluation.decided_at).isoformat(),
        "dasar": evaluation.lineage.get("dasar", []),
    }


def _judgement(evaluation: Evaluation) -> dict[str, str]:
    words = {
        "predikat_organisasi": evaluation.get_predikat_organisasi_display(),
        "rating_hasil": evaluation.get_rating_hasil_display(),
        "rating_perilaku": evaluation.get_rating_perilaku_display(),
        "predikat": evaluation.get_predikat_display(),
        "alasan": evaluation.reason,
        "catatan": evaluation.notes,
    }
    return {name: str(text) if evaluation.is_decided else "" for name, text in words.items()}


def _realisation(row: Realisation) -> dict[str, Any]:
    return {
        "asal": row.source,
        "nilai": row.value,
        "n": row.n,
        "rendah": row.low,
        "tinggi": row.high,
        "cukup": row.enough,
        "bukti": row.evidence,
        "umpan_balik": row.feedback,
        "capaian": None if row.capaian is None else str(row.capaian),
        "arti": str(reading_of(row, row.iki).label),
    }
