"""From a template and plain data to PDF/UA-1."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from abdi.platform.documents.seals import Seal

ROOT = Path(__file__).resolve().parents[2]  # the package: templates import /platform/documents/forms.typ


def render_pdf(
    template: Path, data: Mapping[str, Any], *, title: str, at: datetime, seal: Seal | None = None
) -> bytes:
    """The document as PDF bytes; with a `seal`, one that anybody can check.

    Data reaches the template only as JSON through `sys_inputs`, never as source text, so nothing a person
    types can become layout code. The same data, moment and seal give the same bytes.
    """
    whole = {**data, "judul": title, "segel": seal and seal.as_dict()}
    return _compiled(template, whole, timestamp=int(at.timestamp()))


def compile_source(source: str, data: Mapping[str, Any]) -> bytes:
    """A scrap of layout of our own, to try something out. Raises typst.TypstError where it cannot be drawn."""
    return _compiled(source.encode(), data)


def _compiled(source: Path | bytes, data: Mapping[str, Any], **options: Any) -> bytes:
    pdf: bytes = typst.compile(
        source,
        root=ROOT,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, default=str)},
        font_paths=_fonts(),
        pdf_standards=["ua-1"],
        **options,
    )
    return pdf


@cache
def _fonts() -> Any:
    """Those that come with Typst, so that a document looks alike everywhere; read once, not for every document."""
    return typst.Fonts(include_system_fonts=False)
