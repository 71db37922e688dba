"""Employees from a spreadsheet: preview, apply, apply again."""

import zipfile
from dataclasses import asdict
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from abdi.organisation.imports import apply_import, import_template, preview_import
from abdi.organisation.imports.columns import COLUMNS, read_header
from abdi.organisation.models import Employee, Placement, Position, ReportingLine, Unit
from abdi.organisation.selectors import assessor_of, placement_of
from abdi.platform.accounts.models import User
from abdi.platform.audit.models import AuditEntry
from abdi.platform.audit.trail import verify
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.tables import xlsx_reader
from tests.organisation.people import HEADINGS, a_line, a_unit, an_employee, as_csv, far_nip, line, nip


def bring_in(system, content, **options):
    preview = preview_import(content, **options)
    return apply_import(actor=system, content=content, digest=preview.digest, **options)


def errors_of(content, **options):
    return {
        row.line: [(one.column, one.message) for one in row.errors]
        for row in preview_import(content, **options).rows
        if row.errors
    }


def as_xlsx(rows) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                else:
                    sheet.write(number, place, cell)
    return stream.getvalue()


@pytest.fixture
def unit(instansi, system):
    return a_unit(system)


def test_a_preview_writes_nothing(unit):
    preview = preview_import(as_csv([line(1), line(2, atasan_nip=nip(1))]))
    assert preview.counts == {"baru": 2, "ubah": 0, "sama": 0, "galat": 0}
    assert preview.is_applicable
    assert not Employee.objects.exists()
    assert [asdict(change) for change in preview.rows[1].changes] == [
        {
            "field": "jabatan",
            "before": "",
            "after": "Operator layanan operasional (Unit KEC-01, kelas 5), 01-01-2024",
        },
        {"field": "atasan", "before": "", "after": "Pegawai Contoh 1"},
    ]


def test_what_was_shown_is_written(unit, system):
    result = bring_in(system, as_csv([line(2, atasan_nip=nip(1)), line(1, akhir="31-12-2099")]))
    assert asdict(result) == {"created": 2, "changed": 0, "unchanged": 0, "units": 0}
    subordinate, superior = (Employee.objects.get(nip=nip(number)) for number in (2, 1))
    assert (subordinate.name, subordinate.status, subordinate.golongan, subordinate.email) == (
        "Pegawai Contoh 2", "pns", "Penata Muda (III/a)", "pegawai2@contoh.go.id",
    )  # fmt: skip
    assert assessor_of(subordinate) == superior
    placement = placement_of(superior)
    assert (placement.valid_from, placement.valid_until) == (date(2024, 1, 1), date(2099, 12, 31))
    assert (placement.position.unit, placement.position.kelas) == (unit, 5)
    assert Position.objects.count() == 1


def test_a_second_import_changes_nothing(unit, system):
    content = as_csv(
        [line(1), line(2, atasan_nip=nip(1), kelas=""), line(3, atasan_nip=nip(2), akhir="31-12-2024")]
    )
    bring_in(system, content)
    before = [
        list(model.objects.order_by("pk").values())
        for model in (Employee, Position, Placement, ReportingLine)
    ]
    assert preview_import(content).counts == {"baru": 0, "ubah": 0, "sama": 3, "galat": 0}
    assert asdict(bring_in(system, content)) == {"created": 0, "changed": 0, "unchanged": 3, "units": 0}
    after = [
        list(model.objects.order_by("pk").values())
        for model in (Employee, Position, Placement, ReportingLine)
    ]
    assert before == after


def test_the_trail_tells_of_it(unit, system):
    bring_in(system, as_csv([line(1)]))
    content = as_csv([line(1, nama="Nama Baru")])
    preview = preview_import(content)
    apply_import(actor=system, content=content, digest=preview.digest, file_name="pegawai.csv")
    entry = AuditEntry.objects.filter(tag="organisation:employees:import").last()
    uid = str(Employee.objects.get().uid)
    assert entry.data["file"] == "pegawai.csv"
    assert entry.data["changed"] == {uid: [["nama", "Pegawai Contoh 1", "Nama Baru"]]}
    assert not list(verify())


