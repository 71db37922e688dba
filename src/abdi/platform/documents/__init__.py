"""Official documents: one layout engine (typst), data passed as JSON, tagged PDF for screen readers."""

from abdi.platform.documents.engine import render_pdf
from abdi.platform.documents.seals import Seal

__all__ = ["Seal", "render_pdf"]
