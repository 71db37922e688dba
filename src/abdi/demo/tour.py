"""The main job for one officer, told in ten lines: facts, measured values, SKP, ratings, predikat, article."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from abdi.demo.cast import CHARACTERS
from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.results import measured_of
from abdi.facts.selectors import count_current
from abdi.measurement.types import Window
from abdi.measurement.wording import interval_text, value_text
from abdi.planning.wording import target_text
from abdi.platform.errors import PolicyRefused
from abdi.platform.tenancy.scope import current_instansi
from abdi.platform.ui import formats

OFFICER = CHARACTERS[0]


@dataclass(frozen=True, slots=True)
class Tour:
    evaluation: Evaluation
    realisations: tuple[Realisation, ...]
    facts: int


def tour() -> Tour:
    """Of the current instansi. Raises PolicyRefused where the demo has not been seeded."""
    evaluation = (
        Evaluation.objects.filter(skp__employee__user__username=OFFICER.username)
        .exclude(predikat="")
        .select_related("period", "skp__employee", "skp__position__unit", "skp__pejabat_penilai")
        .first()
    )
    if evaluation is None:
        raise PolicyRefused("Data contoh belum ada; jalankan script/demo.")
    return Tour(
        evaluation,
        tuple(evaluation.realisations.select_related("iki")),
        _facts_about(evaluation),
    )


def as_lines(found: Tour) -> list[str]:
    """Ten of them: the officer has four indicators."""
    evaluation, skp = found.evaluation, found.evaluation.skp
    hasil, perilaku = evaluation.get_rating_hasil_display(), evaluation.get_rating_perilaku_display()
    rule = evaluation.lineage
    days = formats.days(evaluation.period.start, evaluation.period.end)
    return [
        f"Petugas   {skp.employee}, {skp.position}, {skp.position.unit}; pejabat penilai {skp.pejabat_penilai}",
        f"Fakta     {formats.number(found.facts)} catatan atas namanya, {days}",
        f"SKP       {skp.period}, disepakati {skp.agreed_by}; {len(found.realisations)} indikator:",
        *map(_figure, found.realisations),
        f"Rating    hasil kerja {hasil.lower()}, perilaku kerja {perilaku.lower()}; oleh {evaluation.decided_by}",
        f"Predikat  {evaluation.get_predikat_display()}: aturan {rule['rule']} versi {rule['version']}",
        f"Dasar     {rule['dasar'][0]['title']}",
    ]


def as_dict(found: Tour) -> dict[str, Any]:
    evaluation, skp = found.evaluation, found.evaluation.skp
    return {
        "instansi": current_instansi().code,
        "officer": skp.employee.name,
        "unit": skp.position.unit.name,
        "period": evaluation.period.name,
        "facts": found.facts,
        "iki": [_row(one) for one in found.realisations],
        "hasil": evaluation.rating_hasil,
        "perilaku": evaluation.rating_perilaku,
        "predikat": evaluation.predikat,
        "rule": evaluation.lineage["rule"],
        "version": evaluation.lineage["version"],
        "dasar": evaluation.lineage["dasar"],
    }


def _row(one: Realisation) -> dict[str, Any]:
    return {
        "text": one.iki.text,
        "metric": one.iki.metric,
        "value": one.value,
        "n": one.n,
        "low": one.low,
        "high": one.high,
        "target": None if one.iki.target is None else str(one.iki.target),
        "capaian": None if one.capaian is None else str(one.capaian),
    }


def _figure(one: Realisation) -> str:
    """One indicator: what was measured, with n and interval, beside its target."""
    measured = measured_of(one)
    value = f"{value_text(measured)} (n={one.n}, {interval_text(measured)})" if measured else _reported(one)
    capaian = "–" if one.capaian is None else formats.percent(one.capaian)
    return f"  IKI     {one.iki}: {value}; target {target_text(one.iki)}; capaian {capaian}"


def _reported(one: Realisation) -> str:
    return f"{formats.with_unit(formats.number(one.value or 0), one.iki.satuan)} (dilaporkan, dengan bukti)"


def _facts_about(evaluation: Evaluation) -> int:
    zone = ZoneInfo(current_instansi().timezone)
    since, before = Window(evaluation.period.start, evaluation.period.end).moments(zone)
    return count_current(employees=[evaluation.skp.employee_id], since=since, before=before)
