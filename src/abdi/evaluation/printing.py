"""The two sheets of an evaluation on paper."""

from pathlib import Path
from typing import Any

from django.utils import timezone

from abdi.evaluation.models import Evaluation
from abdi.evaluation.snapshot import content_of
from abdi.platform.documents import Seal, render_pdf
from abdi.platform.documents.emblem import emblem

FOLDER = Path(__file__).parent / "documents"


def evaluasi_pdf(evaluation: Evaluation, seal: Seal | None = None) -> bytes:
    return _render("evaluasi.typ", evaluation, str(evaluation), seal)


def dokumen_evaluasi_pdf(evaluation: Evaluation, seal: Seal | None = None) -> bytes:
    """The one-sheet summary that promotion files ask for."""
    title = f"Dokumen {evaluation}"
    return _render("dokumen_evaluasi.typ", evaluation, title, seal, lambang=emblem())


def _render(template: str, evaluation: Evaluation, title: str, seal: Seal | None, **extra: Any) -> bytes:
    """As it was decided; before that, as it stands, marked as a draft."""
    data = {**(evaluation.snapshot or content_of(evaluation)), **extra}
    at = evaluation.decided_at or timezone.now()
    return render_pdf(FOLDER / template, data, title=title, at=at, seal=seal)
