"""Periods: which are open, one more, a whole year at once."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.planning import actions
from abdi.planning.permissions import check_can_manage_periods
from abdi.planning.selectors import annual_periods
from abdi.planning.years import open_year
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.staff.pages import ask_for
from abdi.web.staff.periods import forms, listing

ON_A_PAGE, A_WEEK, TWO_WEEKS = 50, 7, 14


@signed_in
@require_GET
def periods(request: HttpRequest) -> HttpResponse:
    check_can_manage_periods(request.user)
    today = timezone.localdate()
    usual = {"year": next_year(today), "filing_days": A_WEEK, "assessor_days": TWO_WEEKS}
    return _list(request, forms.YearForm(initial=usual))


@signed_in
@require_POST
def year_open(request: HttpRequest) -> HttpResponse:
    check_can_manage_periods(request.user)
    form = forms.YearForm(request.POST)
    if form.is_valid() and accepted(form, open_year, actor=request.user, **form.cleaned_data):
        messages.success(request, _("Tahun %(year)s dibuka dengan empat triwulan") % form.cleaned_data)
        return redirect("staff:periods")
    return _list(request, form)


@signed_in
@require_http_methods(["GET", "POST"])
def period_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_periods(request.user)
    form = forms.PeriodForm(request.POST or None)
    up = _("Periode"), reverse("staff:periods")
    page = {"heading": _("Periode baru"), "action": _("Buka periode"), "up": up}
    return ask_for(request, form, actions.open_period, **page)


def next_year(today: date) -> int:
    """This year until it is open, then the one after the last."""
    last = annual_periods().first()
    return last.start.year + 1 if last and last.start.year >= today.year else today.year


def _list(request: HttpRequest, form: forms.YearForm) -> HttpResponse:
    page = Paginator(listing.newest_first(), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = listing.period_rows(page.object_list)
    context = {"page": page, "rows": rows, "form": form, "today": timezone.localdate()}
    return render(request, "staff/periods.html", context, status=422 if form.errors else 200)
