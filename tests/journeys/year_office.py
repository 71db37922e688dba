"""An agency of its own whose year, and its last quarter, end today; for the browser."""

from datetime import timedelta

from django.utils import timezone

from abdi.planning.actions import open_period
from abdi.planning.enums import PeriodKind
from abdi.platform.accounts.models import system_user
from tests.journeys.hands import office_of

PREFIX = "lampung-"
YEAR, QUARTER = "Tahun Kinerja", "Triwulan Terakhir"


def prepare() -> None:
    today = timezone.localdate()
    with office_of(PREFIX, "Kabupaten Seumpama"):
        for name, kind, days in ((YEAR, PeriodKind.TAHUNAN, 300), (QUARTER, PeriodKind.TRIWULANAN, 90)):
            open_period(
                actor=system_user(),
                name=name,
                kind=kind,
                start=today - timedelta(days=days),
                end=today,
                filing_deadline=today,
                assessor_deadline=today + timedelta(days=14),
            )
