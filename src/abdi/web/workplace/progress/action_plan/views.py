"""Rencana aksi of one SKP: planned, reported quarter by quarter, printed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.activity.progress.permissions import can_enter, can_plan_actions
from abdi.activity.progress.rencana_aksi import actions
from abdi.activity.progress.rencana_aksi.printing import rencana_aksi_pdf
from abdi.activity.progress.selectors import action_plan
from abdi.planning.models import Skp
from abdi.platform.errors import InputRefused
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_skp
from abdi.web.workplace.progress.finding import find_action
from abdi.web.workplace.progress.forms import ActionForm, ReportForm


@signed_in
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    form = ActionForm(request.POST or None, skp=skp)
    if form.is_valid() and accepted(form, actions.add_action, actor=request.user, **form.given()):
        return redirect("workplace:action_plan", skp.uid)
    return _page(request, skp, form)


@signed_in
@require_GET
def paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    skp = find_skp(request, uid)
    return exports.pdf(rencana_aksi_pdf(skp), f"rencana aksi {skp}")


@signed_in
@require_POST
def report(request: HttpRequest, uid: UUID) -> HttpResponse:
    line, form = find_action(request, uid), ReportForm(request.POST)
    if not form.is_valid():
        raise InputRefused(_("Realisasi dan catatan paling panjang 500 huruf; ringkas lalu simpan lagi."))
    attempt(request, _("Realisasi disimpan"), actions.report_action, line=line, **form.cleaned_data)
    return redirect("workplace:action_plan", line.rhk.skp.uid)


@signed_in
@require_POST
def remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    line = find_action(request, uid)
    attempt(request, _("Rencana aksi dihapus"), actions.remove_action, line=line)
    return redirect("workplace:action_plan", line.rhk.skp.uid)


def _page(request: HttpRequest, skp: Skp, form: ActionForm) -> HttpResponse:
    context = {
        "skp": skp,
        "lines": list(action_plan(skp)),
        "can_plan": can_plan_actions(request.user, skp),
        "can_report": can_enter(request.user, skp.employee),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "workplace/progress/action_plan.html", context, status=status)
