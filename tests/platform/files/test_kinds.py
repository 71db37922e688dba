"""What a file is, by its content; real files made by the libraries that make them."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from abdi.platform.errors import InputRefused
from abdi.platform.files.kinds import kind_of
from abdi.platform.files.names import LONGEST, clean_name


def archive(*members) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for member in members:
            file.writestr(member, "x")
    return content.getvalue()


def workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write(0, 0, "Rina Misal")
    return content.getvalue()


PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")
JPEG = bytes.fromhex("ffd8ffe000104a46494600")
WEBP = b"RIFF\x24\x00\x00\x00WEBPVP8 "
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
DOCX = archive("[Content_Types].xml", "word/document.xml")

GOOD = {
    "surat.pdf": (PDF, "application/pdf"),
    "FOTO.JPG": (JPEG, "image/jpeg"),
    "foto.jpeg": (JPEG, "image/jpeg"),
    "foto.png": (PNG, "image/png"),
    "foto.webp": (WEBP, "image/webp"),
    "pegawai.xlsx": (workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "surat.docx": (DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "catatan.txt": ("Pelayanan – cepat".encode(), "text/plain"),
    "tabel.csv": ("nip;nama\n1;Rina\n".encode("utf-8-sig"), "text/csv"),
}


@pytest.mark.parametrize("name", GOOD)
def test_is_told_from_the_content(name):
    content, content_type = GOOD[name]
    file = io.BytesIO(content)
    assert kind_of(file, name).content_type == content_type
    assert file.tell() == 0


BAD = {
    "program Windows": ("foto.png", b"MZ\x90\x00" + bytes(60), "program"),
    "program Linux": ("surat.pdf", b"\x7fELF\x02\x01\x01" + bytes(60), "program"),
    "program macOS": ("surat.pdf", b"\xcf\xfa\xed\xfe" + bytes(60), "program"),
    "skrip": ("catatan.txt", b"#!/bin/sh\necho\n", "program"),
    "skrip dengan BOM": ("catatan.txt", b"\xef\xbb\xbf#!/bin/sh\n", "program"),
    "PDF bernama gambar": ("foto.png", PDF, "PDF"),
    "gambar bernama PDF": ("surat.pdf", PNG, "PNG"),
    "HTML": ("halaman.html", b"<script>alert(1)</script>", "teks"),
    "SVG": ("gambar.svg", b"<svg onload='alert(1)'/>", "teks"),
    "ZIP": ("arsip.zip", archive("surat.pdf"), "ZIP"),
    "makro": ("tabel.xlsx", archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "makro"),
    "ZIP rusak": ("tabel.xlsx", workbook()[:200], "rusak"),
    "biner": ("catatan.txt", bytes(range(256)), "tidak dikenal"),
    "Latin-1": ("catatan.txt", "café".encode("latin-1"), "tidak dikenal"),
    "teks terpotong": ("catatan.txt", "é".encode()[:1], "tidak dikenal"),
    "nol di dalam teks": ("catatan.txt", b"a\x00b", "tidak dikenal"),
    "tanpa akhiran": ("surat", PDF, ".pdf"),
    "akhiran ganda": ("surat.pdf.exe", PDF, ".pdf"),
}


@pytest.mark.parametrize("case", BAD)
def test_is_refused_in_words(case):
    name, content, word = BAD[case]
    with pytest.raises(InputRefused, match=word) as refused:
        kind_of(io.BytesIO(content), name)
    assert refused.value.field == "file"


def test_this_very_python_is_a_program():
    with Path(sys.executable).open("rb") as program, pytest.raises(InputRefused, match="program"):
        kind_of(program, "surat.pdf")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("surat.pdf", "surat.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\rina\\surat.pdf", "surat.pdf"),
        ("surat\u202efdp.exe", "suratfdp.exe"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
        ("  ..surat..pdf. ", "surat.pdf"),
        ("", "berkas"),
        ("...", "berkas"),
        (".pdf", "pdf"),
        ("cafe\u0301.pdf", "café.pdf"),
        ("x" * 300 + ".pdf", "x" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_names_are_made_harmless(given, kept):
    assert clean_name(given) == kept
