"""Daily progress: who may do what in which state, windows, and a device that tells twice."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.activity.progress import actions
from abdi.activity.progress.enums import EntryStatus
from abdi.activity.progress.models import Entry
from abdi.activity.progress.selectors import waiting_for, week_of
from abdi.activity.progress.windows import Windows, windows
from abdi.activity.progress.workflow import ENTRY
from abdi.planning.versions.actions import note_absence
from abdi.planning.versions.enums import AbsenceKind
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import DomainError, InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from abdi.platform.outages.models import Outage
from abdi.platform.outages.selectors import forget_outages
from tests import cast
from tests.activity.progress.conftest import DAY

PEOPLE = ("rina", "joko", "dewi", "budi", "sari")
ACTS = {
    "change": lambda user, entry: actions.change_progress(actor=user, entry=entry, text="Diubah"),
    "withdraw": lambda user, entry: actions.withdraw_progress(actor=user, entry=entry),
    "approve": lambda user, entry: actions.approve_many(actor=user, entries=[entry]),
    "return": lambda user, entry: actions.return_progress(actor=user, entry=entry, remarks="Kurang jelas"),
}
ACTOR = {"change": "rina", "withdraw": "rina", "approve": "dewi", "return": "dewi"}


@pytest.fixture
def tell(office, skp):
    def told(text="Menyusun panduan loket", day=DAY, **fields):
        return actions.enter_progress(
            actor=office.user("rina"), employee=office.rina, day=day, text=text, **fields
        )

    return told


def brought_to(office, entry, state):
    if state == EntryStatus.DISETUJUI:
        actions.approve_many(actor=office.user("dewi"), entries=[entry])
    elif state == EntryStatus.DIKEMBALIKAN:
        actions.return_progress(actor=office.user("dewi"), entry=entry, remarks="Lengkapi")
    elif state == EntryStatus.DITARIK:
        actions.withdraw_progress(actor=office.user("rina"), entry=entry)
    entry.refresh_from_db()
    assert entry.status == state
    return entry


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", EntryStatus.values)
def test_who_may_do_what_in_which_state(office, tell, act, state):
    """Role × state: one person's turn, in the states of the workflow table, and a sentence for everybody else."""
    entry = brought_to(office, tell(), state)
    for who in PEOPLE:
        if who == ACTOR[act]:
            continue
        with pytest.raises(PermissionRefused):
            ACTS[act](office.user(who), entry)
    if ENTRY.allows(act, state):
        ACTS[act](office.user(ACTOR[act]), entry)
        entry.refresh_from_db()
        assert entry.status == ENTRY[act].target
    else:
        with pytest.raises(PolicyRefused, match=ENTRY[act].refusal[:30]):
            ACTS[act](office.user(ACTOR[act]), entry)


def test_what_a_device_tells_twice_is_one_entry(office, tell):
    once = uuid4()
    first = tell("Sekali", client_id=once)
    again = tell("Diketik lain, dikirim ulang", client_id=once)
    assert (again.pk, again.text) == (first.pk, "Sekali")
    actions.withdraw_progress(actor=office.user("rina"), entry=first)
    assert tell("Sekali", client_id=once).status == EntryStatus.DITARIK
    assert Entry.objects.count() == 1


def test_progress_is_refused_where_it_cannot_be(office, tell, now):
    now(DAY)
    refusals = [
        (lambda: tell(day=DAY + timedelta(days=1)), InputRefused, "sedang berjalan"),
        (lambda: tell(day=date(2025, 12, 31)), PolicyRefused, "belum punya SKP"),
        (lambda: tell(text=" "), InputRefused, "satu kalimat"),
        (lambda: tell(amount=Decimal(3)), InputRefused, "satuannya"),
        (
            lambda: actions.enter_progress(
                actor=office.user("dewi"), employee=office.rina, day=DAY, text="Atas nama"
            ),
            PermissionRefused,
            "pegawainya sendiri",
        ),
    ]
    for act, kind, words in refusals:
        with pytest.raises(kind, match=words):
            act()
    assert not Entry.objects.exists()


def test_a_result_of_somebody_elses_plan_is_refused(office, tell):
    plan = cast.planning.draft_skp(actor=office.user("joko"), employee=office.joko, period=office.year)
    his = cast.planning.add_rhk(actor=office.user("joko"), skp=plan, text="Arsip tertata")
    with pytest.raises(InputRefused, match="bukan bagian SKP Anda"):
        tell(rhk=his)


