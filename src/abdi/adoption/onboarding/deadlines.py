"""Until when a request is to be answered."""

from datetime import datetime

from django.utils import timezone

from abdi.organisation.law.answers import evaluate
from abdi.platform.tenancy.scope import current_instansi

CORRECTION = "pdp_perbaikan"


def correction_due(asked_at: datetime) -> datetime:
    """UU 27/2022 Ps 30: data are corrected within 3 × 24 hours of the request."""
    about = {"jenis": CORRECTION, "mulai": asked_at.isoformat(), "zona": current_instansi().timezone}
    return datetime.fromisoformat(evaluate("tenggat", on=timezone.localdate(asked_at), input=about).value)
