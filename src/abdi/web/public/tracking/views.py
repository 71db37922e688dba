"""One code, and everything that became of the errand; or an errand that begins at home."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.platform.verification.selectors import present_version
from abdi.services.requests import actions
from abdi.services.requests.papers import PRODUK
from abdi.services.standards.selectors import standar_in_force
from abdi.web import files
from abdi.web.errors import accepted, attempt
from abdi.web.public.catalogue.page import find_layanan
from abdi.web.public.qr import qr
from abdi.web.public.tracking import finding, forms
from abdi.web.public.tracking.showing import invitations, shown_of


@require_GET
def track(request: HttpRequest) -> HttpResponse:
    form = forms.TrackForm(request.GET or None)
    if form.is_valid():
        return redirect(finding.address_of(form.cleaned_data["kode"]))
    status = 422 if form.errors else 200
    return render(request, "public/tracking/track.html", {"form": form, "is_unknown": False}, status=status)


@require_GET
def visit(request: HttpRequest, code: str) -> HttpResponse:
    found = finding.visit_or_none(code)
    if found is None:
        context = {"form": forms.TrackForm(), "is_unknown": True}
        return render(request, "public/tracking/track.html", context, status=404)
    address = request.build_absolute_uri(request.path)
    every = shown_of(found)
    context = {"visit": found, "all": every, "qr": qr(address), "surveys": invitations(request, every)}
    return render(request, "public/tracking/visit.html", context)


@require_http_methods(["GET", "POST"])
def apply(request: HttpRequest) -> HttpResponse:
    if not request.GET.get("layanan"):
        return redirect("public:catalogue")
    layanan = find_layanan(request.GET["layanan"])
    form = forms.ApplyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        asked = {"unit": layanan.unit, "layanan": [layanan], **form.cleaned_data}
        if made := accepted(form, actions.open_visit, actor=public_user(), **asked):
            return redirect("public:visit", made.code)
    standar = standar_in_force(layanan, timezone.localdate())
    context = {"form": form, "layanan": layanan, "standar": standar}
    return render(request, "public/tracking/apply.html", context, status=422 if form.errors else 200)


@require_POST
def attach(request: HttpRequest, code: str, number: int, paper: int) -> HttpResponse:
    document, file = finding.find_document(code, number, paper), forms.sent_file(request)
    if file:
        sent = {"document": document, "content": file, "name": file.name or ""}
        attempt(request, _("Berkas diterima"), actions.attach, actor=public_user(), **sent)
    return redirect("public:visit", document.permohonan.visit.code)


@require_POST
def resubmit(request: HttpRequest, code: str, number: int) -> HttpResponse:
    one = finding.find_permohonan(code, number)
    said = _("Terima kasih; petugas melanjutkan permohonan Anda")
    attempt(request, said, actions.resubmit, actor=public_user(), permohonan=one)
    return redirect("public:visit", one.visit.code)


@require_POST
def cancel(request: HttpRequest, code: str, number: int) -> HttpResponse:
    one = finding.find_permohonan(code, number)
    said = _("Permohonan dibatalkan")
    attempt(request, said, actions.cancel_permohonan, actor=public_user(), permohonan=one)
    return redirect("public:visit", one.visit.code)


@require_GET
def product(_request: HttpRequest, code: str, number: int) -> FileResponse:
    """The very bytes that were issued; the code in the address is the permission."""
    issued = present_version(PRODUK, finding.find_permohonan(code, number))
    return files.stored(issued.latest_file if issued else None, permit=lambda _file: None)
