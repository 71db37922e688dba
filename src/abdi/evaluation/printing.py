"""The two sheets of an evaluation on paper."""

from pathlib import Path

from django.utils import timezone

from abdi.evaluation.models import Evaluation
from abdi.evaluation.snapshot import content_of
from abdi.platform.documents import render_pdf

FOLDER = Path(__file__).parent / "documents"


def evaluasi_pdf(evaluation: Evaluation) -> bytes:
    return _render("evaluasi.typ", evaluation, str(evaluation))


def dokumen_evaluasi_pdf(evaluation: Evaluation) -> bytes:
    """The one-sheet summary that promotion files ask for."""
    return _render("dokumen_evaluasi.typ", evaluation, f"Dokumen {evaluation}")


def _render(template: str, evaluation: Evaluation, title: str) -> bytes:
    """As it was decided; before that, as it stands, marked as a draft."""
    data = evaluation.snapshot or content_of(evaluation)
    return render_pdf(FOLDER / template, data, title=title, at=evaluation.decided_at or timezone.now())
