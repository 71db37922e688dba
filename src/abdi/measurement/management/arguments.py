"""What the commands of measurement are told on the command line."""

from datetime import date

from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import Instansi


def day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InputRefused(f"Tanggal '{text}' tidak terbaca; tulis seperti 2026-01-31.") from None


def instansi_of(code: str | None) -> Instansi:
    if not code:
        raise InputRefused("Sebutkan instansinya, mis. --instansi kab-contoh.", field="instansi")
    instansi = Instansi.objects.filter(code=code).first()
    if instansi is None:
        raise InputRefused(f"Instansi '{code}' tidak ada. Periksa kodenya.", field="instansi")
    return instansi
