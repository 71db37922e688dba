"""What a PDF says."""

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Download
from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """Its words, however the lines break."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def text_of_download(made: Download) -> str:
    return text_of(Path(made.path()).read_bytes())
