"""The road of a standar on screen: each step is one form or one button."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.permissions import check_can_manage_units
from abdi.services.standards import actions
from abdi.services.standards.models import Standar
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.staff.pages import Link, ask, ask_for
from abdi.web.staff.standards import forms, listing

ASKED, ON_A_PAGE = ["GET", "POST"], 25


@signed_in
@require_GET
def standards(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    page = Paginator(listing.layanan_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/standards/list.html", {"page": page, "rows": listing.rows(page)})


@signed_in
@require_GET
def standar(request: HttpRequest, uid: UUID) -> HttpResponse:
    context = listing.standar_context(listing.find_standar(request.user, uid), timezone.localdate())
    return render(request, "staff/standards/standar.html", context)


@signed_in
@require_POST
def standar_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    layanan = listing.find_layanan(request.user, uid)
    made = attempt(request, _("Rancangan dibuka"), actions.draft_standar, layanan=layanan)
    return redirect("staff:standar_change", made.uid) if made else redirect("staff:standards")


@signed_in
@require_http_methods(ASKED)
def standar_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = listing.find_standar(request.user, uid)
    form = forms.StandarForm(request.POST or None, standar=one)
    if form.is_valid() and accepted(
        form, actions.change_standar, actor=request.user, standar=one, fields=form.cleaned_data
    ):
        return redirect("staff:standar", uid)
    return ask(request, form, heading=_("Isi standar"), action=_("Simpan"), up=_up(one), lead=str(one))


@signed_in
@require_http_methods(ASKED)
def standar_minutes(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = listing.find_standar(request.user, uid)
    form = forms.MinutesForm(request.POST or None, standar=one)
    act = partial(actions.record_berita_acara, standar=one)
    page = {"heading": _("Berita acara"), "action": _("Simpan berita acara"), "up": _up(one)}
    return ask_for(request, form, act, **page)


@signed_in
@require_POST
def standar_publish(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = listing.find_standar(request.user, uid)
    attempt(request, _("Rancangan dipublikasikan"), actions.publish, standar=one)
    return redirect("staff:standar", uid)


@signed_in
@require_http_methods(ASKED)
def standar_set(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = listing.find_standar(request.user, uid)
    form = forms.DecreeForm(request.POST or None)
    page = {"heading": _("Tetapkan standar"), "action": _("Tetapkan"), "up": _up(one)}
    return ask_for(request, form, partial(actions.set_standar, standar=one), **page)


@signed_in
@require_http_methods(ASKED)
def standar_adopt(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = listing.find_standar(request.user, uid)
    form = forms.DecreeForm(request.POST or None)
    lead = _("Untuk standar yang sudah ditetapkan dengan keputusan sebelum instansi memakai Abdi.")
    page = {"heading": _("Catat standar yang sudah ada"), "action": _("Catat"), "up": _up(one), "lead": lead}
    return ask_for(request, form, partial(actions.adopt_standar, standar=one), **page)


@signed_in
@require_http_methods(ASKED)
def standar_withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = listing.find_standar(request.user, uid)
    form = forms.WithdrawForm(request.POST or None, initial={"last_day": timezone.localdate()})
    page = {"heading": _("Cabut standar"), "action": _("Cabut"), "up": _up(one), "lead": str(one)}
    return ask_for(request, form, partial(actions.withdraw, standar=one), **page)


@signed_in
@require_http_methods(ASKED)
def standar_review(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = listing.find_standar(request.user, uid)
    form = forms.ReviewForm(request.POST or None)
    page = {"heading": _("Catat evaluasi atau peninjauan"), "action": _("Simpan"), "up": _up(one)}
    return ask_for(request, form, partial(actions.record_review, standar=one), **page)


@signed_in
@require_http_methods(ASKED)
def comment_answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = listing.find_comment(request.user, uid)
    form = forms.AnswerForm(request.POST or None)
    page = {"heading": _("Jawab tanggapan"), "action": _("Simpan jawaban"), "up": _up(found.standar)}
    return ask_for(request, form, partial(actions.answer_comment, comment=found), **page, lead=found.text)


@signed_in
@require_http_methods(ASKED)
def maklumat_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    unit = listing.find_unit(request.user, uid)
    form = forms.MaklumatForm(request.POST or None, unit=unit)
    page = {"heading": _("Maklumat %s") % unit, "action": _("Publikasikan maklumat"), "up": _standards()}
    return ask_for(request, form, partial(actions.publish_maklumat, unit=unit), **page)


def _up(one: Standar) -> Link:
    return str(one), reverse("staff:standar", args=[one.uid])


def _standards() -> Link:
    return _("Standar pelayanan"), reverse("staff:standards")
