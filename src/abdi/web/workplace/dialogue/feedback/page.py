"""What has been said about me, and who waits for my words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from abdi.activity.feedback.enums import CollectionKind
from abdi.activity.feedback.models import Feedback
from abdi.activity.feedback.selectors import asked_of, collections_about
from abdi.organisation.models import Employee
from abdi.web.workplace.dialogue.fields import value_choices

A_HANDFUL = 12


def mine_context(employee: Employee, on: date) -> dict[str, Any]:
    return {
        "asked": [
            {"about": one.collection.about, "kind": one.collection.get_kind_display(), "href": _where(one)}
            for one in asked_of(employee, on)[:A_HANDFUL]
        ],
        "collections": list(collections_about(employee)[:A_HANDFUL]),
    }


def named_rows(found: Iterable[Feedback], on: date) -> list[dict[str, Any]]:
    """Each with what it is about, in words."""
    names = dict(value_choices(on))
    return [
        {"feedback": one, "about": one.rhk.text if one.rhk else names.get(one.nilai, "")} for one in found
    ]


def _where(invitation: Any) -> str:
    collection = invitation.collection
    if collection.kind == CollectionKind.SURVEI:
        return reverse("workplace:survey_answer", args=[collection.uid])
    return f"{reverse('workplace:feedback_give')}?untuk={collection.about.uid}"