def test_only_an_admin_of_the_instansi_imports(unit, instansi):
    clerk = User.objects.create(username="juru", instansi=instansi)
    content = as_csv([line(1)])
    with pytest.raises(PermissionRefused):
        apply_import(actor=clerk, content=content, digest=preview_import(content).digest)
    assert not Employee.objects.exists()


def test_a_transfer_ends_the_earlier_placement(unit, system):
    bring_in(system, as_csv([line(1)]))
    bring_in(system, as_csv([line(1, jabatan="Penelaah teknis kebijakan", kelas="7", tmt="2025-07-01")]))
    periods = [
        (one.position.name, one.valid_from, one.valid_until)
        for one in Placement.objects.order_by("valid_from")
    ]
    assert periods == [
        ("Operator layanan operasional", date(2024, 1, 1), date(2025, 6, 30)),
        ("Penelaah teknis kebijakan", date(2025, 7, 1), None),
    ]


def test_the_same_tmt_corrects_the_placement(unit, system):
    bring_in(system, as_csv([line(1)]))
    content = as_csv([line(1, kelas="6", akhir="31-12-2026")])
    assert [change.field for change in preview_import(content).rows[0].changes] == ["jabatan", "akhir"]
    bring_in(system, content)
    placement = Placement.objects.get()
    assert (placement.position.kelas, placement.valid_until) == (6, date(2026, 12, 31))


def test_a_new_superior_takes_over_on_the_day_of_import(unit, system):
    bring_in(system, as_csv([line(1), line(2), line(3, atasan_nip=nip(1))]))
    content = as_csv([line(3, atasan_nip=nip(2))])
    preview = preview_import(content, on=date(2026, 3, 10))
    assert [(one.field, one.before, one.after) for one in preview.rows[0].changes] == [
        ("atasan", "Pegawai Contoh 1", "Pegawai Contoh 2")
    ]
    bring_in(system, content)
    first, second = ReportingLine.objects.order_by("valid_from")
    assert first.superior.nip == nip(1)
    assert second.superior.nip == nip(2)
    assert (second.valid_from - first.valid_until).days == 1
    assert preview_import(content).counts["sama"] == 1


def test_an_empty_optional_cell_leaves_what_is_known(unit, system):
    bring_in(system, as_csv([line(1), line(2, atasan_nip=nip(1), akhir="31-12-2099")]))
    bare = line(2, golongan="", kelas="", surel="", akhir="")
    assert preview_import(as_csv([bare])).counts["sama"] == 1


def test_every_error_of_every_line_at_once(unit, system):
    content = as_csv(
        [
            line(1, nip="198613262015051001", tmt="01-01-2199", surel="bukan surel", kelas="lima"),
            line(2, atasan_nip=nip(7), kode_unit="TIDAK-ADA", status="honorer"),
            line(3, atasan_nip=nip(4), surel="juga bukan"),
            line(4, atasan_nip=nip(3)),
            line(5, nama="", jabatan="", akhir="01-01-2020"),
            line(6), line(6),
            line(8, tmt="31-02-2024", atasan_nip=nip(8)),
        ]
    )  # fmt: skip
    found = errors_of(content)
    assert {number: [column for column, _ in errors] for number, errors in found.items()} == {
        2: ["nip", "kelas", "tmt", "surel"],
        3: ["status", "kode_unit", "atasan_nip"],
        4: ["surel", "atasan_nip"],
        5: ["atasan_nip"],
        6: ["nama", "jabatan", "akhir"],
        7: ["nip"],
        8: ["nip"],
        9: ["tmt", "atasan_nip"],
    }
    assert found[5][0][1] == (
        "Garis penilaian berputar: Pegawai Contoh 4 → Pegawai Contoh 3 → Pegawai Contoh 4."
    )
    assert found[7][0][1] == "NIP ini juga ada di baris 8."
    assert "19861326" in found[2][0][1]
    with pytest.raises(InputRefused, match="8 baris masih galat"):
        bring_in(system, content)
    assert not Employee.objects.exists()


