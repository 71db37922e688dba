"""Official documents: one layout engine (typst), data passed as JSON, tagged PDF for screen readers."""

from abdi.platform.documents.engine import render_pdf

__all__ = ["render_pdf"]
