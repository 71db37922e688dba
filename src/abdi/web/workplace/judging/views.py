"""Judging on screen: the leader's list, one evaluation for both sides, and why a number is what it is."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from abdi.evaluation import actions
from abdi.evaluation.contest.permissions import can_contest
from abdi.evaluation.models import Evaluation
from abdi.evaluation.printing import dokumen_evaluasi_pdf, evaluasi_pdf
from abdi.evaluation.results import indicators_of
from abdi.evaluation.selectors import assessed
from abdi.organisation.permissions import acting_employee
from abdi.planning.models import Skp
from abdi.planning.selectors import periods_within, started_periods, without_skp
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_evaluation, find_one_of, find_realisation, find_skp
from abdi.web.workplace.judging import forms
from abdi.web.workplace.judging.page import evaluation_context
from abdi.web.workplace.judging.team import HEADER, team_rows, team_table
from abdi.web.workplace.judging.why import why_context

ON_A_PAGE = 25


@signed_in
@require_GET
def team(request: HttpRequest) -> HttpResponse:
    today, leader = timezone.localdate(), acting_employee(request.user)
    form = forms.ListForm(request.GET, periods=started_periods(today))
    period = form.period()
    found = assessed(leader, period, **form.asked()) if period else Skp.objects.none()
    if request.GET.get("format") in {"csv", "xlsx"}:
        return exports.table(request.GET["format"], f"penilaian {period}", HEADER, team_table(found))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "period": period,
        "page": page,
        "rows": team_rows(page.object_list),
        "without": list(without_skp(leader, period.end if period else today)[:ON_A_PAGE]),
    }
    return render(request, "workplace/team.html", context)


@signed_in
@require_POST
def open_evaluation(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    period = find_one_of(periods_within(skp, timezone.localdate()), request.POST.get("period", ""))
    one = attempt(request, _("Evaluasi dibuka"), actions.open_evaluation, skp=skp, period=period)
    return redirect(_url(one) if one else reverse("workplace:skp_detail", args=[skp.uid]))


@signed_in
@require_GET
def evaluation(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, find_evaluation(request, uid))


@signed_in
@require_POST
def measure_again(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_evaluation(request, uid)
    attempt(request, _("Diukur ulang dari fakta"), actions.take_measurements, evaluation=one)
    return redirect(_url(one))


@signed_in
@require_POST
def report(request: HttpRequest, uid: UUID, iki: UUID) -> HttpResponse:
    one = find_evaluation(request, uid)
    indicator = find_one_of(indicators_of(one), iki)
    form = forms.RealisationForm(request.POST, iki=indicator, realisation=None)
    if form.is_valid() and accepted(
        form, actions.report_realisation, actor=request.user, evaluation=one, iki=indicator, **form.given()
    ):
        return redirect(_url(one))
    return _page(request, one, 422, realisation=form)


@signed_in
@require_POST
def feedback(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_evaluation(request, uid)
    form = forms.FeedbackForm(request.POST, evaluation=one)
    if form.is_valid() and accepted(
        form,
        actions.give_feedback,
        actor=request.user,
        evaluation=one,
        results=form.results(),
        perilaku=form.perilaku(),
    ):
        return redirect(_url(one))
    return _page(request, one, 422, feedback=form)


@signed_in
@require_POST
def rate(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep the draft; with the other button, set the predikat on it. A refused decision leaves the draft."""
    one, form = find_evaluation(request, uid), forms.RatingForm(request.POST)
    kept = form.is_valid() and accepted(
        form, actions.give_ratings, actor=request.user, evaluation=one, **form.cleaned_data
    )
    if kept and request.POST.get("act") == "decide":
        kept = accepted(form, actions.decide_predikat, actor=request.user, evaluation=one)
    return redirect(_url(one)) if kept else _page(request, one, 422, rating=form)


@signed_in
@require_GET
def paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_evaluation(request, uid)
    return exports.pdf(evaluasi_pdf(one), str(one))


@signed_in
@require_GET
def summary_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_evaluation(request, uid)
    return exports.pdf(dokumen_evaluasi_pdf(one), f"Dokumen {one}")


@signed_in
@require_GET
def why(request: HttpRequest, uid: UUID) -> HttpResponse:
    realisation = find_realisation(request, uid)
    may_contest = can_contest(request.user, realisation.evaluation)
    context = {**why_context(realisation, request.GET.get("page")), "may_contest": may_contest}
    return render(request, "workplace/why.html", context)


def _page(request: HttpRequest, one: Evaluation, status: int = 200, **bound: object) -> HttpResponse:
    return render(
        request, "workplace/evaluation.html", evaluation_context(request, one, **bound), status=status
    )


def _url(one: Evaluation) -> str:
    return reverse("workplace:evaluation", args=[one.uid])
