"""The SKP in the table of official documents."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from abdi.planning.models import Skp
from abdi.planning.permissions import check_can_decide_skp, check_can_see_skp
from abdi.planning.printing import skp_pdf
from abdi.platform.documents.papers import Paper, register


def _subjects(period: UUID, units: set[int] | None) -> QuerySet[Skp]:
    found = Skp.objects.filter(period__uid=period)
    return found if units is None else found.filter(position__unit__in=units)


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
