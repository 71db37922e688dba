"""Numbers, days and times as people write them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django.utils.translation import override

from abdi.platform.ui import formats

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "digits", "indonesian", "english"),
    [
        (1234.5, None, "1.234,5", "1,234.5"),
        (0, None, "0", "0"),
        (90.0, None, "90", "90"),
        (Decimal("85.20"), None, "85,20", "85.20"),
        ("85.20", 1, "85,2", "85.2"),
        (Fraction(1, 3), 2, "0,33", "0.33"),
        (2.675, 2, "2,68", "2.68"),  # half-up on the number as it prints, not on its binary neighbour
        (Fraction(1, 8), 2, "0,13", "0.13"),
        (-1.5, 1, "−1,5", "−1.5"),
        (1234567, None, "1.234.567", "1,234,567"),
    ],
)
def test_numbers(value, digits, indonesian, english):
    with override("id"):
        assert formats.number(value, digits) == indonesian
    with override("en"):
        assert formats.number(value, digits) == english


@pytest.mark.parametrize("value", ["", "abc", float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="not a number"):
        formats.number(value)


def test_percent_and_interval():
    with override("id"):
        assert formats.percent(92.4, 1) == f"92,4{NBSP}%"
        assert formats.interval(8, 14, unit="menit") == f"8–14{NBSP}menit"
    with override("en"):
        assert formats.percent(92.4, 1) == "92.4%"
        assert formats.interval(8, 14, unit="menit") == f"8–14{NBSP}minutes"


@pytest.mark.parametrize(
    ("text", "unit", "indonesian", "english"),
    [
        ("1", "hari", "1 hari", "1 day"),
        (f"≤{NBSP}1", "hari", "≤ 1 hari", "≤ 1 day"),
        (f"≤{NBSP}11", "hari", "≤ 11 hari", "≤ 11 days"),
        ("120", "usulan", "120 usulan", "120 usulan"),
        ("3", "", "3", "3"),
    ],
)
def test_a_unit_follows_the_language_unless_an_employee_wrote_it(text, unit, indonesian, english):
    with override("id"):
        assert formats.with_unit(text, unit) == indonesian.replace(" ", NBSP)
    with override("en"):
        assert formats.with_unit(text, unit) == english.replace(" ", NBSP)


def test_days():
    with override("id"):
        assert formats.day(date(2026, 11, 23)) == f"Senin,{NBSP}23 November 2026"
        assert formats.day(date(2026, 11, 23), weekday=False) == f"23{NBSP}November 2026"
        assert formats.days(date(2026, 10, 1), date(2026, 12, 31)) == "1 Oktober–31 Desember 2026"
        assert formats.days(date(2025, 12, 1), date(2026, 1, 31)) == "1 Desember 2025–31 Januari 2026"
    with override("en"):
        assert formats.day(date(2026, 11, 23)) == f"Monday,{NBSP}23 November 2026"


@pytest.mark.parametrize(
    ("zone", "clock"), [("Asia/Jakarta", "09.44"), ("Asia/Makassar", "10.44"), ("Asia/Jayapura", "11.44")]
)
def test_clock_names_its_zone(zone, clock):
    name = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}[zone]
    at = datetime(2026, 11, 23, 2, 44, tzinfo=UTC)
    with timezone.override(ZoneInfo(zone)), override("id"):
        assert formats.clock(at) == f"{clock}{NBSP}{name}"
        assert formats.moment(at).startswith(f"23{NBSP}November 2026 ")


@pytest.mark.parametrize(
    ("seconds", "indonesian", "english"),
    [
        (45, "45 detik", "45 seconds"),
        (60, "1 menit", "1 minute"),
        (timedelta(minutes=15), "15 menit", "15 minutes"),
        (3600, "1 jam", "1 hour"),
        (5400, "1 jam 30 menit", "1 hour 30 minutes"),
        (3599, "1 jam", "1 hour"),
        (467_251, "5,4 hari", "5.4 days"),
    ],
)
def test_durations(seconds, indonesian, english):
    with override("id"):
        assert formats.duration(seconds).replace(NBSP, " ") == indonesian
    with override("en"):
        assert formats.duration(seconds).replace(NBSP, " ") == english
