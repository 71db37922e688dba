"""One person's year: versions of a plan, its copy, a move, an absence."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.planning.printing import skp_sheet
from abdi.planning.versions import actions as absences
from abdi.planning.versions.policies import who_assesses
from abdi.planning.year import actions
from abdi.planning.year.selectors import transfer_day
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.workplace.finding import find_skp
from abdi.web.workplace.year import finding, forms, page

ASKED = ["GET", "POST"]


@signed_in
@require_GET
def versions(request: HttpRequest, uid: UUID) -> HttpResponse:
    context = page.versions_context(find_skp(request, uid), request.GET.dict())
    return render(request, "workplace/year/versions.html", context)


@signed_in
@require_GET
def version_paper(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    version = finding.find_version(request, uid, number)
    return exports.pdf(skp_sheet(version.content, title=str(version), at=version.agreed_at), str(version))


@signed_in
@require_http_methods(ASKED)
def copy(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = finding.skp_to_carry(request, uid)
    form = forms.CopyForm(request.POST or None, skp=skp)
    if form.is_valid():
        made = accepted(form, actions.copy_skp, actor=request.user, source=skp, **form.cleaned_data)
        if made:
            for note in made.notes:
                messages.warning(request, note)
            messages.success(request, _("SKP disalin sebagai draf; periksa target tahun ini"))
            return redirect("workplace:skp_detail", made.skp.uid)
    words = _("Salin SKP"), _("Salin sebagai draf")
    lead = _("RHK, IKI, ekspektasi, dan lampiran ikut; realisasi tidak.")
    return _ask(request, form, words, lead, (str(skp), reverse("workplace:skp_detail", args=[skp.uid])))


@signed_in
@require_http_methods(ASKED)
def split(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = finding.skp_to_carry(request, uid)
    form = forms.SplitForm(request.POST or None, initial={"day": transfer_day(skp)})
    if form.is_valid():
        made = accepted(form, actions.split_at_transfer, actor=request.user, skp=skp, **form.cleaned_data)
        if made:
            messages.success(request, _("SKP jabatan lama diakhiri; susun SKP di jabatan baru"))
            return redirect("workplace:skp_detail", made.uid)
    words = _("Pindah jabatan"), _("Akhiri dan mulai SKP baru")
    lead = _(
        "SKP jabatan lama berakhir sehari sebelumnya dan tetap dinilai untuk masanya; nilai setahun disarankan "
        "proporsional menurut lama di tiap jabatan (PP 30/2019 Ps 24 dan 36)."
    )
    return _ask(request, form, words, lead, (str(skp), reverse("workplace:skp_detail", args=[skp.uid])))


@signed_in
@require_http_methods(ASKED)
def absences_of(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.find_colleague(request, uid)
    form = forms.AbsenceForm(request.POST or None)
    if form.is_valid() and accepted(
        form, absences.note_absence, actor=request.user, employee=employee, **form.cleaned_data
    ):
        return redirect("workplace:year_absences", employee.uid)
    rows = [{"one": one, "note": who_assesses(one)} for one in employee.absences.all()]
    context = {"employee": employee, "form": form, "rows": rows, "today": timezone.localdate()}
    return render(request, "workplace/year/absences.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(ASKED)
def absence_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    absence = finding.find_absence(request, uid)
    form = forms.EndAbsenceForm(request.POST or None, initial={"last_day": timezone.localdate()})
    up = absence.employee.name, reverse("workplace:year_absences", args=[absence.employee.uid])
    if form.is_valid() and accepted(
        form, absences.end_absence, actor=request.user, absence=absence, **form.cleaned_data
    ):
        return redirect(up[1])
    words = _("Akhiri keadaan"), _("Simpan")
    return _ask(request, form, words, absence.get_kind_display(), up)


def _ask(
    request: HttpRequest, form: Form, words: tuple[str, str], lead: str, up: tuple[str, str]
) -> HttpResponse:
    """One question; `words`: heading and button, `up`: where it belongs."""
    context = {"form": form, "heading": words[0], "action": words[1], "lead": lead, "up": up}
    return render(request, "workplace/year/ask.html", context, status=422 if form.errors else 200)