def test_what_its_column_cannot_hold_is_refused_before_it_is_written(unit):
    assert errors_of(as_csv([line(1, golongan="x" * 60)])) == {}
    assert errors_of(as_csv([line(1, golongan="x" * 61)])) == {2: [("golongan", "Lebih dari 60 karakter.")]}


def test_a_superior_already_known_is_found_and_loops_with_him_too(unit, system):
    head, deputy = an_employee(system, 1, unit), an_employee(system, 2, unit)
    a_line(system, deputy, head)
    assert errors_of(as_csv([line(3, atasan_nip=nip(2))])) == {}
    assert errors_of(as_csv([line(1, atasan_nip=nip(2))])) == {
        2: [
            (
                "atasan_nip",
                "Garis penilaian berputar: Pegawai Contoh 1 → Pegawai Contoh 2 → Pegawai Contoh 1.",
            )
        ]
    }


def test_unknown_units_are_offered_and_created_when_wanted(instansi, system):
    content = as_csv([line(1), line(2, tmt="01-01-2020")])
    preview = preview_import(content)
    assert preview.counts["galat"] == 2
    assert [asdict(one) for one in preview.new_units] == [{"code": "KEC-01", "name": "Kecamatan Contoh"}]
    assert bring_in(system, content, create_units=True).units == 1
    unit = Unit.objects.get()
    assert (unit.code, unit.name, unit.valid_from, unit.is_incomplete) == (
        "KEC-01", "Kecamatan Contoh", date(2020, 1, 1), True,
    )  # fmt: skip


def test_an_older_tmt_than_the_known_one_is_refused(unit, system):
    bring_in(system, as_csv([line(1)]))
    [(column, message)] = errors_of(as_csv([line(1, tmt="01-01-2020")]))[2]
    assert column == "tmt"
    assert "sejak 01-01-2024" in message
    assert errors_of(as_csv([line(1, tmt="01-01-2020", akhir="31-12-2023")])) == {}


def test_a_preview_out_of_date_is_refused(unit, system):
    content = as_csv([line(1)])
    preview = preview_import(content)
    an_employee(system, 1)
    with pytest.raises(PolicyRefused, match="berubah sejak pratinjau"):
        apply_import(actor=system, content=content, digest=preview.digest)
    with pytest.raises(PolicyRefused):
        apply_import(actor=system, content=as_csv([line(2)]), digest=preview.digest)


def test_formulas_stay_text(unit, system):
    content = as_csv([line(1, nama='=HYPERLINK("x")', jabatan="+62 operator")])
    bring_in(system, content)
    assert Employee.objects.get().name == '=HYPERLINK("x")'
    assert Position.objects.get().name == "+62 operator"


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv_of_any_office(unit, delimiter, mark):
    headings = [
        "NIP/NI PPPK", "Nama Lengkap", "Status Kepegawaian", "Gol. Ruang", "Nama Jabatan", "Jenis Jabatan",
        "Kelas Jabatan", "Kode Unit Kerja", "Unit Kerja", "NIP Atasan", "E-mail", "TMT Jabatan", "Akhir",
    ]  # fmt: skip
    written = "19860926 201505 2 002"
    content = mark + as_csv([line(1, nip=written, status="PPPK Paruh Waktu")], delimiter, headings)
    [row] = preview_import(content).rows
    assert (row.action, row.nip, row.errors) == ("baru", "198609262015052002", [])


