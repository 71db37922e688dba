"""What evidence hangs on, found again from either side."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from abdi.activity.evidence.enums import SubjectKind
from abdi.activity.evidence.models import EvidenceItem
from abdi.activity.evidence.permissions import can_attach
from abdi.activity.evidence.selectors import evidence_of
from abdi.activity.evidence.subject import Subject
from abdi.activity.progress.selectors import subject_of
from abdi.evaluation.models import Realisation
from abdi.web.workplace.finding import find_realisation
from abdi.web.workplace.progress.finding import find_entry
from abdi.web.workplace.progress.forms import EvidenceForm


@dataclass(frozen=True)
class Supported:
    """The subject, and the page one comes back to."""

    subject: Subject
    page: str


def supported_by(request: HttpRequest, item: EvidenceItem) -> Supported:
    if item.subject_kind == SubjectKind.PROGRES:
        page = reverse("workplace:progress_entry", args=[item.subject_uid])
        return Supported(subject_of(find_entry(request, item.subject_uid)), page)
    if item.subject_kind == SubjectKind.REALISASI:
        page = reverse("workplace:realisation_evidence", args=[item.subject_uid])
        return Supported(realisation_subject(find_realisation(request, item.subject_uid)), page)
    raise Http404


def realisation_subject(realisation: Realisation) -> Subject:
    """Open until the predikat is set; the evidence counts for the last month of the period."""
    evaluation = realisation.evaluation
    return Subject(
        kind=SubjectKind.REALISASI,
        uid=realisation.uid,
        employee=evaluation.skp.employee,
        day=evaluation.period.end,
        holds=evaluation,
        is_open=lambda: not evaluation.is_decided,
    )


def realisation_context(
    request: HttpRequest, realisation: Realisation, form: EvidenceForm | None = None
) -> dict[str, Any]:
    subject = realisation_subject(realisation)
    return {
        "evaluation": realisation.evaluation,
        "iki": realisation.iki,
        "evidence_lines": evidence_of(subject.kind, [subject.uid])[subject.uid],
        "evidence_form": form or EvidenceForm(),
        "may_attach": subject.is_open() and can_attach(request.user, subject.employee),
        "attach_url": reverse("workplace:realisation_evidence", args=[realisation.uid]),
    }
