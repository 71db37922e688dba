"""Evidence on a day's progress: attached, opened by whoever may, taken off again."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from abdi.activity.evidence.permissions import check_can_see_evidence
from abdi.activity.progress import actions
from abdi.platform.files.selectors import served_file
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.progress.finding import find_entry, find_evidence, find_supported_entry
from abdi.web.workplace.progress.forms import EvidenceForm
from abdi.web.workplace.progress.page import entry_context


@signed_in
@require_POST
def support(request: HttpRequest, uid: UUID) -> HttpResponse:
    entry, form = find_entry(request, uid), EvidenceForm(request.POST, request.FILES)
    if form.is_valid() and accepted(
        form, actions.support_progress, actor=request.user, entry=entry, **form.given()
    ):
        return redirect("workplace:progress_entry", entry.uid)
    context = entry_context(request, entry, evidence_form=form)
    return render(request, "workplace/progress/entry.html", context, status=422)


@signed_in
@require_GET
def show(request: HttpRequest, uid: UUID) -> FileResponse:
    """The file itself. A link is opened from the page, never through us."""
    item = find_evidence(request, uid)
    if item.file is None:
        raise Http404
    served = served_file(item.file, permit=lambda _stored: check_can_see_evidence(request.user, item))
    answer = FileResponse(
        served.path.open("rb"),
        content_type=served.content_type,
        filename=served.name,
        as_attachment=not served.inline,
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@signed_in
@require_POST
def remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    item = find_evidence(request, uid)
    entry = find_supported_entry(request, item)
    attempt(request, _("Bukti dilepas"), actions.unsupport_progress, entry=entry, item=item)
    return redirect("workplace:progress_entry", entry.uid)
