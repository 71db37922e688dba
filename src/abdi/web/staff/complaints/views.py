"""Complaints as those see them who have to do something about them."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from abdi.voice.complaints.actions import view_identity
from abdi.voice.complaints.permissions import can_see, check_can_follow_complaints, check_can_view_identity
from abdi.voice.complaints.vault import words_of
from abdi.web import exports, files
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.staff.complaints import inbox
from abdi.web.staff.complaints.finding import find_complaint, find_photo
from abdi.web.staff.complaints.forms import IdentityForm
from abdi.web.staff.complaints.page import complaint_context
from abdi.web.staff.complaints.statistics import figures
from abdi.web.staff.complaints.verbs import form_of, powers_of, verb_offered


@signed_in
@require_GET
def complaints(request: HttpRequest) -> HttpResponse:
    check_can_follow_complaints(request.user)
    if request.GET.get("bentuk") == "csv":
        return exports.table("csv", "pengaduan", *inbox.table_of(request))
    return render(request, "staff/complaints/list.html", inbox.list_context(request))


@signed_in
@require_POST
def complaints_verify(request: HttpRequest) -> HttpResponse:
    check_can_follow_complaints(request.user)
    form = inbox.ManyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Pilih kategori dan kelas untuk laporan yang dicentang."))
        return redirect("staff:complaints")
    done, refused = inbox.verify_many(request, form)
    if done:
        said = ngettext("%d laporan diverifikasi", "%d laporan diverifikasi", done) % done
        messages.success(request, said)
    for sentence in refused or ([] if done else [_("Centang dahulu laporan yang akan diverifikasi.")]):
        messages.error(request, sentence)
    return redirect("staff:complaints")


@signed_in
@require_GET
def complaint(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_complaint(request, uid)
    return render(request, "staff/complaints/one.html", complaint_context(request.user, one))


@signed_in
@require_POST
def complaint_do(request: HttpRequest, uid: UUID, verb: str) -> HttpResponse:
    one = find_complaint(request, uid)
    powers = powers_of(request.user, one)
    chosen = verb_offered(verb, one, powers)
    form = form_of(chosen, one, request.user, powers, request.POST)
    if form.is_valid() and accepted(form, chosen.act, actor=request.user, complaint=one, **form.cleaned_data):
        messages.success(request, chosen.said)
        return (
            redirect("staff:complaint", uid) if can_see(request.user, one) else redirect("staff:complaints")
        )
    context = complaint_context(request.user, find_complaint(request, uid), (chosen, form))
    return render(request, "staff/complaints/one.html", context, status=422)


@signed_in
@require_POST
def complaint_identity(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Shown once, in the answer itself: no address leads back to it, and each look has a reason of its own."""
    one = find_complaint(request, uid)
    check_can_view_identity(request.user, one)
    form = IdentityForm(request.POST)
    if not form.is_valid() or not (
        found := accepted(form, view_identity, actor=request.user, complaint=one, **form.cleaned_data)
    ):
        context = complaint_context(request.user, one) | {"identity_form": form}
        return render(request, "staff/complaints/one.html", context, status=422)
    identity = None if found is True else found
    context = {"one": one, "identity": identity, "words": words_of(identity) if identity else {}}
    shown = render(request, "staff/complaints/identity.html", context)
    shown.headers["Cache-Control"] = "private, no-store"
    return shown


@signed_in
@require_GET
def complaint_photo(request: HttpRequest, uid: UUID, number: int) -> FileResponse:
    """The small copy with ?kecil."""
    photo = find_photo(request, uid, number)
    return files.stored(photo.thumb if "kecil" in request.GET else photo.file, permit=lambda _file: None)


@signed_in
@require_GET
def complaint_statistics(request: HttpRequest) -> HttpResponse:
    check_can_follow_complaints(request.user)
    return render(request, "staff/complaints/statistics.html", figures(request))
