"""What the survey tells: periods, their figures, the plan that follows, and publishing."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.permissions import check_can_manage_organisation, check_can_manage_units
from abdi.voice.surveys import actions as surveys_actions
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.permissions import check_can_set_up_surveys
from abdi.voice.surveys.publication import actions, permissions, selectors
from abdi.voice.surveys.selectors import instrument_in_use
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.staff.pages import Link, ask, ask_for
from abdi.web.staff.surveys import forms, page

ON_A_PAGE = 25


@signed_in
@require_GET
def surveys(request: HttpRequest) -> HttpResponse:
    permissions.check_can_see_surveys(request.user)
    found = Paginator(selectors.periods_seen(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = page.list_context(request.user, timezone.localdate()) | {"page": found}
    return render(request, "staff/surveys/list.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def instrument(request: HttpRequest) -> HttpResponse:
    check_can_set_up_surveys(request.user)
    kept = model_to_dict(instrument_in_use(), forms.InstrumentForm.base_fields)
    form = forms.InstrumentForm(request.POST or None, initial=kept)
    if form.is_valid():
        settings = surveys_actions.InstrumentSettings(**form.cleaned_data)
        act = surveys_actions.change_instrument
        if accepted(form, act, actor=request.user, settings=settings):
            return redirect("staff:surveys")
    lead = _("Sembilan unsur sudah ada; di sini urutannya dan yang ditanyakan selain itu.")
    return ask(request, form, heading=_("Instrumen survei"), action=_("Simpan"), up=_up(), lead=lead)


@signed_in
@require_http_methods(["GET", "POST"])
def weighing(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    form = forms.WeighingForm(request.POST or None, initial={"weighing": selectors.weighing_in_use()})
    page_words = {"heading": _("Angka instansi"), "action": _("Simpan"), "up": _up()}
    return ask_for(request, form, actions.choose_weighing, **page_words)


@signed_in
@require_http_methods(["GET", "POST"])
def period_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    form = forms.PeriodForm(request.POST or None, user=request.user)
    lead = _("Sampel yang diperlukan dihitung dari perkiraan pengguna layanan.")
    page_words = {"heading": _("Periode survei baru"), "action": _("Buka periode"), "up": _up(), "lead": lead}
    return ask_for(request, form, surveys_actions.open_period, **page_words)


@signed_in
@require_GET
def period(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = page.find_period(uid)
    permissions.check_can_see_results(request.user, one.unit)
    return render(request, "staff/surveys/period.html", page.period_context(request.user, one))


@signed_in
@require_http_methods(["GET", "POST"])
def period_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = page.find_period(uid)
    check_can_set_up_surveys(request.user, one.unit)
    kept = {"first": one.first, "last": one.last, "population": one.population}
    form = forms.ChangeForm(request.POST or None, initial=kept)
    page_words = {"heading": _("Ubah periode"), "action": _("Simpan"), "up": _up_to(one)}
    return ask_for(request, form, partial(surveys_actions.change_period, period=one), **page_words)


@signed_in
@require_POST
def publish(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = page.find_period(uid)
    permissions.check_can_publish(request.user, one.unit)
    attempt(request, _("Hasil survei dipublikasikan."), actions.publish, period=one)
    return redirect("staff:survey_period", one.uid)


@signed_in
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = page.find_period(uid)
    permissions.check_can_keep_plan(request.user, one.unit)
    start = {"unsur": request.GET.get("unsur", ""), **forms.next_quarter()}
    form = forms.PlanForm(request.POST or None, initial=start)
    page_words = {"heading": _("Rencana tindak lanjut"), "action": _("Tambahkan"), "up": _up_to(one)}
    return ask_for(request, form, partial(actions.plan, period=one), **page_words)


@signed_in
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, uid: UUID) -> HttpResponse:
    row = page.find_follow_up(uid)
    permissions.check_can_keep_plan(request.user, row.period.unit)
    form = forms.ProgressForm(request.POST or None, initial={"progress": row.progress, "note": row.note})
    page_words = {
        "heading": _("Kemajuan"),
        "action": _("Simpan"),
        "up": _up_to(row.period),
        "lead": row.action,
    }
    return ask_for(request, form, partial(actions.tell_progress, follow_up=row), **page_words)


@signed_in
@require_GET
def export(request: HttpRequest, uid: UUID, kind: str) -> HttpResponse:
    one = page.find_period(uid)
    permissions.check_can_keep_plan(request.user, one.unit)
    return exports.table(kind, f"survei {one}", page.header(), page.raw_rows(one))


def _up() -> Link:
    return _("Survei"), reverse("staff:surveys")


def _up_to(one: SurveyPeriod) -> Link:
    return str(one), reverse("staff:survey_period", args=[one.uid])
