"""The SKP on paper."""

from pathlib import Path

from django.utils import timezone

from abdi.planning.models import Skp
from abdi.planning.snapshot import document_of
from abdi.platform.documents import render_pdf

TEMPLATE = Path(__file__).parent / "documents" / "skp.typ"


def skp_pdf(skp: Skp) -> bytes:
    """As it was agreed; before that, as it stands, marked as a draft."""
    data = skp.snapshot or document_of(skp)
    return render_pdf(TEMPLATE, data, title=str(skp), at=skp.agreed_at or timezone.now())
