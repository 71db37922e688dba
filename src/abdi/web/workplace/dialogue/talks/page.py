"""The list of talks, and one of them for the two who talk."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from abdi.activity.dialogue.enums import DialogueStatus
from abdi.activity.dialogue.models import Dialogue
from abdi.activity.dialogue.permissions import can_complete_action
from abdi.activity.dialogue.policies import has_confirmed
from abdi.activity.dialogue.selectors import dialogues_of, monitored, monitoring, open_actions
from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.planning.selectors import skp_to_assess
from abdi.platform.ui import formats
from abdi.web.workplace.dialogue.talks.forms import CancelForm, HoldForm

ON_A_PAGE, A_HANDFUL = 25, 5
TONES = {
    DialogueStatus.DIRENCANAKAN: "here",
    DialogueStatus.DILAKSANAKAN: "ok",
    DialogueStatus.DIBATALKAN: "",
}


def list_context(request: HttpRequest, employee: Employee, on: date) -> dict[str, Any]:
    page = Paginator(dialogues_of(employee), ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "rows": [{"dialogue": one, "tone": TONES[DialogueStatus(one.status)]} for one in page],
        "monitored": monitored_rows(monitored(employee, on)[:A_HANDFUL], on),
        "actions": list(open_actions(employee)[:ON_A_PAGE]),
        "today": on,
    }


def team_context(request: HttpRequest, employee: Employee, on: date) -> dict[str, Any]:
    page = Paginator(monitored(employee, on), ON_A_PAGE).get_page(request.GET.get("page"))
    return {"page": page, "monitored": monitored_rows(page.object_list, on)}


def monitored_rows(found: Any, on: date) -> list[dict[str, Any]]:
    return [{"line": line, "late": line.due < on} for line in monitoring(found)]


def dialogue_context(
    request: HttpRequest, employee: Employee, dialogue: Dialogue, **bound: Any
) -> dict[str, Any]:
    """`bound`: a form that was refused, by its name: notes or cancel."""
    planned = dialogue.status == DialogueStatus.DIRENCANAKAN
    held = dialogue.status == DialogueStatus.DILAKSANAKAN
    return {
        "dialogue": dialogue,
        "tone": TONES[DialogueStatus(dialogue.status)],
        "planned": planned,
        "notes": bound.get("notes") or HoldForm(dialogue=dialogue) if planned else None,
        "cancel": bound.get("cancel") or CancelForm() if planned else None,
        "cancel_open": "cancel" in bound,
        "to_confirm": held and not has_confirmed(dialogue, employee),
        "agreed": [
            {"action": one, "mine": not one.done_on and can_complete_action(request.user, one)}
            for one in dialogue.agreed.select_related("owner")
        ],
    }


def plans_of(employee: Employee, on: date) -> QuerySet[Skp]:
    """His own SKP of the day and those he assesses."""
    his = Q(employee=employee) | Q(pk__in=skp_to_assess(employee))
    return Skp.objects.filter(his, end__gte=on).select_related("employee", "period")


def follow_ups(employee: Employee, most: int) -> list[dict[str, str]]:
    """What he undertook in dialogues and has not done, as tasks of the first screen."""
    return [
        {
            "icon": "centang",
            "text": one.text,
            "about": _("disepakati dalam dialog, paling lambat %s") % formats.day(one.due, weekday=False),
            "href": reverse("workplace:dialogue", args=[one.dialogue.uid]),
        }
        for one in open_actions(employee)[:most]
    ]
