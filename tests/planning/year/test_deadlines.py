"""What the deadline is when the service was down, and that the reason is told."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from abdi.planning import actions
from abdi.planning.enums import PeriodKind
from abdi.planning.year.deadlines import assessor_due, filing_due
from abdi.platform.outages.actions import record_outage

LAW = date(2026, 1, 31)


def test_an_outage_at_the_end_of_january_moves_the_filing(instansi, system):
    period = actions.open_period(
        actor=system,
        name="Tahun 2026",
        kind=PeriodKind.TAHUNAN,
        start=date(2026, 1, 1),
        end=date(2026, 12, 31),
        filing_deadline=LAW,
        assessor_deadline=date(2027, 1, 31),
    )
    assert (filing_due(period).day, filing_due(period).moved_by) == (LAW, 0)
    start, end = datetime(2026, 1, 30, 1, tzinfo=UTC), datetime(2026, 1, 31, 5, tzinfo=UTC)
    record_outage(actor=system, start=start, end=end, what="Jaringan putus", source="Laporan 3/2026")
    due = filing_due(period)
    assert (due.day, due.moved_by, due.set_for) == (date(2026, 2, 1), 1, LAW)
    assert [(span.start, span.end) for span in due.outages] == [(start, end)]
    assert due.left(date(2026, 2, 3)) == -2
    assert assessor_due(period).moved_by == 0


@pytest.mark.parametrize(("days", "moved"), [(1, 0), (2, 1)])
def test_a_quarter_is_filed_and_judged_after_it_is_over(instansi, system, days, moved):
    """The last day of the period is no day of either deadline."""
    quarter = actions.open_period(
        actor=system,
        name="Triwulan I 2026",
        kind=PeriodKind.TRIWULANAN,
        start=date(2026, 1, 1),
        end=date(2026, 3, 31),
        filing_deadline=date(2026, 4, 5),
        assessor_deadline=date(2026, 4, 10),
    )
    start = datetime(2026, 3, 31, tzinfo=timezone.get_current_timezone())
    end = start + timedelta(days=days)
    record_outage(actor=system, start=start, end=end, what="Padam", source="PLN")
    assert (filing_due(quarter).moved_by, assessor_due(quarter).moved_by) == (moved, moved)
