"""The verbs of a matrix."""

from abdi.organisation.models import Employee
from abdi.organisation.telling import tell
from abdi.planning.actions import add_rhk
from abdi.planning.enums import RhkKind
from abdi.planning.matrix import permissions, policies
from abdi.planning.matrix.changes import results_named, taken_cells
from abdi.planning.matrix.models import MatrixCell, MatrixMember
from abdi.planning.matrix.selectors import is_subordinate
from abdi.planning.matrix.wording import assigner
from abdi.planning.matrix.workflow import CELL
from abdi.planning.models import Iki, Rhk, Skp
from abdi.planning.permissions import check_can_edit_skp
from abdi.planning.policies import check_editable
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def fill_cell(*, actor: User, skp: Skp, employee: Employee, iki: Iki, text: str) -> MatrixCell:
    """Say, or say anew, which result somebody contributes to an indicator of `skp`, the leader's."""
    hold(skp)
    permissions.check_can_fill_matrix(actor, skp)
    policies.check_place(skp, employee, iki)
    policies.check_result(text)
    known = MatrixCell.objects.filter(iki=iki, employee=employee).first()
    cell = hold(known) if known else MatrixCell(skp=skp, employee=employee, iki=iki)
    step = "fill" if CELL.allows("fill", cell.status) else "reword"
    cell.text = text.strip()
    if step == "fill":
        cell.seen = cell.looks()
    write(cell)
    record(
        actor=actor,
        tag=CELL[step].tag,
        subject=cell,
        data={"skp": skp.uid, "employee": employee.uid, "iki": iki.uid, "text": cell.text},
    )
    _tell(employee, f"{skp.employee} mengisi peran Anda di matriks: {cell.text}", str(skp), _url(skp))
    return cell


@action
def clear_cell(*, actor: User, cell: MatrixCell) -> None:
    hold(cell)
    permissions.check_can_fill_matrix(actor, cell.skp)
    CELL.check("clear", cell.status)
    record(
        actor=actor,
        tag=CELL["clear"].tag,
        subject=cell,
        data={"skp": cell.skp.uid, "employee": cell.employee.uid, "text": cell.text},
    )
    _tell(
        cell.employee,
        f"{cell.skp.employee} menarik peran Anda di matriks: {cell.text}",
        str(cell.skp),
        _url(cell.skp),
    )
    cell.delete()


@action
def invite(
    *,
    actor: User,
    skp: Skp,
    employee: Employee,
    team: str = "",
    is_lead: bool = False,
    assigned_by: str = "",
) -> MatrixMember:
    """Add somebody of another unit or team to the matrix (annex: recorded where he is assigned to)."""
    hold(skp)
    permissions.check_can_fill_matrix(actor, skp)
    policies.check_can_be_invited(skp, employee)
    member = write(
        MatrixMember(
            skp=skp,
            employee=employee,
            team=team.strip(),
            is_lead=is_lead,
            assigned_by=assigned_by.strip(),
        )
    )
    record(
        actor=actor,
        tag="planning:matrix_member:invite",
        subject=member,
        data={"skp": skp.uid, "employee": employee.uid, "team": member.team, "is_lead": is_lead},
    )
    _tell(employee, f"{skp.employee} menambahkan Anda ke matriks peran hasil", str(member), _url(skp))
    return member


@action
def dismiss(*, actor: User, member: MatrixMember) -> None:
    hold(member.skp)
    permissions.check_can_fill_matrix(actor, member.skp)
    policies.check_can_leave(member)
    record(
        actor=actor,
        tag="planning:matrix_member:dismiss",
        subject=member,
        data={"skp": member.skp.uid, "employee": member.employee.uid},
    )
    member.delete()


@action
def accept_candidate(*, actor: User, cell: MatrixCell, skp: Skp) -> Rhk:
    """Make the employee's RHK of what his leader wrote; `skp` is the employee's own.

    Work for a leader who does not assess him is kinerja tambahan (PermenPANRB 6/2022: outside the main unit).
    """
    hold(skp)
    hold(cell)
    check_can_edit_skp(actor, skp)
    check_editable(skp)
    policies.check_candidate(cell, skp)
    is_own_leader = is_subordinate(cell.skp, skp.employee)
    rhk = add_rhk(
        actor=actor,
        skp=skp,
        text=cell.text,
        kind=RhkKind.UTAMA if is_own_leader else RhkKind.TAMBAHAN,
        intervened=cell.iki.rhk if cell.iki else None,
        assigned_by=assigner(cell),
    )
    cell.rhk, cell.seen = rhk, cell.looks()
    write(cell)
    record(actor=actor, tag=CELL["accept"].tag, subject=cell, data={"rhk": rhk.uid, "skp": skp.uid})
    _tell(cell.skp.employee, f"{skp.employee} menjadikan isi matriks RHK-nya", cell.text, _url(cell.skp))
    return rhk


@action
def follow_changes(*, actor: User, skp: Skp) -> Skp:
    """Take over what stands above now: the words of the leader's RHK, and the cells as they are.

    An RHK whose source is gone stays the employee's own; it no longer claims to serve what is not there.
    """
    hold(skp)
    check_can_edit_skp(actor, skp)
    check_editable(skp)
    served = list(skp.rhk.exclude(intervened_uid=None))
    above = results_named(rhk.intervened_uid for rhk in served)
    for rhk in served:
        rhk.serve(above.get(rhk.intervened_uid))
        write(rhk)
    for cell in taken_cells(skp):
        _see_anew(cell)
    record(actor=actor, tag="planning:skp:follow", subject=skp, data={"rhk": [one.uid for one in served]})
    return skp


def _see_anew(cell: MatrixCell) -> None:
    """A cell whose column is gone has nothing more to compare with."""
    if cell.iki is None:
        cell.delete()
        return
    cell.seen = cell.looks()
    write(cell)


def _tell(employee: Employee, title: str, body: str, url: str) -> None:
    tell(employee, kind="planning:matrix", title=title, body=body, url=url)


def _url(skp: Skp) -> str:
    return f"/kerja/matriks/{skp.uid}/"
