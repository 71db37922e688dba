"""The clocks and deadlines of a complaint, read from its states, the law and the calendar of the instansi."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from django.utils import timezone

from abdi.organisation.law.deadlines import due_day, length_of
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.outages.spans import Counts, moved_by_stops
from abdi.platform.tenancy.scope import forget, remembered
from abdi.rules import RuleInputError
from abdi.voice.complaints.clocks import Stop, capped, days_lost, days_used
from abdi.voice.complaints.enums import REPORTERS_TURN, UNVERIFIED, Kind, Status
from abdi.voice.complaints.models import Complaint, ComplaintRules, Event
from abdi.voice.complaints.types import Clocks, OmbudsmanRoad

VERIFY, TAKE, REPLY = "sp4n_verifikasi", "sp4n_koordinasi", "sp4n_konfirmasi_pelapor"
FILING, FIRST_ANSWER, COMPLETION = "aduan_pengajuan", "aduan_tanggapan_pertama", "aduan_kelengkapan"
DECISION, NOTICE, OMBUDSMAN = "aduan_keputusan", "aduan_penyampaian_keputusan", "ombudsman_laporan"
_REMEMBERED = "complaint_rules"
_SINCE_VERIFIED = set(Status) - set(UNVERIFIED)


def rules_in_force() -> ComplaintRules:
    """What the instansi has set, or what holds without it; read once a scope (a request, a job)."""
    return remembered(_REMEMBERED, lambda: ComplaintRules.objects.first() or ComplaintRules())


def forget_rules() -> None:
    forget(_REMEMBERED)


def set_receipt_deadlines(complaint: Complaint) -> None:
    """From the day it was received; UU 25/2009 knows complaints only, SP4N all three kinds."""
    complaint.verify_due = due_day(VERIFY, complaint.received_at)
    if complaint.kind == Kind.PENGADUAN:
        complaint.first_answer_due = due_day(FIRST_ANSWER, complaint.received_at)


def is_filed_late(happened_on: date | None, received_at: datetime) -> bool:
    """UU 25/2009 Ps 42(2): later than 30 days after the service. It is taken all the same, with a mark."""
    last = due_day(FILING, happened_on) if happened_on else None
    return last is not None and timezone.localdate(received_at) > last


def answer_due_of(complaint: Complaint, events: Sequence[Event], now: datetime) -> date | None:
    """The last day of its class, moved by what stopped the clock up to `now`; None before verification, or where it
    runs into a year whose holidays are not known."""
    if complaint.clock_since is None or not complaint.kelas:
        return None

    def moved(due: date, counts: Counts) -> date:
        return moved_by_stops(due, _stops(events, now, counts), counts)

    return due_day(f"sp4n_{complaint.kelas}", complaint.clock_since, moved=moved)


def clocks_at(complaint: Complaint, events: Sequence[Event], now: datetime) -> Clocks:
    """Both clocks up to `now`, or to the end; `events` in order."""
    ended_at = complaint.answered_at or complaint.closed_at
    until = ended_at or now
    used, length, left = _agency(complaint, events, until)
    is_held_up = complaint.status == Status.DITUNDA
    return Clocks(
        felt=max(until - complaint.felt_since, timedelta()),
        agency_days=used,
        agency_length=length,
        due=answer_due_of(complaint, events, until) if is_held_up else complaint.due,
        is_paused=is_held_up and left > 0,
        pause_left=left,
        ended_at=ended_at,
    )


def pause_left(events: Sequence[Event], now: datetime) -> int:
    """Working days that this complaint may still wait, all its pauses together under the cap."""
    return _pause_left(events, now, working_days(events[0].began_at, now))


def ombudsman_road(complaint: Complaint, now: datetime) -> OmbudsmanRoad:
    """Whether the reporter may go on to the Ombudsman today (UU 37/2008 Ps 24): he complained here, in vain so far."""
    happened = complaint.happened_on or timezone.localdate(complaint.received_at)
    until, today = due_day(OMBUDSMAN, happened), timezone.localdate(now)
    late = complaint.due is not None and complaint.due < today
    tried = late or bool(complaint.escalation) or complaint.answered_at is not None or complaint.is_ended
    return OmbudsmanRoad(tried, until, is_open=tried and (until is None or today <= until))


def _agency(
    complaint: Complaint, events: Sequence[Event], until: datetime
) -> tuple[int | None, int | None, int]:
    """Days used, days of the class, days of pause left."""
    counts = working_days(min(complaint.felt_since, complaint.received_at), until)
    try:
        left = _pause_left(events, until, counts)
        if complaint.clock_since is None or not complaint.kelas:
            return None, None, left
        since = timezone.localdate(complaint.clock_since)
        used = days_used(since, timezone.localdate(until), _stops(events, until, counts), counts)
        return used, length_of(f"sp4n_{complaint.kelas}", since), left
    except RuleInputError:  # a year whose holidays nobody has set yet
        return None, None, 0


def _stops(events: Sequence[Event], now: datetime, counts: Counts) -> list[Stop]:
    """Days that are not the agency's: while it was the reporter's turn, and its pauses as far as the cap allows."""
    verified = [span for span in _spans(events, now) if span[0].status in _SINCE_VERIFIED]
    theirs = [_days(one, end) for one, end in verified if one.status in REPORTERS_TURN]
    paused = [_days(one, end) for one, end in verified if one.status == Status.DITUNDA]
    return sorted([*theirs, *capped(paused, rules_in_force().pause_cap, counts)])


def _pause_left(events: Sequence[Event], now: datetime, counts: Counts) -> int:
    paused = [_days(one, end) for one, end in _spans(events, now) if one.status == Status.DITUNDA]
    cap = rules_in_force().pause_cap
    return cap - days_lost(capped(paused, cap, counts), counts)


def _spans(events: Sequence[Event], now: datetime) -> list[tuple[Event, datetime]]:
    """Each state with its end; the present one lasts up to `now`."""
    spans = [(one, after.began_at) for one, after in pairwise(events)]
    return [*spans, (events[-1], max(now, events[-1].began_at))] if events else []


def _days(event: Event, ended: datetime) -> Stop:
    return timezone.localdate(event.began_at), timezone.localdate(ended)


def working_days(first: datetime, now: datetime) -> Counts:
    years = range(timezone.localdate(first).year, timezone.localdate(now).year + 2)
    return working_calendar(years).is_working_day
