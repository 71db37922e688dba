"""Facts for the pages: cases finished at the counter."""

from datetime import UTC, datetime, timedelta

from abdi.evaluation import actions as evaluation
from abdi.evaluation.models import Evaluation
from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.platform.accounts.models import system_user
from tests import cast


def serve(office: cast.Office, on_time: int = 97, late: int = 3, months: tuple[int, ...] = (7, 8, 9)) -> None:
    """Rina finishes the same number of cases each month of 2026, `on_time` of them within their deadline."""
    facts = [
        NewFact(
            kind="service.on_time",
            occurred_at=datetime(2026, month, 6, 2, tzinfo=UTC) + timedelta(minutes=10 * number),
            unit_id=office.unit.pk,
            service_id=office.layanan.pk,
            employee_id=office.rina.pk,
            case_key=f"KK-{month:02}-{number:03}",
            source_key=f"{month:02}-{number:03}",
            value=1 if number < on_time else 0,
        )
        for month in months
        for number in range(on_time + late)
    ]
    record_facts(actor=system_user(), facts=facts, source="tes")


def opened_evaluation(office: cast.Office) -> Evaluation:
    """Rina's third quarter, opened by Dewi over facts."""
    serve(office)
    skp = cast.agreed_skp(office)
    return evaluation.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)
