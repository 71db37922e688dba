"""The leader's side: what waits for him, in bulk or one by one, and how long he has."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from abdi.activity.progress import actions
from abdi.activity.progress.permissions import check_can_set_windows
from abdi.activity.progress.selectors import waiting_for
from abdi.organisation.permissions import acting_employee
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.progress.approving.page import chosen, waiting_rows
from abdi.web.workplace.progress.finding import find_entry
from abdi.web.workplace.progress.forms import RemarksForm, WindowsForm
from abdi.web.workplace.progress.page import entry_context

ON_A_PAGE = 50


@signed_in
@require_http_methods(["GET", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    leader = acting_employee(request.user)
    if request.method == "POST":
        entries = chosen(request.POST, ON_A_PAGE)
        said = ngettext("%s progres disetujui", "%s progres disetujui", len(entries)) % len(entries)
        attempt(request, said, actions.approve_many, entries=entries)
        return redirect("workplace:progress_waiting")
    page = Paginator(waiting_for(leader), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "workplace/progress/waiting.html", {"page": page, "rows": waiting_rows(page)})


@signed_in
@require_POST
def give_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    entry, form = find_entry(request, uid), RemarksForm(request.POST)
    if form.is_valid() and accepted(
        form, actions.return_progress, actor=request.user, entry=entry, **form.cleaned_data
    ):
        return redirect("workplace:progress_waiting")
    context = entry_context(request, entry, remarks_form=form)
    return render(request, "workplace/progress/entry.html", context, status=422)


@signed_in
@require_http_methods(["GET", "POST"])
def windows(request: HttpRequest) -> HttpResponse:
    check_can_set_windows(request.user)
    form = WindowsForm.standing(request.POST or None)
    if form.is_valid() and attempt(
        request, _("Batas waktu progres disimpan"), actions.set_windows, **form.cleaned_data
    ):
        return redirect("workplace:progress_windows")
    status = 422 if form.errors else 200
    return render(request, "workplace/progress/windows.html", {"form": form}, status=status)
