"""The leader's list."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from abdi.activity.progress.models import Entry
from abdi.activity.progress.windows import windows
from abdi.web.workplace.progress.page import entry_rows


def waiting_rows(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """As every list of entries, with the day until which they should be approved."""
    given, today = windows(), timezone.localdate()
    rows = entry_rows(list(entries))
    for row in rows:
        filed = timezone.localtime(row["entry"].filed_at).date()
        row["until"] = given.approve_until(filed)
        row["is_late"] = row["until"] is not None and row["until"] < today
    return rows


def chosen(data: QueryDict, most: int) -> list[Entry]:
    """Those that are ticked; with the button for the whole page, all it showed."""
    uids = data.getlist("shown" if data.get("act") == "page" else "entry")[:most]
    try:
        return list(Entry.objects.filter(uid__in=uids))
    except ValidationError:
        return []
