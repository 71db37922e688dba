"""The organisation's result and the spread of predikat below it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from abdi.evaluation.organisation_result import actions
from abdi.evaluation.organisation_result.permissions import check_can_list_results, units_seen
from abdi.evaluation.organisation_result.selectors import standings
from abdi.organisation.models import Unit
from abdi.planning.models import Period
from abdi.planning.selectors import started_periods
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.workplace.calibration import forms
from abdi.web.workplace.calibration.finding import find_unit
from abdi.web.workplace.calibration.spread import result_rows, unit_context

ON_A_PAGE = 25


@signed_in
@require_GET
def results(request: HttpRequest) -> HttpResponse:
    check_can_list_results(request.user)
    form = forms.PeriodForm(request.GET, periods=started_periods(timezone.localdate()))
    period = form.period()
    found = standings(units_seen(request.user), period, words=form.words()) if period else Unit.objects.none()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "period": period, "page": page, "rows": result_rows(page.object_list)}
    return render(request, "workplace/calibration/results.html", context)


@signed_in
@require_GET
def unit(request: HttpRequest, uid: UUID, period: UUID) -> HttpResponse:
    return _page(request, *find_unit(request, uid, period))


@signed_in
@require_POST
def decide(request: HttpRequest, uid: UUID, period: UUID) -> HttpResponse:
    one, when = find_unit(request, uid, period)
    form = forms.ResultForm(request.POST)
    if form.is_valid() and accepted(
        form,
        actions.decide_organisation_result,
        actor=request.user,
        unit=one,
        period=when,
        **form.cleaned_data,
    ):
        return redirect("workplace:organisation_result", one.uid, when.uid)
    return _page(request, one, when, 422, form)


def _page(
    request: HttpRequest, one: Unit, period: Period, status: int = 200, form: forms.ResultForm | None = None
) -> HttpResponse:
    context = unit_context(request, one, period, form)
    return render(request, "workplace/calibration/unit.html", context, status=status)
