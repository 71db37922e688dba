"""What the state of a plan allows, whoever asks."""

from datetime import date
from typing import Any

from abdi.measurement.catalogue import find_metric
from abdi.measurement.wording import unit_word
from abdi.planning.enums import Arah, PeriodKind, RhkKind, SkpStatus
from abdi.planning.models import Iki, Period, Skp
from abdi.planning.workflow import SKP
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.rules import RuleInputError, evaluate


def check_editable(skp: Skp) -> None:
    if not is_editable(skp):
        raise PolicyRefused(
            f"SKP ini {skp.get_status_display().lower()}, jadi terkunci; minta pejabat penilai membukanya kembali."
        )


def is_editable(skp: Skp) -> bool:
    return skp.status in {SkpStatus.DRAF, SkpStatus.DIKEMBALIKAN}


def missing_before_submitting(skp: Skp) -> list[str]:
    """Every reason why this SKP cannot be submitted yet, in words; empty when it can."""
    results = list(skp.rhk.prefetch_related("iki"))
    missing = []
    if not any(rhk.kind == RhkKind.UTAMA for rhk in results):
        missing.append("Tambahkan paling sedikit satu RHK utama (PP 30/2019 Ps 9).")
    missing += [f"RHK “{rhk.text}” belum punya indikator (IKI)." for rhk in results if not rhk.iki.all()]
    return missing


def check_submittable(skp: Skp) -> None:
    SKP.check("submit", skp.status)
    if missing := missing_before_submitting(skp):
        raise PolicyRefused(" ".join(missing))


def check_ekspektasi_open(skp: Skp, *, by_leader: bool) -> None:
    """While it lies with the leader, his expectations are what he may still write."""
    if not (by_leader and skp.status == SkpStatus.DIAJUKAN):
        check_editable(skp)


def check_indicator(iki: Iki) -> None:
    """A measured IKI speaks the language of its metric: the same unit, and the same way of being better."""
    if not iki.metric:
        return
    metric = find_metric(iki.metric)
    unit = unit_word(metric)
    if iki.satuan != unit:
        raise InputRefused(f"Ukuran ini bersatuan {unit}; tulis targetnya dalam {unit}.", field="satuan")
    if iki.arah not in {metric.direction, Arah.RENTANG}:
        better = Arah(metric.direction).label.lower()
        raise InputRefused(f"Untuk ukuran ini {better}; pilih arah itu atau rentang.", field="arah")


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
