"""From a template and plain data to PDF/UA-1."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

ROOT = Path(__file__).resolve().parents[2]  # the package: templates import /platform/documents/forms.typ


def render_pdf(template: Path, data: Mapping[str, Any], *, title: str, at: datetime) -> bytes:
    """The document as PDF bytes.

    Data reaches the template only as JSON through `sys_inputs`, never as source text, so nothing a person
    types can become layout code. The same data and moment give the same bytes.
    """
    inputs = {"data": json.dumps({**data, "judul": title}, ensure_ascii=False, default=str)}
    pdf: bytes = typst.compile(
        template,
        root=ROOT,
        sys_inputs=inputs,
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
    return pdf
