"""The sheet in the table of official documents: issued with a code, checked by anybody."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.documents.papers import Paper, register
from abdi.voice.surveys.publication import permissions
from abdi.voice.surveys.publication.models import Publication
from abdi.voice.surveys.publication.printing import publication_content, publication_pdf


def _all(_user: User, _period: UUID, units: set[int] | None) -> QuerySet[Publication]:
    """They belong to no period of judging people."""
    rows = Publication.objects.select_related("period", "published_by")
    return rows if units is None else rows.filter(period__unit__in=units)


PUBLIKASI = Paper(
    code="publikasi_skm",
    label=_("Publikasi indeks kepuasan masyarakat"),
    model=Publication,
    render=publication_pdf,
    content=publication_content,
    check_can_see=permissions.check_can_see_publication,
    check_can_sign=permissions.check_can_issue_publication,
    subjects=_all,
)

register(PUBLIKASI)
