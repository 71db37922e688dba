"""A file of standards between upload and confirmation: kept as handed in, read again for every look at it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from abdi.organisation.permissions import check_can_manage_units
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import CSV, JSON, XLSX
from abdi.platform.files.models import StoredFile
from abdi.platform.files.selectors import open_file
from abdi.services.standards.exchange import Offer, import_drafts, read_offers
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.staff.pages import ask
from abdi.web.staff.standards.forms import UploadForm

PURPOSE = "standards.import"
ASKED = ["GET", "POST"]


@signed_in
@require_http_methods(ASKED)
def upload(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid() and (stored := accepted(form, store_file, **_given(request, form))):
        return redirect("staff:standards_preview", stored.uid)
    up = _("Standar pelayanan"), reverse("staff:standards")
    return ask(request, form, heading=_("Impor standar"), action=_("Lihat pratinjau"), up=up)


@signed_in
@require_http_methods(ASKED)
def preview(request: HttpRequest, uid: UUID) -> HttpResponse:
    check_can_manage_units(request.user)
    stored = get_object_or_404(StoredFile.objects, uid=uid, purpose=PURPOSE)
    try:
        offers, refusal = _offers(request, stored), ""
    except InputRefused as refused:
        offers, refusal = [], refused.message
    said = _("Rancangan standar ditulis dari berkas")
    if request.method == "POST" and offers and attempt(request, said, import_drafts, offers=offers):
        return redirect("staff:standards")
    problems = [problem for one in offers for problem in one.problems]
    context = {"stored": stored, "offers": offers, "problems": problems, "refusal": refusal}
    return render(request, "staff/standards/preview.html", context)


def _given(request: HttpRequest, form: UploadForm) -> dict[str, Any]:
    file = form.cleaned_data["file"]
    return {
        "actor": request.user,
        "content": file,
        "name": file.name,
        "purpose": PURPOSE,
        "accept": [CSV, XLSX, JSON],
    }


def _offers(request: HttpRequest, stored: StoredFile) -> list[Offer]:
    def permit(_stored: StoredFile) -> None:
        if stored.owner_id != request.user.pk:
            raise PermissionRefused(_("Berkas ini diunggah orang lain; unggah berkas Anda sendiri."))

    with open_file(stored, permit=permit) as content:
        return read_offers(request.user, content.read(), stored.name)
