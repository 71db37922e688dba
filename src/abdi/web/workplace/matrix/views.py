"""The matrix on screen: the grid, who is invited, and what comes of a cell."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.permissions import acting_employee
from abdi.planning.matrix import actions
from abdi.planning.matrix.printing import matrix_pdf
from abdi.planning.matrix.selectors import candidates_of, matrices_of
from abdi.planning.selectors import skp_of
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_one_of, find_skp
from abdi.web.workplace.matrix import forms
from abdi.web.workplace.matrix.finding import find_cell, find_matrix, find_matrix_to_fill, find_member
from abdi.web.workplace.matrix.page import matrix_context
from abdi.web.workplace.matrix.saving import saved

ON_A_PAGE = 20


@signed_in
@require_GET
def matrix_list(request: HttpRequest) -> HttpResponse:
    """Those one divides oneself, and those one has a part in."""
    employee = acting_employee(request.user)
    page = Paginator(skp_of(employee), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "parts": list(matrices_of(employee)[:ON_A_PAGE]),
        "candidates": list(candidates_of(employee)[:ON_A_PAGE]),
    }
    return render(request, "workplace/matrix/list.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def matrix(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp, only = find_matrix(request, uid)
    if request.method == "POST" and saved(request, skp):
        return redirect(request.get_full_path())
    typed = request.POST if request.method == "POST" else None
    context = matrix_context(request, skp, only, typed)
    return render(request, "workplace/matrix/matrix.html", context, status=409 if typed else 200)


@signed_in
@require_GET
def paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    return exports.pdf(matrix_pdf(skp), f"matriks {skp}")


@signed_in
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The name by GET, the person of that name by POST."""
    skp = find_matrix_to_fill(request, uid)
    words = request.GET.get("q", "").strip()
    search = forms.PersonSearchForm(request.GET or None)
    form = forms.InviteForm(request.POST or None, words=words)
    if form.is_valid() and accepted(form, actions.invite, actor=request.user, skp=skp, **form.cleaned_data):
        return redirect("workplace:matrix", uid=skp.uid)
    context = {"skp": skp, "search": search, "form": form, "words": words}
    return render(request, "workplace/matrix/invite.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def dismiss(request: HttpRequest, uid: UUID) -> HttpResponse:
    member = find_member(request, uid)
    attempt(request, _("%s keluar dari matriks") % member.employee, actions.dismiss, member=member)
    return redirect("workplace:matrix", uid=member.skp.uid)


@signed_in
@require_POST
def accept(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Into the plan the form names, one of the person's own."""
    cell = find_cell(request, uid)
    skp = find_one_of(skp_of(cell.employee), request.POST.get("skp", ""))
    attempt(request, _("RHK ditambahkan ke SKP"), actions.accept_candidate, cell=cell, skp=skp)
    return redirect("workplace:skp_detail", uid=skp.uid)


@signed_in
@require_POST
def follow(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    attempt(request, _("Acuan mengikuti SKP pimpinan"), actions.follow_changes, skp=skp)
    return redirect("workplace:skp_detail", uid=skp.uid)
