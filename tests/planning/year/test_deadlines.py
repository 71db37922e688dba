"""What the deadline is when the service was down, and that the reason is told."""

from datetime import UTC, date, datetime

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
