"""Evidence on a day's progress or on a realisation: attached, opened by whoever may, taken off again."""

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.activity.evidence.actions import attach_file, attach_link, remove_evidence
from abdi.activity.evidence.permissions import check_can_see_evidence
from abdi.activity.evidence.subject import Subject
from abdi.activity.progress.selectors import subject_of
from abdi.web import files
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_realisation
from abdi.web.workplace.progress.evidence.subjects import (
    realisation_context,
    realisation_subject,
    supported_by,
)
from abdi.web.workplace.progress.finding import find_entry, find_evidence
from abdi.web.workplace.progress.forms import EvidenceForm
from abdi.web.workplace.progress.page import entry_context


@signed_in
@require_POST
def support(request: HttpRequest, uid: UUID) -> HttpResponse:
    entry, form = find_entry(request, uid), EvidenceForm(request.POST, request.FILES)
    if _attached(request, form, subject_of(entry)):
        return redirect("workplace:progress_entry", entry.uid)
    context = entry_context(request, entry, evidence_form=form)
    return render(request, "workplace/progress/entry.html", context, status=422)


@signed_in
@require_http_methods(["GET", "POST"])
def realisation(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_realisation(request, uid)
    form = EvidenceForm(request.POST, request.FILES) if request.method == "POST" else None
    if form and _attached(request, form, realisation_subject(one)):
        return redirect("workplace:realisation_evidence", one.uid)
    context = realisation_context(request, one, form)
    return render(request, "workplace/progress/realisation.html", context, status=422 if form else 200)


@signed_in
@require_GET
def show(request: HttpRequest, uid: UUID) -> FileResponse:
    """The file itself. A link is opened from the page, never through us."""
    item = find_evidence(request, uid)
    return files.stored(item.file, permit=lambda _file: check_can_see_evidence(request.user, item))


@signed_in
@require_POST
def remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    item = find_evidence(request, uid)
    supported = supported_by(request, item)
    attempt(request, _("Bukti dilepas"), remove_evidence, item=item, subject=supported.subject)
    return redirect(supported.page)


def _attached(request: HttpRequest, form: EvidenceForm, subject: Subject) -> bool:
    if not form.is_valid():
        return False
    attach = attach_file if form.cleaned_data["file"] else attach_link
    return bool(accepted(form, attach, actor=request.user, subject=subject, **form.given()))
