"""What the state of a plan allows, whoever asks."""

from datetime import date
from typing import Any

from abdi.measurement.catalogue import find_metric
from abdi.measurement.metric import Metric
from abdi.measurement.wording import unit_word
from abdi.organisation.law.answers import evaluate
from abdi.planning.completeness import lacking_in
from abdi.planning.enums import Arah, Pendekatan, PeriodKind, SkpStatus
from abdi.planning.models import Iki, Period, Skp
from abdi.planning.workflow import SKP
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.rules import RuleInputError


def check_editable(skp: Skp) -> None:
    if not is_editable(skp):
        raise PolicyRefused(
            f"SKP ini {skp.get_status_display().lower()}, jadi terkunci; minta pejabat penilai membukanya kembali."
        )


def is_editable(skp: Skp) -> bool:
    return skp.status in {SkpStatus.DRAF, SkpStatus.DIKEMBALIKAN}


def check_submittable(skp: Skp) -> None:
    SKP.check("submit", skp.status)
    if missing := lacking_in(skp).missing:
        raise PolicyRefused(" ".join(missing))


def check_ekspektasi_open(skp: Skp, *, by_leader: bool) -> None:
    """While it lies with the leader, his expectations are what he may still write."""
    if not (by_leader and skp.status == SkpStatus.DIAJUKAN):
        check_editable(skp)


def check_indicator(iki: Iki) -> None:
    """Seen by something that can be read, and where it is measured, in the language of its metric."""
    _check_target(iki)
    if iki.metric:
        _check_speaks_of(find_metric(iki.metric), iki)


def check_within(period: Period, day: date) -> None:
    if not period.start <= day < period.end:
        raise InputRefused(f"Tanggal mulai harus di dalam {period}.", field="start")


def check_period_for_plan(period: Period) -> None:
    if period.kind != PeriodKind.TAHUNAN:
        raise InputRefused("SKP disusun untuk periode tahunan; pilih periode tahunan.", field="period")
    try:
        perilaku_values(period.start)
    except RuleInputError as error:
        raise InputRefused(f"SKP bentuk ini belum berlaku pada {period}. {error}", field="period") from error


def check_nilai(nilai: str, *, on: date) -> None:
    if nilai not in {one["kode"] for one in perilaku_values(on)}:
        raise InputRefused(f"Nilai dasar “{nilai}” tidak dikenal; pakai nilai BerAKHLAK.", field="nilai")


def perilaku_values(on: date) -> list[dict[str, Any]]:
    """The behaviour values of the SKP form on that day: kode, nama, panduan."""
    values: list[dict[str, Any]] = evaluate("perilaku_kerja", on=on, input={}).value
    return values


def _check_target(iki: Iki) -> None:
    in_number, in_words = iki.target not in (None, ""), bool(iki.target_text.strip())
    if iki.metric and not in_number:
        raise InputRefused("Ukuran yang dihitung Abdi butuh target berupa angka.", field="target")
    if in_number and not iki.satuan.strip():
        raise InputRefused("Tulis satuan targetnya, misalnya dokumen, %, atau hari.", field="satuan")
    # a measure of success in the qualitative form may say by itself what is expected
    if not (in_number or in_words) and iki.rhk.skp.pendekatan == Pendekatan.KUANTITATIF:
        raise InputRefused(
            "Tulis targetnya: angka dengan satuan, rentang, atau kata-kata yang dapat dilihat.",
            field="target",
        )


def _check_speaks_of(metric: Metric, iki: Iki) -> None:
    """The same unit as the metric, and the same way of being better."""
    unit = unit_word(metric)
    if iki.satuan != unit:
        raise InputRefused(f"Ukuran ini bersatuan {unit}; tulis targetnya dalam {unit}.", field="satuan")
    if iki.arah not in {metric.direction, Arah.RENTANG}:
        better = Arah(metric.direction).label.lower()
        raise InputRefused(f"Untuk ukuran ini {better}; pilih arah itu atau rentang.", field="arah")
