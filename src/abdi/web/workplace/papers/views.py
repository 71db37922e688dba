"""Documents on screen: many ordered at once, or one issued, fetched and signed."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.batches.actions import order_batch, remove_batch
from abdi.platform.batches.selectors import batches_of
from abdi.platform.documents.actions import set_emblem
from abdi.platform.verification.actions import issue
from abdi.platform.verification.signing import sign_document
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.papers import forms
from abdi.web.workplace.papers.finding import find_batch, find_sheet
from abdi.web.workplace.papers.page import archive_of, batch_context, batch_rows, paper_context, pdf_of

ON_A_PAGE = 25


@signed_in
@require_http_methods(["GET", "POST"])
def papers(request: HttpRequest) -> HttpResponse:
    form = forms.OrderForm(request.POST or None)
    if form.is_valid() and (made := accepted(form, order_batch, actor=request.user, **form.given())):
        return redirect("workplace:batch", made.uid)
    page = Paginator(batches_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "rows": batch_rows(page)}
    return render(request, "workplace/papers/papers.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def emblem(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = forms.EmblemForm(*sent)
    permit = check_can_manage_organisation
    if form.is_valid() and accepted(form, set_emblem, actor=request.user, permit=permit, **form.given()):
        return redirect("workplace:papers")
    return render(request, "workplace/papers/emblem.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
@require_GET
def batch(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The whole page, or to htmx the part that moves."""
    template = "progress" if request.headers.get("HX-Request") else "batch"
    return render(request, f"workplace/papers/{template}.html", batch_context(find_batch(request, uid)))


@signed_in
@require_GET
def batch_file(request: HttpRequest, uid: UUID) -> FileResponse:
    return archive_of(find_batch(request, uid))


@signed_in
@require_POST
def batch_remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    attempt(request, _("Berkas dihapus"), remove_batch, batch=find_batch(request, uid))
    return redirect("workplace:papers")


@signed_in
@require_GET
def paper(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    sheet = find_sheet(request, kind, uid)
    return render(request, "workplace/papers/paper.html", paper_context(request, sheet))


@signed_in
@require_POST
def paper_issue(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    sheet = find_sheet(request, kind, uid)
    attempt(request, _("Dokumen diterbitkan"), issue, paper=sheet.paper, subject=sheet.subject)
    return redirect("workplace:paper", kind, uid)


@signed_in
@require_GET
def paper_file(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    sheet = find_sheet(request, kind, uid)
    return exports.pdf(pdf_of(sheet), str(sheet.subject))


@sensitive_post_parameters("nik", "passphrase")
@signed_in
@require_POST
def paper_sign(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    sheet, form = find_sheet(request, kind, uid), forms.SignForm(request.POST)
    if form.is_valid() and accepted(
        form,
        sign_document,
        actor=request.user,
        paper=sheet.paper,
        subject=sheet.subject,
        **form.cleaned_data,
    ):
        return redirect("workplace:paper", kind, uid)
    context = paper_context(request, sheet, sign_form=form)
    return render(request, "workplace/papers/paper.html", context, status=422)
