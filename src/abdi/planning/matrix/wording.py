"""Who assigned a piece of work, as the form writes it."""

from abdi.planning.matrix.models import MatrixCell
from abdi.planning.matrix.selectors import is_subordinate


def assigner(cell: MatrixCell) -> str:
    """ "Lurah" for one's own leader, "Camat Melati, Tim Data" for one of elsewhere, or what was written for it."""
    member = cell.skp.matrix_members.filter(employee=cell.employee).first()
    if member and member.assigned_by:
        return member.assigned_by
    post = cell.skp.position
    place = post.name if is_subordinate(cell.skp, cell.employee) else f"{post.name}, {post.unit}"
    return f"{place} ({member.team})" if member and member.team else place
