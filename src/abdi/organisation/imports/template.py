"""The empty table to fill in."""

from io import BytesIO

from django.utils.translation import gettext as _

from abdi.organisation.enums import EmployeeStatus, JenisJabatan
from abdi.organisation.imports.columns import COLUMNS, REQUIRED

_CHOICES = {"status": EmployeeStatus.values, "jenis_jabatan": JenisJabatan.values}
_LAST_ROW = 1_048_575  # of a worksheet


def import_template() -> bytes:
    """An XLSX file with the columns of the import, lists to choose from, and a page of explanations."""
    stream = BytesIO()
    import xlsxwriter  # a quarter of a second that only those who export should wait

    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bottom": 1})
        # Text: a spreadsheet rounds a NIP that it takes for a number.
        text = book.add_format({"num_format": "@"})
        table = book.add_worksheet(_("Pegawai"))
        table.freeze_panes(1, 0)
        for place, column in enumerate(COLUMNS):
            table.set_column(place, place, 22, text)
            table.write_string(0, place, column, heading)
            if column in _CHOICES:
                table.data_validation(
                    1, place, _LAST_ROW, place, {"validate": "list", "source": _CHOICES[column]}
                )
        notes = book.add_worksheet(_("Petunjuk"))
        notes.set_column(0, 0, 16)
        notes.set_column(1, 1, 90)
        for line, (column, note) in enumerate(_notes().items()):
            notes.write_string(line, 0, column, heading)
            notes.write_string(line, 1, f"{_('Wajib. ') if column in REQUIRED else ''}{note}")
    return stream.getvalue()


def _notes() -> dict[str, str]:
    return {
        "nip": _("NIP PNS atau NI PPPK; pengenal pegawai pada impor berikutnya."),
        "nama": _("Nama lengkap tanpa gelar atau dengan gelar, sebagaimana akan dicetak."),
        "status": ", ".join(EmployeeStatus.values) + ".",
        "golongan": _("Pangkat dan golongan ruang, misalnya Penata Muda (III/a)."),
        "jabatan": _("Nama jabatan."),
        "jenis_jabatan": ", ".join(JenisJabatan.values) + ".",
        "kelas": _("Kelas jabatan, bilangan bulat."),
        "kode_unit": _("Kode unit kerja."),
        "unit": _("Nama unit kerja; dipakai bila unit itu baru."),
        "atasan_nip": _("NIP pejabat penilai kinerja; ada di berkas ini atau sudah tercatat."),
        "surel": _("Surel kedinasan."),
        "tmt": _("Mulai menduduki jabatan ini, misalnya 31-01-2024."),
        "akhir": _("Hari terakhir dalam jabatan ini; kosong bila belum ditentukan."),
    }
