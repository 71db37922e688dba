"""What the pages of daily progress show."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from abdi.activity.evidence.enums import SubjectKind
from abdi.activity.evidence.selectors import evidence_counts, evidence_of
from abdi.activity.progress.enums import EntryStatus
from abdi.activity.progress.models import Entry
from abdi.activity.progress.permissions import can_approve, can_enter
from abdi.activity.progress.selectors import changed_behind, entries_between, waiting_for, week_of
from abdi.activity.progress.suggestions import suggestions
from abdi.activity.progress.windows import windows
from abdi.activity.progress.workflow import ENTRY
from abdi.organisation.models import Employee
from abdi.planning.selectors import skp_on
from abdi.platform.audit.selectors import history_of
from abdi.platform.ui import formats
from abdi.web.history import in_words
from abdi.web.workplace.progress.forms import EvidenceForm, ProgressForm, RemarksForm, change_form

ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
TONES = {
    EntryStatus.DIISI: "here",
    EntryStatus.DIKEMBALIKAN: "warn",
    EntryStatus.DISETUJUI: "ok",
    EntryStatus.DITARIK: "",
}


def progress_today(employee: Employee, day: date) -> dict[str, Any]:
    """For the first screen: what the facts already say, what was told, and what waits for him as a leader."""
    return {
        "suggestions": suggestions(employee, day),
        "told": entries_between(employee, day, day).count(),
        "waiting": waiting_for(employee).count(),
    }


def day_context(employee: Employee, day: date, form: ProgressForm | None = None) -> dict[str, Any]:
    """One's own day: what the facts suggest, what was told, and the form."""
    today = timezone.localdate()
    return {
        "day": day,
        "is_today": day == today,
        "before": day - ONE_DAY,
        "after": day + ONE_DAY if day < today else None,
        "skp": skp_on(employee, day),
        "suggestions": suggestions(employee, day),
        "rows": entry_rows(list(entries_between(employee, day, day))),
        "until": windows().enter_until(day),
        "employee": employee,
        "form": form or ProgressForm.blank(employee, day),
    }


def week_context(employee: Employee, day: date) -> dict[str, Any]:
    days = week_of(employee, day, windows())
    today = timezone.localdate()
    return {
        "days": [{"day": one, "rows": entry_rows(one.entries), "is_today": one.day == today} for one in days],
        "first": days[0].day,
        "last": days[-1].day,
        "missing": sum(one.is_missing for one in days),
        "before": day - ONE_WEEK,
        "after": day + ONE_WEEK if days[-1].day < today else None,
    }


def entry_rows(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Each with its tone, its amount in words, its evidence counted, and whether the facts behind it changed."""
    changed = changed_behind(entries)
    counts = evidence_counts(SubjectKind.PROGRES, [one.uid for one in entries]) if entries else {}
    return [
        {
            "entry": one,
            "tone": TONES[EntryStatus(one.status)],
            "amount": amount_text(one),
            "changed": one.pk in changed,
            "evidence": counts.get(one.uid, 0),
        }
        for one in entries
    ]


def amount_text(entry: Entry) -> str:
    return "" if entry.amount is None else formats.with_unit(formats.number(entry.amount), entry.satuan)


def entry_context(request: HttpRequest, entry: Entry, **bound: Any) -> dict[str, Any]:
    """`bound`: a form that was refused, by its name in the template."""
    is_mine = can_enter(request.user, entry.employee)
    may_change = is_mine and ENTRY.allows("change", entry.status)
    decides = can_approve(request.user, [entry])
    return {
        **entry_rows([entry])[0],
        "until": windows().enter_until(entry.day),
        "may_change": may_change,
        "can_return": decides and ENTRY.allows("return", entry.status),
        "can_approve": decides and ENTRY.allows("approve", entry.status),
        "evidence_lines": evidence_of(SubjectKind.PROGRES, [entry.uid])[entry.uid],
        "history": [
            {"at": one.at, "actor": one.actor, "what": in_words(one.tag), "said": one.data.get("remarks", "")}
            for one in history_of(entry)
        ],
        "change_form": change_form(entry) if may_change else None,
        "attach_url": reverse("workplace:progress_support", args=[entry.uid]),
        "evidence_form": EvidenceForm(),
        "remarks_form": RemarksForm(),
        **bound,
    }
