"""Dialog kinerja on screen: planned, held, confirmed, followed up."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.activity.dialogue import actions
from abdi.activity.dialogue.calendar_file import CONTENT_TYPE, calendar_file
from abdi.organisation.permissions import acting_employee
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.dialogue.finding import find_agreed, find_dialogue
from abdi.web.workplace.dialogue.talks.forms import CancelForm, HoldForm, PlanForm
from abdi.web.workplace.dialogue.talks.page import dialogue_context, list_context, plans_of, team_context


@signed_in
@require_GET
def dialogues(request: HttpRequest) -> HttpResponse:
    context = list_context(request, acting_employee(request.user), timezone.localdate())
    return render(request, "workplace/dialogue/dialogues.html", context)


@signed_in
@require_GET
def team(request: HttpRequest) -> HttpResponse:
    context = team_context(request, acting_employee(request.user), timezone.localdate())
    return render(request, "workplace/dialogue/dialogue_team.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    plans = plans_of(acting_employee(request.user), today)
    initial = {"skp": request.GET.get("skp", ""), "day": today}
    form = PlanForm(request.POST or None, plans=plans, initial=initial)
    if form.is_valid():
        made = accepted(form, actions.plan_dialogue, actor=request.user, **form.given())
        if made:
            return redirect("workplace:dialogue", uid=made.uid)
    context = {"form": form, "plans": plans.exists()}
    return render(
        request, "workplace/dialogue/dialogue_new.html", context, status=422 if form.errors else 200
    )


@signed_in
@require_GET
def dialogue(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, uid)


@signed_in
@require_GET
def calendar(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_dialogue(request, uid)
    return exports.attachment(calendar_file(one), CONTENT_TYPE, str(one), "ics")


@signed_in
@require_POST
def hold(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_dialogue(request, uid)
    form = HoldForm(request.POST, dialogue=one)
    if form.is_valid() and accepted(
        form, actions.hold_dialogue, actor=request.user, dialogue=one, **form.given()
    ):
        return redirect("workplace:dialogue", uid=uid)
    return _page(request, uid, 422, notes=form)


@signed_in
@require_POST
def confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_dialogue(request, uid)
    attempt(request, _("Catatan dialog dibenarkan"), actions.confirm_dialogue, dialogue=one)
    return redirect("workplace:dialogue", uid=uid)


@signed_in
@require_POST
def cancel(request: HttpRequest, uid: UUID) -> HttpResponse:
    one, form = find_dialogue(request, uid), CancelForm(request.POST)
    if form.is_valid() and accepted(
        form, actions.cancel_dialogue, actor=request.user, dialogue=one, **form.cleaned_data
    ):
        return redirect("workplace:dialogues")
    return _page(request, uid, 422, cancel=form)


@signed_in
@require_POST
def complete(request: HttpRequest, uid: UUID) -> HttpResponse:
    agreed = find_agreed(request, uid)
    attempt(request, _("Tindakan selesai"), actions.complete_action, agreed=agreed)
    return redirect("workplace:dialogue", uid=agreed.dialogue.uid)


def _page(request: HttpRequest, uid: UUID, status: int = 200, **bound: object) -> HttpResponse:
    context = dialogue_context(request, acting_employee(request.user), find_dialogue(request, uid), **bound)
    return render(request, "workplace/dialogue/dialogue.html", context, status=status)
