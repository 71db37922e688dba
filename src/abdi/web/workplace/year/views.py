"""Everybody's year: who is not done, and what is done for many at once."""

from dataclasses import asdict

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.planning.year.actions import remind
from abdi.planning.year.chase import chased
from abdi.planning.year.permissions import check_can_chase
from abdi.platform.errors import InputRefused
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.workplace.year import forms, many, page

ON_A_PAGE = 50


@signed_in
@require_GET
def chase(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    check_can_chase(request.user, today)
    form = forms.ChaseForm(request.GET, units=page.units_to_filter(request.user, today))
    if (period := form.period()) is None:
        return render(request, "workplace/year/chase.html", {"period": None, "form": form})
    found = chased(request.user, period, on=today, **form.asked())
    if (kind := request.GET.get("format")) in {"csv", "xlsx"}:
        rows = page.chase_table(found, period, today)
        return exports.table(kind, f"belum selesai {period}", page.HEADER, rows)
    shown = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "period": period,
        "page": shown,
        "rows": page.chase_rows(shown.object_list, period, today),
        "due": page.deadline(period, today),
        "summary": page.summary(request.user, period, today),
    }
    return render(request, "workplace/year/chase.html", context)


@signed_in
@require_POST
def chase_remind(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    check_can_chase(request.user, today)
    form = forms.ChaseForm(request.POST, units=page.units_to_filter(request.user, today))
    if (period := form.period()) is not None:
        found = chased(request.user, period, on=today, **form.asked())
        try:
            told = remind(actor=request.user, period=period, employees=many.chosen(found, request.POST))
            said = _("%(told)s orang diingatkan; %(already)s sudah hari ini, %(unreachable)s tanpa akun")
            messages.success(request, said % asdict(told))
        except InputRefused as refusal:
            messages.error(request, refusal.message)
    return redirect(reverse("workplace:year_chase"))


@signed_in
@require_http_methods(["GET", "POST"])
def many_at_once(request: HttpRequest) -> HttpResponse:
    today, form = timezone.localdate(), forms.ManyForm(request.POST or request.GET)
    period, task = form.period(), form.task()
    context = {"form": form, "period": period, "task": task}
    if period is None:
        return render(request, "workplace/year/many.html", context)
    found = many.candidates(request.user, task, period, on=today, words=form.words())
    if request.method == "POST":
        try:
            outcomes = many.carry_out(request.user, task, period, many.chosen(found, request.POST))
            return render(request, "workplace/year/results.html", {**context, "outcomes": outcomes})
        except InputRefused as refusal:
            messages.error(request, refusal.message)
    shown = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context |= {"page": shown, "rows": many.choices(task, shown.object_list)}
    return render(request, "workplace/year/many.html", context)
