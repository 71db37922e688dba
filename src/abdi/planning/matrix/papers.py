"""The matrix in the table of official documents."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from abdi.planning.enums import SkpStatus
from abdi.planning.matrix.permissions import check_can_see_matrix, check_can_sign_matrix
from abdi.planning.matrix.printing import column_rows, matrix_pdf
from abdi.planning.matrix.selectors import columns_of
from abdi.planning.models import Skp
from abdi.planning.papers import skp_in_view
from abdi.platform.accounts.models import User
from abdi.platform.documents.papers import Paper, register


def _subjects(user: User, period: UUID, units: set[int] | None) -> QuerySet[Skp]:
    """Plans that are divided among somebody."""
    divided = Q(matrix_cells__isnull=False) | Q(matrix_members__isnull=False)
    return skp_in_view(user, units).filter(divided, period__uid=period).distinct()


@translation.override(settings.LANGUAGE_CODE)
def _content(skp: Skp) -> dict[str, Any]:
    """The leader's indicators and what each person promised to them, once his own plan is agreed.

    Not where people work: a sheet does not fall because somebody on it moved.
    """
    if skp.status != SkpStatus.DISEPAKATI:
        return {}
    cells = skp.matrix_cells.order_by("pk").values_list("employee__uid", "iki__uid", "text")
    members = skp.matrix_members.order_by("pk").values_list("employee__uid", "team", "is_lead")
    return {
        "kolom": column_rows(columns_of(skp)),
        "sel": [[str(employee), str(iki), text] for employee, iki, text in cells],
        "tim": [[str(employee), team, is_lead] for employee, team, is_lead in members],
    }


MATRIKS = Paper(
    code="matriks",
    label=_("Matriks peran hasil"),
    model=Skp,
    render=matrix_pdf,
    content=_content,
    check_can_see=check_can_see_matrix,
    check_can_sign=check_can_sign_matrix,
    subjects=_subjects,
)

register(MATRIKS)
