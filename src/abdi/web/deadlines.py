"""A deadline in words: the day, and why it is not the day that was set."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from abdi.planning.year.deadlines import Due
from abdi.platform.outages.spans import Span
from abdi.platform.ui import formats


def why_moved(due: Due) -> str:
    """diperpanjang 1 hari karena gangguan 30–31 Januari 2026; empty when nothing moved it."""
    if not due.moved_by:
        return ""
    when = ", ".join(_when(span) for span in due.outages)
    said = ngettext(
        "diperpanjang %(days)s hari karena gangguan %(when)s",
        "diperpanjang %(days)s hari karena gangguan %(when)s",
        due.moved_by,
    )
    return said % {"days": due.moved_by, "when": when}


def in_days(left: int) -> str:
    """3 hari lagi · hari ini · lewat 2 hari."""
    if left == 0:
        return _("hari ini")
    said = (
        ngettext("%s hari lagi", "%s hari lagi", left)
        if left > 0
        else ngettext("lewat %s hari", "lewat %s hari", -left)
    )
    return said % abs(left)


def _when(span: Span) -> str:
    first, last = timezone.localdate(span.start), timezone.localdate(span.end)
    return formats.day(first, weekday=False) if first == last else formats.days(first, last)
