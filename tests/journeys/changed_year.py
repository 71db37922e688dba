"""An agency of its own in which a plan was changed and the service was down, for the browser."""

from datetime import UTC, datetime

from abdi.planning import actions as planning
from abdi.planning.versions.enums import Ground
from abdi.platform.accounts.models import system_user
from abdi.platform.outages.actions import record_outage
from tests import cast
from tests.journeys.hands import office_of

PREFIX = "tahun-"


def prepare() -> None:
    with office_of(PREFIX, "Kota Tahun") as office:
        skp, rina, dewi = cast.agreed_skp(office), office.user("rina"), office.user("dewi")
        planning.reopen_skp(actor=dewi, skp=skp, ground=Ground.STRATEGI, reason="Anggaran dipotong")
        planning.set_annex(actor=rina, skp=skp, lists={"dukungan": ["Pemindai bersama"]})
        planning.submit_skp(actor=rina, skp=skp)
        planning.agree_skp(actor=dewi, skp=skp)
        start, end = datetime(2026, 1, 30, 1, tzinfo=UTC), datetime(2026, 1, 31, 5, tzinfo=UTC)
        record_outage(
            actor=system_user(), start=start, end=end, what="Jaringan putus", source="Laporan 3/2026"
        )
