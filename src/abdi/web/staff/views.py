"""The administration's pages: people, imports, the trail."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.organisation.imports import apply_import, import_template
from abdi.organisation.permissions import (
    can_list_employees,
    can_manage_organisation,
    check_can_list_employees,
    check_can_manage_organisation,
)
from abdi.platform.audit.selectors import trail
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import CSV, XLSX
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.history import in_words
from abdi.web.navigation import STAFF, menu
from abdi.web.staff import forms, imports, people
from abdi.web.staff.setup import next_steps

ON_A_PAGE = 50


@signed_in
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    if not can_list_employees(request.user, today) and (mine := menu(STAFF, request)):
        return redirect(mine[0]["url"])
    check_can_list_employees(request.user, today)
    found = people.find_employees(request.user, today)
    is_admin = can_manage_organisation(request.user)
    context = {
        "people": found.count(),
        "incomplete": people.find_employees(request.user, today, lengkap="perlu").count(),
        "is_admin": is_admin,
        "steps": next_steps(today) if is_admin else [],
    }
    return render(request, "staff/start.html", context)


@signed_in
@require_GET
def employees(request: HttpRequest) -> HttpResponse:
    today, form = timezone.localdate(), forms.EmployeesForm(request.GET)
    found = people.find_employees(request.user, today, **form.asked())
    kind = request.GET.get("format")
    if kind in {"csv", "xlsx"}:
        return exports.table(kind, f"pegawai {today}", people.HEADER, people.people_table(found, today))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": people.people_rows(page.object_list, today),
        "is_admin": can_manage_organisation(request.user),
    }
    return render(request, "staff/employees.html", context)


@signed_in
@require_GET
def employee(request: HttpRequest, uid: UUID) -> HttpResponse:
    return render(
        request, "staff/employee.html", people.employee_context(request.user, uid, timezone.localdate())
    )


@signed_in
@require_http_methods(["GET", "POST"])
def import_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    form = forms.UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file, units = form.cleaned_data["file"], form.cleaned_data["create_units"]
        stored = accepted(
            form,
            store_file,
            actor=request.user,
            content=file,
            name=file.name,
            purpose=imports.PURPOSE,
            accept=(CSV, XLSX),
        )
        if stored:
            units_too = "?unit=1" if units else ""
            return redirect(f"{stored.uid}/{units_too}")
    return render(request, "staff/import.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def import_preview(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Nothing is written before the button under the preview; it writes exactly what was shown."""
    check_can_manage_organisation(request.user)
    stored, content = imports.find_upload(request.user, uid)
    units = request.GET.get("unit") == "1"
    try:
        if request.method == "POST":
            return _apply(request, stored.name, content, units)
    except (InputRefused, PolicyRefused) as refusal:
        messages.error(request, refusal.message)
    context = imports.preview_context(stored, content, create_units=units, page=request.GET.get("page"))
    return render(request, "staff/import_preview.html", context)


@signed_in
@require_GET
def import_table(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    return exports.attachment(import_template(), exports.XLSX, "templat-pegawai", "xlsx")


@signed_in
@require_GET
def audit(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    form = forms.AuditForm(request.GET)
    page = Paginator(trail(**form.asked()), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [{"entry": entry, "what": in_words(entry.tag)} for entry in page]
    return render(request, "staff/audit.html", {"form": form, "page": page, "rows": rows})


def _apply(request: HttpRequest, name: str, content: bytes, units: bool) -> HttpResponse:
    digest = request.POST.get("digest", "")
    done = apply_import(
        actor=request.user, content=content, digest=digest, create_units=units, file_name=name
    )
    said = _("%(created)s pegawai baru, %(changed)s diperbarui, %(unchanged)s tetap")
    messages.success(
        request, said % {"created": done.created, "changed": done.changed, "unchanged": done.unchanged}
    )
    return redirect("staff:employees")