def test_xlsx_with_real_dates(unit, system):
    cells = list(line(1).values())
    cells[HEADINGS.index("tmt")] = date(2024, 1, 1)
    cells[HEADINGS.index("kelas")] = 5
    content = as_xlsx([HEADINGS, cells])
    bring_in(system, content)
    assert preview_import(as_csv([line(1)])).counts["sama"] == 1


def test_a_nip_rounded_by_a_spreadsheet_is_named(unit):
    cells = list(line(1).values())
    cells[0] = 198609262015052002
    [(column, message)] = errors_of(as_xlsx([HEADINGS, cells]))[2]
    assert (column, "digit akhirnya hilang" in message) == ("nip", True)
    assert errors_of(as_csv([line(1, nip="1,98609E+17")]))[2] == [(column, message)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Berkas kosong"),
        (b"nama,nip\n", "kolom status, jabatan, jenis_jabatan, kode_unit, tmt tidak ditemukan"),
        (b"nip,NIP baru,nama\n", "Kolom nip ada dua kali"),
        (b"nip,nama\n1,Andr" + b"\xe9\n", "Baris 2, kolom 7 bukan UTF-8"),
        (b"\xff\xfen\x00", "Baris 1, kolom 1 bukan UTF-8"),
        (b"nip,nama\n1,\x00\n", "Baris 2 memuat karakter nol"),
        (b'nip,nama\n1,"terbuka\n', "CSV rusak pada baris 2"),
        (b"PK\x03\x04bukan buku kerja", "Berkas ini bukan XLSX yang utuh"),
        (b"<html><table></table></html>", "Berkas ini bukan tabel CSV atau XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS lama atau terkunci sandi"),
        (b"x" * 1_000_001, "terlalu panjang"),
        (b"nip,nama,status,jabatan,jenis_jabatan,kode_unitt,tmt\n", "Mungkin maksudnya: kode_unitt"),
    ],
)
def test_what_is_no_table_is_said_in_one_sentence(instansi, content, sentence):
    with pytest.raises(InputRefused, match=sentence):
        preview_import(content)


def test_a_small_archive_that_hides_a_large_sheet_is_refused_before_it_is_unpacked(instansi, monkeypatch):
    content = as_xlsx([HEADINGS, *([["x" * 1000]] * 100)])
    monkeypatch.setattr(xlsx_reader, "LARGEST", 20 * len(content))
    assert preview_import(as_xlsx([HEADINGS])).rows == []
    zeros = BytesIO(content)
    with zipfile.ZipFile(zeros, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/image1.png", bytes(40 * len(content)))
    assert len(zeros.getvalue()) < 2 * len(content)
    with pytest.raises(InputRefused, match="Berkas ini terlalu besar; simpan sebagai CSV UTF-8"):
        preview_import(zeros.getvalue())


def test_tabs_part_cells_and_empty_lines_before_the_headings_are_none(unit):
    rows = as_csv([line(1)]).decode().replace(",", "\t")
    assert preview_import(f"\n\n{rows}".encode()).counts["baru"] == 1


def test_the_template_is_read_back_as_it_is():
    sheet = CalamineWorkbook.from_filelike(BytesIO(import_template())).get_sheet_by_index(0)
    [headings] = sheet.to_python()
    header = read_header(headings)
    assert list(header.places) == list(COLUMNS)
    assert header.ignored == []


def test_the_number_of_queries_does_not_grow(unit, system, django_assert_num_queries):
    few = as_csv([line(n, nip=far_nip(n), atasan_nip=far_nip(0) if n else "") for n in range(3)])
    many = as_csv([line(n, nip=far_nip(n), atasan_nip=far_nip(n // 7) if n else "") for n in range(60)])
    with django_assert_num_queries(5):
        preview_import(few)
    with django_assert_num_queries(5):
        preview_import(many)
    with CaptureQueriesContext(connection) as for_few:
        bring_in(system, few)
    with CaptureQueriesContext(connection) as for_many:
        bring_in(system, many)
    assert len(for_many) <= len(for_few) + 2  # a batch of SQLite holds fewer rows
