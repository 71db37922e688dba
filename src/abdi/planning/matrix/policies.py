"""What the state of a matrix allows, whoever asks."""

from abdi.organisation.models import Employee
from abdi.planning.matrix.models import MatrixCell, MatrixMember
from abdi.planning.matrix.selectors import people_of
from abdi.planning.matrix.workflow import CELL
from abdi.planning.models import Iki, Skp
from abdi.platform.errors import InputRefused, PolicyRefused


def check_place(skp: Skp, employee: Employee, iki: Iki) -> None:
    """A cell lies where a row of this matrix meets a column of it."""
    if iki.rhk.skp_id != skp.pk:
        raise InputRefused(
            f"Indikator “{iki}” bukan bagian dari {skp}; pilih indikator SKP itu.", field="iki"
        )
    if not people_of(skp).filter(pk=employee.pk).exists():
        raise PolicyRefused(f"{employee} belum ada di matriks ini; undang dahulu.")


def check_result(text: str) -> None:
    if not text.strip():
        raise InputRefused("Tulis hasil yang diharapkan, atau kosongkan selnya.", field="text")


def check_can_be_invited(skp: Skp, employee: Employee) -> None:
    if employee == skp.employee:
        raise InputRefused("Pemilik SKP ini sendiri tidak perlu diundang.", field="employee")


def check_can_leave(member: MatrixMember) -> None:
    if member.skp.matrix_cells.filter(employee=member.employee).exists():
        raise PolicyRefused(f"Kosongkan dahulu semua sel {member.employee} di matriks ini.")


def check_candidate(cell: MatrixCell, skp: Skp) -> None:
    """Still a candidate, for this person and this period, and the leader's indicator is still there."""
    CELL.check("accept", cell.status)
    if cell.employee_id != skp.employee_id or cell.skp.period_id != skp.period_id:
        raise InputRefused("Isi matriks ini untuk pegawai atau periode lain.", field="skp")
    if cell.iki is None:
        raise PolicyRefused(
            "Indikator pimpinan untuk sel ini sudah dihapus; minta pimpinan mengisi yang baru."
        )
