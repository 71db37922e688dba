"""What a file is, told from its content alone. The name has to agree; it never decides."""

import codecs
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

CHUNK = 1 << 20


@dataclass(frozen=True)
class Kind:
    label: str
    content_type: str
    suffixes: tuple[str, ...]
    shown_inline: bool = False


PDF = Kind("PDF", "application/pdf", (".pdf",), shown_inline=True)
JPEG = Kind("JPEG", "image/jpeg", (".jpg", ".jpeg"), shown_inline=True)
PNG = Kind("PNG", "image/png", (".png",), shown_inline=True)
WEBP = Kind("WebP", "image/webp", (".webp",), shown_inline=True)
XLSX = Kind("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
DOCX = Kind("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
TXT = Kind("teks", "text/plain", (".txt",))
CSV = Kind("CSV", "text/csv", (".csv",))
JSON = Kind("JSON", "application/json", (".json",))  # only where it is asked for
ALL = (PDF, JPEG, PNG, WEBP, XLSX, DOCX, TXT, CSV)

_MAGIC = {
    PDF: re.compile(rb"%PDF-\d"),
    JPEG: re.compile(rb"\xff\xd8\xff"),
    PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    WEBP: re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
# Windows, Linux and macOS programs, Java classes, scripts with an interpreter line
_PROGRAM = re.compile(
    rb"MZ|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|(\xef\xbb\xbf)?#!"
)
_OFFICE = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX}
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def kind_of(content: BinaryIO, name: str) -> Kind:
    """The kind of a seekable file, left rewound. Raises `InputRefused` for programs, macros, anything unknown
    and for a name whose ending says something else than the content."""
    kind = _sniff(content, name.lower())
    content.seek(0)
    if not name.lower().endswith(kind.suffixes):
        raise _refusal(
            _(
                "Isi berkas “%(name)s” adalah %(kind)s; ubah akhiran namanya menjadi %(suffix)s atau pilih berkas lain."
            ),
            name=name,
            kind=kind.label,
            suffix=kind.suffixes[0],
        )
    return kind


def _sniff(content: BinaryIO, name: str) -> Kind:
    content.seek(0)
    head = content.read(16)
    if _PROGRAM.match(head):
        raise _refusal(
            _("“%(name)s” adalah program, bukan dokumen; Abdi tidak menyimpan program."), name=name
        )
    for kind, magic in _MAGIC.items():
        if magic.match(head):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return _office(content, name)
    if head and _is_text(content):
        return next((kind for kind in (CSV, JSON) if name.endswith(kind.suffixes)), TXT)
    raise _refusal(
        _("Isi berkas “%(name)s” tidak dikenal; kirim %(kinds)s."),
        name=name,
        kinds=", ".join(kind.label for kind in ALL),
    )


def _office(content: BinaryIO, name: str) -> Kind:
    try:
        with zipfile.ZipFile(content) as archive:
            members = set(archive.namelist())
    except zipfile.BadZipFile:
        raise _refusal(_("Berkas “%(name)s” rusak; simpan ulang lalu kirim lagi."), name=name) from None
    if any(member.endswith("vbaProject.bin") for member in members):
        raise _refusal(_("“%(name)s” berisi makro; simpan tanpa makro lalu kirim lagi."), name=name)
    for marker, kind in _OFFICE.items():
        if marker in members and "[Content_Types].xml" in members:
            return kind
    raise _refusal(_("“%(name)s” adalah arsip ZIP; kirim dokumen di dalamnya satu per satu."), name=name)


def _is_text(content: BinaryIO) -> bool:
    """UTF-8 to its last byte, and nothing in it that no text holds."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        if any(_NOT_TEXT.search(decoder.decode(chunk)) for chunk in chunks(content)):
            return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def chunks(content: BinaryIO) -> Iterator[bytes]:
    """The whole file from its beginning, a mebibyte at a time."""
    content.seek(0)
    while chunk := content.read(CHUNK):
        yield chunk


def _refusal(sentence: str, **values: str) -> InputRefused:
    return InputRefused(sentence % values, field="file")
