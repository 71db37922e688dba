"""A year of periods in one step."""

from datetime import date

import pytest

from abdi.planning.models import Period
from abdi.planning.years import open_year
from abdi.platform.errors import InputRefused, PermissionRefused


def test_a_year_comes_with_its_quarters_and_the_days_of_the_law(office):
    annual, *quarters = open_year(actor=office.user("sari"), year=2027, filing_days=7, assessor_days=14)
    assert (annual.name, annual.start, annual.end) == ("Tahun 2027", date(2027, 1, 1), date(2027, 12, 31))
    # PP 30/2019 Ps 24(2): set in January; Ps 42(1): judged by the end of the next January
    assert (annual.filing_deadline, annual.assessor_deadline) == (date(2027, 1, 31), date(2028, 1, 31))
    assert [(one.name, one.start, one.end) for one in quarters] == [
        ("Triwulan I 2027", date(2027, 1, 1), date(2027, 3, 31)),
        ("Triwulan II 2027", date(2027, 4, 1), date(2027, 6, 30)),
        ("Triwulan III 2027", date(2027, 7, 1), date(2027, 9, 30)),
        ("Triwulan IV 2027", date(2027, 10, 1), date(2027, 12, 31)),
    ]
    assert (quarters[0].filing_deadline, quarters[0].assessor_deadline) == (
        date(2027, 4, 7),
        date(2027, 4, 14),
    )


def test_a_year_is_opened_whole_or_not_at_all(office):
    before = Period.objects.count()
    with pytest.raises(InputRefused, match="sudah ada"):
        open_year(actor=office.user("sari"), year=2026, filing_days=7, assessor_days=14)
    with pytest.raises(InputRefused) as refused:
        open_year(actor=office.user("sari"), year=2019, filing_days=7, assessor_days=14)
    assert refused.value.field == "year"
    assert Period.objects.count() == before


def test_not_by_anybody(office):
    with pytest.raises(PermissionRefused):
        open_year(actor=office.user("rina"), year=2027, filing_days=7, assessor_days=14)
