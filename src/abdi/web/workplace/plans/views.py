"""SKP on screen: list, draft, detail, and what moves it on."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.permissions import acting_employee
from abdi.planning import actions, permissions
from abdi.planning.models import Skp
from abdi.planning.policies import check_editable, check_ekspektasi_open
from abdi.planning.printing import skp_pdf
from abdi.planning.selectors import skp_of
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_iki, find_rhk, find_skp
from abdi.web.workplace.plans import forms
from abdi.web.workplace.plans.indicator import indicator_page
from abdi.web.workplace.plans.page import TONES, skp_context

ON_A_PAGE = 25


@signed_in
@require_GET
def skp_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(skp_of(acting_employee(request.user)), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [{"skp": skp, "tone": TONES[skp.status]} for skp in page]
    return render(request, "workplace/skp_list.html", {"page": page, "rows": rows})


@signed_in
@require_http_methods(["GET", "POST"])
def skp_new(request: HttpRequest) -> HttpResponse:
    form = forms.SkpForm(request.POST or None)
    employee = acting_employee(request.user)
    if form.is_valid():
        skp = accepted(form, actions.draft_skp, actor=request.user, employee=employee, **form.cleaned_data)
        if skp:
            return redirect(skp_url(skp))
    status = 422 if form.errors else 200
    return render(request, "workplace/skp_new.html", {"form": form, "employee": employee}, status=status)


@signed_in
@require_GET
def skp_detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    return render(request, "workplace/skp.html", skp_context(request, find_skp(request, uid)))


@signed_in
@require_GET
def skp_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    return exports.pdf(skp_pdf(skp), str(skp))


@signed_in
@require_http_methods(["GET", "POST"])
def rhk_add(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = _open_to_edit(request, uid)
    form = forms.RhkForm(request.POST or None, skp=skp)
    if form.is_valid() and accepted(form, actions.add_rhk, actor=request.user, skp=skp, **form.cleaned_data):
        return redirect(skp_url(skp))
    context = {
        "skp": skp,
        "form": form,
        "heading": _("Tambah rencana hasil kerja"),
        "action": _("Tambahkan RHK"),
    }
    return render(request, "workplace/skp_part.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def rhk_remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    rhk = find_rhk(request, uid)
    attempt(request, _("RHK dihapus"), actions.remove_rhk, rhk=rhk)
    return redirect(skp_url(rhk.skp))


@signed_in
@require_http_methods(["GET", "POST"])
def rhk_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    rhk = find_rhk(request, uid)
    _check_open(request, rhk.skp)
    form = forms.RhkTextForm(request.POST or None, initial={"text": rhk.text})
    if form.is_valid() and accepted(
        form, actions.change_rhk, actor=request.user, rhk=rhk, **form.cleaned_data
    ):
        return redirect(skp_url(rhk.skp))
    context = {"skp": rhk.skp, "form": form, "heading": _("Ubah rencana hasil kerja"), "action": _("Simpan")}
    return render(request, "workplace/skp_part.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def iki_add(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Two steps on one address: by GET where it starts from, which suggests the rest; the indicator by POST."""
    rhk = find_rhk(request, uid)
    _check_open(request, rhk.skp)
    page = indicator_page(request, rhk)
    form = page["form"]
    if page["checking"] or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "workplace/iki_new.html", page, status=status)
    if accepted(form, actions.add_iki, actor=request.user, rhk=rhk, fields=form.described()):
        return redirect(skp_url(rhk.skp))
    return render(request, "workplace/iki_new.html", page, status=422)


@signed_in
@require_http_methods(["GET", "POST"])
def iki_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    iki = find_iki(request, uid)
    skp = iki.rhk.skp
    _check_open(request, skp)
    form = forms.IkiForm(request.POST or None, initial=forms.described(iki), skp=skp)
    if form.is_valid() and accepted(
        form, actions.change_iki, actor=request.user, iki=iki, fields=form.described()
    ):
        return redirect(skp_url(skp))
    context = {"skp": skp, "form": form, "heading": _("Ubah indikator (IKI)"), "action": _("Simpan")}
    return render(request, "workplace/skp_part.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def iki_remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    iki = find_iki(request, uid)
    attempt(request, _("IKI dihapus"), actions.remove_iki, iki=iki)
    return redirect(skp_url(iki.rhk.skp))


@signed_in
@require_http_methods(["GET", "POST"])
def ekspektasi(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    permissions.check_can_set_ekspektasi(request.user, skp)
    check_ekspektasi_open(skp, by_leader=permissions.can_decide_skp(request.user, skp))
    form = forms.EkspektasiForm(request.POST or None, skp=skp)
    if form.is_valid() and accepted(
        form, actions.set_ekspektasi, actor=request.user, skp=skp, texts=form.cleaned_data
    ):
        return redirect(skp_url(skp))
    context = {
        "skp": skp,
        "form": form,
        "heading": _("Ekspektasi perilaku kerja"),
        "action": _("Simpan ekspektasi"),
    }
    return render(request, "workplace/skp_part.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def annex(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = _open_to_edit(request, uid)
    form = forms.AnnexForm(request.POST or None, skp=skp)
    if form.is_valid():
        actions.set_annex(actor=request.user, skp=skp, lists=form.lists())
        return redirect(skp_url(skp))
    context = {"skp": skp, "form": form, "heading": _("Lampiran SKP"), "action": _("Simpan lampiran")}
    return render(request, "workplace/skp_part.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def submit(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    attempt(request, _("SKP diajukan kepada %s") % skp.pejabat_penilai, actions.submit_skp, skp=skp)
    return redirect(skp_url(skp))


@signed_in
@require_POST
def agree(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    attempt(request, _("SKP %s disepakati") % skp.employee, actions.agree_skp, skp=skp)
    return redirect(skp_url(skp))


@signed_in
@require_POST
def give_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp, form = find_skp(request, uid), forms.RemarksForm(request.POST)
    if form.is_valid() and accepted(
        form, actions.return_skp, actor=request.user, skp=skp, **form.cleaned_data
    ):
        return redirect(skp_url(skp))
    return render(request, "workplace/skp.html", skp_context(request, skp, remarks_form=form), status=422)


@signed_in
@require_POST
def reopen(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp, form = find_skp(request, uid), forms.ReasonForm(request.POST)
    if form.is_valid() and accepted(
        form, actions.reopen_skp, actor=request.user, skp=skp, **form.cleaned_data
    ):
        return redirect(skp_url(skp))
    return render(request, "workplace/skp.html", skp_context(request, skp, reason_form=form), status=422)


def skp_url(skp: Skp) -> str:
    return reverse("workplace:skp_detail", args=[skp.uid])


def _open_to_edit(request: HttpRequest, uid: UUID) -> Skp:
    skp = find_skp(request, uid)
    _check_open(request, skp)
    return skp


def _check_open(request: HttpRequest, skp: Skp) -> None:
    permissions.check_can_edit_skp(request.user, skp)
    check_editable(skp)
