"""What the state of a plan allows, whoever asks."""

from datetime import date
from typing import Any

from abdi.measurement.catalogue import find_metric
from abdi.planning.enums import PeriodKind, RhkKind, SkpStatus
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


def check_indicator(iki: Iki) -> None:
    """A measured IKI names a metric of the catalogue; others are reported by the employee."""
    if iki.metric:
        find_metric(iki.metric)


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
