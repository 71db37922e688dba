"""What the state of a unit and a period allows, whoever asks."""

from datetime import date

from abdi.evaluation.enums import EvaluationStatus, PredikatOrganisasi
from abdi.evaluation.models import Evaluation
from abdi.evaluation.organisation_result.selectors import units_covered
from abdi.organisation.models import Unit
from abdi.planning.models import Period
from abdi.platform.errors import InputRefused, PolicyRefused


def check_over(period: Period, today: date) -> None:
    if today < period.end:
        raise PolicyRefused(
            f"{period} baru berakhir {period.end:%d-%m-%Y}; capaian organisasi ditetapkan sesudahnya."
        )


def check_result(predikat: str, reason: str) -> None:
    if predikat not in PredikatOrganisasi.values:
        raise InputRefused("Pilih salah satu predikat capaian organisasi.", field="predikat")
    if not reason.strip():
        raise InputRefused(
            "Tulis alasannya: capaian apa terhadap target apa yang membawa predikat ini.", field="reason"
        )


def check_unused(unit: Unit, period: Period) -> None:
    """People were judged on it; to change it now would leave them judged on something else."""
    rests = Evaluation.objects.filter(
        period=period, status=EvaluationStatus.DITETAPKAN, skp__position__unit__in=units_covered(unit, period)
    )
    if count := rests.count():
        raise PolicyRefused(
            f"Predikat {count} pegawai {unit} untuk {period} sudah ditetapkan di bawah capaian organisasi ini, "
            "jadi tidak dapat diubah lagi."
        )
