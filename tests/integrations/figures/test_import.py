"""`abdi import figures`: read, refused with line and column, recorded once, corrected by a successor."""

import pytest

from abdi.facts.selectors import count_current, current
from abdi.integrations.figures.actions import record_figures
from abdi.measurement.engine import measure
from abdi.measurement.figures import FIGURES
from abdi.platform.errors import PermissionRefused
from tests.integrations.conftest import Refused

HEAD = "unit,nip,ukuran,bulan,pembilang,penyebut,nilai,sumber"
BIRTHS = "KEL-MELATI,,siak.akta_lahir,2026-07,{},1000,,Laporan SIAK Juli 2026"


@pytest.fixture
def load(run_import, office, tmp_path):
    def run(*lines, arguments=()):
        path = tmp_path / "angka.csv"
        path.write_text("\n".join([HEAD, *lines]) + "\n")
        return run_import("figures", path, "--instansi", "kab-contoh", *arguments)

    return run


def counts(report):
    return tuple(report[name] for name in ("new", "corrected", "unchanged", "recorded"))


def test_a_figure_is_told_once_and_a_changed_one_supersedes(load, office):
    assert counts(load(BIRTHS.format(950))) == (1, 0, 0, 2)
    assert counts(load(BIRTHS.format(950))) == (0, 0, 1, 0)
    assert counts(load(BIRTHS.format(970))) == (0, 1, 0, 1)
    assert counts(load(BIRTHS.format(950))) == (0, 1, 0, 1), "and back"
    assert counts(load(BIRTHS.format(950))) == (0, 0, 1, 0)
    [fact] = current(kinds=["figure.siak.akta_lahir.numerator"])
    assert (fact["value"], fact["unit_id"], fact["attrs"]["sumber"]) == (
        950,
        office.unit.pk,
        "Laporan SIAK Juli 2026",
    )


def test_a_dry_run_says_the_same_and_records_nothing(load):
    assert counts(load(BIRTHS.format(950), arguments=["--dry-run"])) == (1, 0, 0, 2)
    assert count_current() == 0


def test_a_share_is_the_ratio_of_sums_over_its_months(load, office):
    load(
        "KEL-MELATI,,siak.akta_lahir,2026-07,90,100,,SIAK",
        "KEL-MELATI,,siak.akta_lahir,08/2026,300,300,,SIAK",
        f",{office.rina.nip},siak.dokumen_terbit,2026-08-01,,,840,SIAK",
        "KEL-MELATI,,pcare.kontak,2026-08,160,1000,,P-Care",
    )
    [births] = measure(["figure.siak.akta_lahir.ratio"])
    [contacts] = measure(["figure.pcare.kontak.ratio"])
    [issued] = measure(["figure.siak.dokumen_terbit.sum"], per="petugas")
    assert (births.value, births.unit, births.n) == (pytest.approx(97.5), "persen", 2)
    assert (contacts.value, contacts.unit) == (pytest.approx(160), "per mil")
    assert (issued.value, issued.scope.label) == (840, office.rina.name)
    [fact] = current(kinds=["figure.siak.dokumen_terbit.value"])
    assert fact["unit_id"] == office.unit.pk, "where she worked that month"


WRONG = [
    ("X,,siak.akta_lahir,2026-07,1,2,,S", "unit", "tidak ada unit kerja"),
    (",123,siak.akta_lahir,2026-07,1,2,,S", "nip", "tidak ada pegawai"),
    (",,siak.akta_lahir,2026-07,1,2,,S", "unit", "isi kode unit atau NIP"),
    ("KEL-MELATI,,siak.akta,2026-07,1,2,,S", "ukuran", "siak.akta_lahir"),
    ("KEL-MELATI,,siak.akta_lahir,Juli,1,2,,S", "bulan", "bukan bulan"),
    ("KEL-MELATI,,siak.akta_lahir,2999-01,1,2,,S", "bulan", "belum berakhir"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,x,2,,S", "pembilang", "bukan bilangan"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,,2,,S", "pembilang", "kosong"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,1.234,2000,,S", "pembilang", "dua cara"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,3,2,,S", "pembilang", "melebihi"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,0,0,,S", "penyebut", "lebih besar dari nol"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,1,2,3,S", "nilai", "pembilang dan penyebut"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,1,2,,", "sumber", "dari mana"),
    ("KEL-MELATI,,siak.akta_lahir,2026-07,1", "", "ada 5 sel"),
]


def test_every_mistake_is_told_with_its_place_and_nothing_is_written(load):
    with pytest.raises(Refused, match="14 baris masih galat") as refused:
        load(*(line for line, _column, _reason in WRONG), BIRTHS.format(1))
    found = refused.value.report["rejected"]
    assert [(one["line"], one["column"]) for one in found] == [
        (number, column) for number, (_line, column, _reason) in enumerate(WRONG, start=2)
    ]
    assert [one for one, (*_, reason) in zip(found, WRONG, strict=True) if reason not in one["reason"]] == []
    assert count_current() == 0


def test_the_same_figure_twice_in_one_file_is_refused(load):
    with pytest.raises(Refused) as refused:
        load(BIRTHS.format(950), BIRTHS.format(960))
    assert refused.value.report["rejected"] == [
        {"line": 3, "column": "ukuran", "reason": "angka bulan itu sudah disebut baris 2"}
    ]


def test_a_file_without_its_columns_is_refused(run_import, office, tmp_path):
    path = tmp_path / "angka.csv"
    path.write_text("ukuran,bulan,sumber\nsiak.akta_lahir,2026-07,SIAK\n")
    with pytest.raises(Refused, match="kolom unit atau nip"):
        run_import("figures", path, "--instansi", "kab-contoh")


@pytest.mark.parametrize("who", ["rina", "dewi", "joko"])
def test_only_the_administration_records_figures(office, who):
    with pytest.raises(PermissionRefused):
        record_figures(actor=office.user(who), entries=[])


def test_every_declared_figure_has_its_parts():
    assert {tuple(figure.parts) for figure in FIGURES.values()} == {("numerator", "denominator"), ("value",)}
    assert all(len(figure.metric().name) <= 60 for figure in FIGURES.values())
