"""The document or batch an address names, for whoever may see it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from abdi.platform.batches.models import Batch
from abdi.platform.batches.permissions import check_can_fetch
from abdi.platform.documents.papers import Paper, paper_of
from abdi.platform.errors import InputRefused
from abdi.platform.verification.models import Issued
from abdi.platform.verification.selectors import present_version


@dataclass(frozen=True)
class Sheet:
    """One document of one thing; `issued` is what was issued of its present version."""

    paper: Paper
    subject: Any
    issued: Issued | None

    @property
    def is_draft(self) -> bool:
        return not self.paper.content(self.subject)


def find_sheet(request: HttpRequest, kind: str, uid: UUID) -> Sheet:
    try:
        paper = paper_of(kind)
    except InputRefused as error:
        raise Http404 from error
    subject = get_object_or_404(paper.model.objects, uid=uid)
    paper.check_can_see(request.user, subject)
    return Sheet(paper, subject, present_version(paper, subject))


def find_batch(request: HttpRequest, uid: UUID) -> Batch:
    batch = get_object_or_404(Batch.objects.select_related("instansi").defer("subjects"), uid=uid)
    check_can_fetch(request.user, batch)
    return batch
