"""The SKP in the table of official documents."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import Role
from abdi.organisation.selectors import employee_of, employees_in, people_below, units_trusted
from abdi.planning.models import Skp
from abdi.planning.permissions import check_can_decide_skp, check_can_see_skp
from abdi.planning.printing import skp_pdf
from abdi.platform.accounts.models import User
from abdi.platform.documents.papers import Paper, register


def skp_in_view(user: User, units: set[int] | None) -> QuerySet[Skp]:
    """At least those `check_can_see_skp` lets him see: his own, his people's all the way down, his units'."""
    found = Skp.objects.all() if units is None else Skp.objects.filter(position__unit__in=units)
    trusted = None if user.is_operator else units_trusted(user, {Role.ADMIN, Role.PENGELOLA_KINERJA})
    if trusted is None:
        return found
    seen, me = Q(employee__in=employees_in(trusted)), employee_of(user)
    if me:
        seen |= Q(employee=me) | Q(pejabat_penilai=me) | Q(employee__in=people_below(me))
    return found.filter(seen)


def _subjects(user: User, period: UUID, units: set[int] | None) -> QuerySet[Skp]:
    return skp_in_view(user, units).filter(period__uid=period)


SKP = Paper(
    code="skp",
    label=_("Sasaran Kinerja Pegawai"),
    model=Skp,
    render=skp_pdf,
    content=lambda skp: skp.snapshot,
    check_can_see=check_can_see_skp,
    check_can_sign=check_can_decide_skp,
    subjects=_subjects,
)

register(SKP)
