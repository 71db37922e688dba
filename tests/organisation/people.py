"""A small cast, and the file that would bring it in. NIPs are made here, without product code."""

from datetime import date

from abdi.organisation import actions
from abdi.organisation.enums import EmployeeStatus, JenisJabatan

START = date(2024, 1, 1)
HEADINGS = [
    "nip", "nama", "status", "golongan", "jabatan", "jenis_jabatan", "kelas",
    "kode_unit", "unit", "atasan_nip", "surel", "tmt", "akhir",
]  # fmt: skip


def nip(number: int, *, born: str = "19860926", since: str = "201505") -> str:
    return f"{born}{since}{1 + number % 2}{number % 999 + 1:03d}"


def far_nip(number: int) -> str:
    """Distinct for any number below 336,000: the birthday moves on when the sequence is used up."""
    block, sequence = divmod(number, 999)
    return f"1986{block // 28 % 12 + 1:02d}{block % 28 + 1:02d}2015051{sequence + 1:03d}"


def line(number: int, **changes: str) -> dict[str, str]:
    """One sound line of an import file."""
    sound = {
        "nip": nip(number),
        "nama": f"Pegawai Contoh {number}",
        "status": "pns",
        "golongan": "Penata Muda (III/a)",
        "jabatan": "Operator layanan operasional",
        "jenis_jabatan": "pelaksana",
        "kelas": "5",
        "kode_unit": "KEC-01",
        "unit": "Kecamatan Contoh",
        "atasan_nip": "",
        "surel": f"pegawai{number}@contoh.go.id",
        "tmt": "01-01-2024",
        "akhir": "",
    }
    return sound | changes


def as_csv(lines: list[dict[str, str]], delimiter: str = ",", headings: list[str] | None = None) -> bytes:
    rows = [headings or HEADINGS, *([one[name] for name in HEADINGS] for one in lines)]
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    return "\r\n".join(delimiter.join(row) for row in quoted).encode()


def a_unit(actor, code="KEC-01", parent=None, since=START):
    return actions.create_unit(actor=actor, code=code, name=f"Unit {code}", parent=parent, valid_from=since)


def an_employee(actor, number, unit=None, since=START):
    person = actions.create_employee(
        actor=actor, nip=nip(number), name=f"Pegawai Contoh {number}", status=EmployeeStatus.PNS, unit=unit
    )
    if unit:
        actions.place_employee(
            actor=actor, employee=person, position=a_position(actor, unit), valid_from=since
        )
    return person


def a_position(actor, unit, name="Operator layanan", since=date(2000, 1, 1)):
    return actions.create_position(
        actor=actor, unit=unit, name=name, jenis=JenisJabatan.PELAKSANA, valid_from=since
    )


def an_account(actor, person, username):
    return actions.create_account(actor=actor, employee=person, username=username)


def a_line(actor, subordinate, superior, since=START, **more):
    return actions.set_reporting_line(
        actor=actor, subordinate=subordinate, superior=superior, valid_from=since, **more
    )
