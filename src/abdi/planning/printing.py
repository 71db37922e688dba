"""The SKP on paper."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from abdi.planning.models import Skp
from abdi.planning.snapshot import document_of
from abdi.platform.documents import Seal, render_pdf

TEMPLATE = Path(__file__).parent / "documents" / "skp.typ"


def skp_pdf(skp: Skp, seal: Seal | None = None) -> bytes:
    """As it was agreed; before that, as it stands, marked as a draft."""
    return skp_sheet(
        skp.snapshot or document_of(skp), title=str(skp), at=skp.agreed_at or timezone.now(), seal=seal
    )


def skp_sheet(data: Mapping[str, Any], *, title: str, at: datetime, seal: Seal | None = None) -> bytes:
    """Any version of an SKP from its frozen content; `at` the moment it was agreed."""
    return render_pdf(TEMPLATE, data, title=title, at=at, seal=seal)
