"""Standar and maklumat in the table of official documents: issued with a code, checked by anybody."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.documents.papers import Paper, register
from abdi.services.standards import permissions
from abdi.services.standards.models import Maklumat, Standar
from abdi.services.standards.printing import maklumat_content, maklumat_pdf, standar_content, standar_pdf
from abdi.services.standards.selectors import in_force


def _sign_standar(user: User, standar: Standar) -> None:
    permissions.check_can_manage_standards(user, standar.layanan.unit)


def _sign_maklumat(user: User, maklumat: Maklumat) -> None:
    permissions.check_can_manage_standards(user, maklumat.unit)


def _all_standar(_user: User, _period: UUID, units: set[int] | None) -> QuerySet[Standar]:
    """Those in force today: a standar belongs to no period of judging people."""
    rows = in_force(timezone.localdate())
    return rows if units is None else rows.filter(layanan__unit__in=units)


def _all_maklumat(_user: User, _period: UUID, units: set[int] | None) -> QuerySet[Maklumat]:
    rows = Maklumat.objects.all()
    return rows if units is None else rows.filter(unit__in=units)


STANDAR = Paper(
    code="standar",
    label=_("Standar pelayanan"),
    model=Standar,
    render=standar_pdf,
    content=standar_content,
    check_can_see=permissions.check_can_see_standar,
    check_can_sign=_sign_standar,
    subjects=_all_standar,
)
MAKLUMAT = Paper(
    code="maklumat",
    label=_("Maklumat pelayanan"),
    model=Maklumat,
    render=maklumat_pdf,
    content=maklumat_content,
    check_can_see=permissions.check_can_see_maklumat,
    check_can_sign=_sign_maklumat,
    subjects=_all_maklumat,
)

register(STANDAR, MAKLUMAT)
