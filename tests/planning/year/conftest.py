"""The year after that of the cast."""

from datetime import date

import pytest

from abdi.planning import actions
from abdi.planning.enums import PeriodKind


@pytest.fixture
def next_year(instansi, system):
    start, end = date(2027, 1, 1), date(2027, 12, 31)
    return actions.open_period(
        actor=system,
        name="Tahun 2027",
        kind=PeriodKind.TAHUNAN,
        start=start,
        end=end,
        filing_deadline=date(2027, 1, 31),
        assessor_deadline=end,
    )
