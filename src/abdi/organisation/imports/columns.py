"""Which column of somebody's spreadsheet is which."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

# Headings met in exports of SIASN and of regional staff systems, letters and digits only.
_SYNONYMS = {
    "nip": "nip nipbaru nipnippppk nipnipppk nippppk nippegawai nomorindukpegawai",
    "nama": "nama namapegawai namalengkap",
    "status": "status statuspegawai statuskepegawaian statusasn jenispegawai",
    "golongan": "golongan gol golruang golonganruang pangkat pangkatgolongan pangkatgolruang golruangakhir",
    "jabatan": "jabatan namajabatan jabatannama",
    "jenis_jabatan": "jenisjabatan tipejabatan",
    "kelas": "kelas kelasjabatan",
    "kode_unit": "kodeunit kodeunitkerja kodeunor unorid",
    "unit": "unit unitkerja namaunit namaunitkerja unor unornama namaunor",
    "atasan_nip": "atasannip nipatasan nippenilai nippejabatpenilai nipatasanlangsung",
    "surel": "surel email surelkedinasan emailkedinasan emailgov",
    "tmt": "tmt tmtjabatan tanggalmulai mulai",
    "akhir": "akhir tanggalakhir berakhir selesai akhirkontrak",
}
COLUMNS = tuple(_SYNONYMS)
REQUIRED = ("nip", "nama", "status", "jabatan", "jenis_jabatan", "kode_unit", "tmt")
_COLUMN_OF = {word: column for column, words in _SYNONYMS.items() for word in words.split()}


@dataclass(frozen=True)
class Header:
    """`places`: column → its place in the row; `ignored`: headings that mean nothing here."""

    places: dict[str, int]
    ignored: list[str]


def read_header(headings: Sequence[str]) -> Header:
    """Recognise the headings. Refuses when a required column is missing or one comes twice."""
    places: dict[str, int] = {}
    ignored = []
    for place, heading in enumerate(headings):
        column = _COLUMN_OF.get(letters(heading))
        if column is None:
            ignored.extend([heading] if heading else [])
        elif column in places:
            raise InputRefused(
                _("Kolom {column} ada dua kali ('{first}' dan '{second}'); hapus salah satunya.").format(
                    column=column, first=headings[places[column]], second=heading
                )
            )
        else:
            places[column] = place
    _check_complete(places, ignored)
    return Header(places, ignored)


def letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _check_complete(places: dict[str, int], ignored: list[str]) -> None:
    missing = [column for column in REQUIRED if column not in places]
    if not missing:
        return
    near = [one for column in missing for one in difflib.get_close_matches(column, ignored, n=1)]
    hint = _(" Mungkin maksudnya: {near}.").format(near=", ".join(near)) if near else ""
    raise InputRefused(
        _("Baris 1: kolom {missing} tidak ditemukan.{hint} Unduh templat untuk susunannya.").format(
            missing=", ".join(missing), hint=hint
        )
    )