def test_the_window_is_the_offices_own_and_outages_move_it(office, tell, now):
    with pytest.raises(PermissionRefused):
        actions.set_windows(actor=office.user("rina"), days_to_enter=1, days_to_approve=None)
    assert windows() == Windows()  # the law sets none
    actions.set_windows(actor=office.user("sari"), days_to_enter=2, days_to_approve=3)
    assert windows().enter_until(DAY) == date(2026, 7, 10)  # Wednesday and two working days
    now(date(2026, 7, 10))
    entry = tell()
    now(date(2026, 7, 13))
    with pytest.raises(PolicyRefused, match="10-07-2026"):
        tell()
    _outage(date(2026, 7, 10))
    assert tell().day == DAY
    now(date(2026, 7, 20))
    with pytest.raises(PolicyRefused, match="dapat diisi sampai"):
        actions.change_progress(actor=office.user("rina"), entry=entry, text="Terlambat")


def test_a_weekend_without_service_moves_no_window_of_working_days(office, now):
    now(date(2026, 7, 20))
    _outage(date(2026, 7, 4))  # a Saturday, until Monday at eight
    assert Windows(2).enter_until(date(2026, 7, 2)) == date(2026, 7, 7)  # due on Monday, which was hit
    assert Windows(3).enter_until(date(2026, 7, 2)) == date(2026, 7, 7)
    assert Windows(0).enter_until(date(2026, 7, 6)) == date(2026, 7, 7)
    assert Windows(1).enter_until(date(2026, 7, 6)) == date(2026, 7, 7)  # the day itself is no day given


def _outage(day):
    start = datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
    outage = Outage(start=start, end=start + timedelta(days=2), what="Server", source="Kominfo")
    outage.save()
    forget_outages()


def test_sent_back_it_may_be_mended_from_that_day_on(office, tell, now):
    actions.set_windows(actor=office.user("sari"), days_to_enter=1, days_to_approve=None)
    now(DAY)
    entry = tell()
    actions.return_progress(actor=office.user("dewi"), entry=entry, remarks="Sebut nomor dokumen")
    returned = entry.decided_at.date()
    now(returned)
    mended = actions.change_progress(actor=office.user("rina"), entry=entry, text="Panduan 045/CONTOH")
    assert (mended.status, mended.remarks, mended.decided_by) == (EntryStatus.DIISI, "", None)


def test_many_are_approved_at_once_with_one_notice_a_person(office, tell):
    entries = [tell(f"Hari {number}", day=DAY - timedelta(days=number)) for number in range(3)]
    actions.withdraw_progress(actor=office.user("rina"), entry=entries[2])
    Notice.objects.all().delete()
    assert actions.approve_many(actor=office.user("dewi"), entries=entries) == 2
    assert [notice.title for notice in Notice.objects.of(office.user("rina"))] == ["2 progres Anda disetujui"]
    assert not waiting_for(office.dewi).exists()
    with pytest.raises(DomainError, match="Tidak ada yang menunggu"):
        actions.approve_many(actor=office.user("dewi"), entries=entries)


def test_approving_asks_the_database_no_more_for_many(office, tell):
    def asked(count):
        entries = [tell(f"{number}") for number in range(count)]
        with CaptureQueriesContext(connection) as seen:
            actions.approve_many(actor=office.user("dewi"), entries=entries)
        return len(seen)

    assert asked(2) == asked(20)


def test_a_week_says_what_is_missing(office, tell, now):
    now(DAY)
    tell(day=date(2026, 7, 6))
    days = week_of(office.rina, DAY, Windows())
    assert [day.is_missing for day in days] == [False, True, True, False, False, False, False]
    assert [day.is_working for day in days] == [True] * 5 + [False] * 2
    friday_off = week_of(office.rina, date(2026, 5, 1), Windows())[4]  # Hari Buruh
    assert (friday_off.is_working, friday_off.is_missing) == (False, False)


@pytest.mark.parametrize("kind", AbsenceKind)
def test_a_day_away_is_not_missing(office, tell, now, kind, django_assert_num_queries):
    now(DAY)
    away = {"actor": office.user("sari"), "kind": kind, "dasar": "SK 5/2026"}
    note_absence(employee=office.rina, start=date(2026, 7, 7), end=date(2026, 7, 7), **away)
    note_absence(employee=office.joko, start=date(2026, 7, 6), **away)
    with django_assert_num_queries(5):
        days = week_of(office.rina, DAY, Windows())
    assert [day.is_missing for day in days] == [True, False, True, False, False, False, False]
    assert [day.absence.kind for day in days if day.absence] == [kind]


def test_every_step_is_in_the_trail(office, tell):
    entry = tell()
    brought_to(office, entry, EntryStatus.DIKEMBALIKAN)
    tags = list(AuditEntry.objects.filter(tag__startswith="progress:").values_list("tag", flat=True))
    assert tags == ["progress:entry:enter", "progress:entry:return"]
