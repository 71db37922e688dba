"""Permohonan at the desk: found, taken up, judged, finished; and a visit that begins here."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.services.requests import actions, permissions
from abdi.services.requests.enums import DocumentStatus
from abdi.web import exports, files
from abdi.web.access import signed_in
from abdi.web.counter.requests import finding, forms, page
from abdi.web.errors import accepted, attempt
from abdi.web.public.tracking.forms import sent_file


@signed_in
@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    permissions.check_can_follow_requests(request.user)
    if request.GET.get("bentuk") == "csv":
        return exports.table("csv", "permohonan", page.header(), page.table_rows(page.asked(request)))
    return render(request, "counter/requests/list.html", page.list_context(request))


@signed_in
@require_http_methods(["GET", "POST"])
def request_new(request: HttpRequest) -> HttpResponse:
    permissions.check_can_open_somewhere(request.user)
    session, ticket = page.at_desk(request)
    first = (
        {"unit": session.counter.unit.uid, "layanan": [ticket.layanan.uid] if ticket else []}
        if session
        else {}
    )
    form = forms.VisitForm(request.POST or None, initial=first, user=request.user)
    if form.is_valid():
        told = {**form.cleaned_data, "layanan": list(form.cleaned_data["layanan"])}
        here = ticket if ticket and ticket.pool.unit == told["unit"] else None
        if made := accepted(form, actions.open_visit, actor=request.user, ticket=here, **told):
            messages.success(request, _("Kunjungan dibuka; berikan kodenya: %s") % made.code)
            return redirect("public:visit", made.code)
    context = {"form": form, "ticket": ticket}
    return render(request, "counter/requests/new.html", context, status=422 if form.errors else 200)


@signed_in
@require_GET
def one_request(request: HttpRequest, uid: UUID) -> HttpResponse:
    context = page.request_context(request, finding.find_permohonan(request, uid))
    return render(request, "counter/requests/one.html", context)


@signed_in
@require_GET
def document(request: HttpRequest, uid: UUID) -> FileResponse:
    found = finding.find_document(request, uid)
    return files.stored(
        found.file, permit=lambda _file: permissions.check_can_see_permohonan(request.user, found.permohonan)
    )


@signed_in
@require_POST
def attach(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = finding.find_document(request, uid)
    permissions.check_can_handle_permohonan(request.user, found.permohonan)
    if file := sent_file(request):
        sent = {"document": found, "content": file, "name": file.name or ""}
        attempt(request, _("Berkas diterima"), actions.attach, **sent)
    return redirect("counter:request", found.permohonan.uid)


@signed_in
@require_POST
def judge(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = finding.find_document(request, uid)
    is_right = request.POST.get("status") == DocumentStatus.SESUAI
    status = DocumentStatus.SESUAI if is_right else DocumentStatus.PERBAIKI
    said = {"status": status, "note": "" if is_right else request.POST.get("note", "")}
    attempt(request, _("Hasil pemeriksaan dicatat"), actions.judge_document, document=found, **said)
    return redirect("counter:request", found.permohonan.uid)


@signed_in
@require_POST
def take_up(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _act(request, uid, _("Permohonan Anda pegang"), actions.take_up)


@signed_in
@require_POST
def give_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    note = request.POST.get("note", "")
    return _act(request, uid, _("Pemohon diberi tahu"), actions.return_for_completion, note=note)


@signed_in
@require_POST
def complete(request: HttpRequest, uid: UUID) -> HttpResponse:
    product = request.FILES.get("product")
    return _act(request, uid, _("Produk diterbitkan"), actions.complete, product=product)


@signed_in
@require_POST
def hand_over(request: HttpRequest, uid: UUID) -> HttpResponse:
    received_by = request.POST.get("received_by", "")
    return _act(request, uid, _("Produk diserahkan"), actions.hand_over, received_by=received_by)


@signed_in
@require_POST
def reject(request: HttpRequest, uid: UUID) -> HttpResponse:
    reason = request.POST.get("reason", "")
    return _act(request, uid, _("Permohonan ditolak; pemohon diberi tahu"), actions.reject, reason=reason)


def _act(request: HttpRequest, uid: UUID, said: str, act: Callable[..., Any], **told: Any) -> HttpResponse:
    one = finding.find_permohonan(request, uid)
    attempt(request, said, act, permohonan=one, **told)
    return redirect("counter:request", one.uid)
