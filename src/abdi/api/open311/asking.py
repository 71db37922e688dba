"""Which requests somebody asks for: the arguments of GET /requests, and the complaints they mean."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.api.open311.refusals import Refused
from abdi.voice.complaints.enums import ENDED
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.selectors import public_complaints

SPAN = timedelta(days=90)  # GeoReport v2: the longest range of one question, and the usual one
MOST = 1000  # GeoReport v2: requests of one answer
OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True, slots=True)
class Asked:
    """`ids` given, nothing else counts (GeoReport v2). Empty means all."""

    ids: tuple[str, ...]
    codes: tuple[str, ...]
    statuses: frozenset[str]
    start: datetime
    end: datetime


def asked_in(arguments: QueryDict) -> Asked:
    """An empty argument is as good as none. Raises Refused, 400, for the first that cannot be."""
    statuses = frozenset(_listed(arguments, "status"))
    if statuses - {OPEN, CLOSED}:
        raise Refused(400, _("status: hanya open atau closed, boleh keduanya dipisah koma."))
    ids = _listed(arguments, "service_request_id")
    if len(ids) > MOST:
        raise Refused(400, _("service_request_id: paling banyak %d nomor.") % MOST)
    start, end = _span(_moment(arguments, "start_date"), _moment(arguments, "end_date"))
    return Asked(ids, _listed(arguments, "service_code"), statuses, start, end)


def found(asked: Asked) -> QuerySet[Complaint]:
    """Only what is public, whatever is asked for; newest first."""
    rows = with_what_is_told(public_complaints()).order_by("-received_at", "-pk")
    if asked.ids:
        return rows.filter(number__in=asked.ids)[:MOST]
    rows = rows.filter(received_at__gte=asked.start, received_at__lte=asked.end)
    if asked.codes:
        rows = rows.filter(category__code__in=asked.codes)
    if asked.statuses == {OPEN}:
        rows = rows.exclude(status__in=ENDED)
    elif asked.statuses == {CLOSED}:
        rows = rows.filter(status__in=ENDED)
    return rows[:MOST]


def one_public(number: str) -> Complaint:
    complaint = with_what_is_told(public_complaints()).filter(number=number).first()
    if complaint is None:
        raise Refused(404, _("service_request_id “%s” tidak ada atau tidak untuk umum.") % number[:100])
    return complaint


def with_what_is_told(rows: QuerySet[Complaint]) -> QuerySet[Complaint]:
    return rows.prefetch_related("answers", "photos")


def _listed(arguments: QueryDict, name: str) -> tuple[str, ...]:
    """Comma lists, and the argument named several times: servers take either."""
    texts = (text.strip() for value in arguments.getlist(name) for text in value.split(","))
    return tuple(dict.fromkeys(filter(None, texts)))


def _moment(arguments: QueryDict, name: str) -> datetime | None:
    # a + that was not escaped arrives as a blank
    text = arguments.get(name, "").strip().replace(" ", "+")
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Refused(400, _("%s: tulis seperti 2026-07-01T00:00:00+07:00, dengan selisih zonanya.") % name)
    return moment


def _span(start: datetime | None, end: datetime | None) -> tuple[datetime, datetime]:
    """What is left open is filled up to 90 days; more is refused rather than cut, so that nobody misses days."""
    try:
        if start is None:
            end = end or timezone.now()
            return end - SPAN, end
        end = end or min(start + SPAN, max(start, timezone.now()))
    except OverflowError:
        raise Refused(400, _("start_date dan end_date: di luar kalender.")) from None
    if end < start:
        raise Refused(400, _("end_date: mendahului start_date."))
    if end - start > SPAN:
        raise Refused(400, _("start_date dan end_date: paling panjang 90 hari sekali tanya."))
    return start, end
