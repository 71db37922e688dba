"""What a layanan is called and whose it is. Published through `actions`."""

from datetime import date

from abdi.organisation import policies
from abdi.organisation.locks import lock_organisation
from abdi.organisation.models import Layanan, Unit
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import write


@action
def create_layanan(
    *,
    actor: User,
    code: str,
    name: str,
    unit: Unit,
    valid_from: date,
    valid_until: date | None = None,
) -> Layanan:
    """Enter a public service of a unit."""
    lock_organisation()
    check_can_manage_organisation(actor, unit)
    policies.check_one_instansi(unit)
    layanan = write(Layanan(code=code, name=name, unit=unit, valid_from=valid_from, valid_until=valid_until))
    record(
        actor=actor,
        tag="organisation:layanan:create",
        subject=layanan,
        data={"code": code, "name": name, "unit": unit.code},
    )
    return layanan


@action
def change_layanan(*, actor: User, layanan: Layanan, name: str, unit: Unit) -> Layanan:
    """Give a service its name and its unit; a placeholder is complete after that, and shown to the public."""
    lock_organisation()
    check_can_manage_organisation(actor, layanan.unit)
    check_can_manage_organisation(actor, unit)
    policies.check_one_instansi(layanan, unit)
    before = {"name": layanan.name, "unit": layanan.unit.code}
    layanan.name, layanan.unit, layanan.is_incomplete = name, unit, False
    write(layanan)
    record(
        actor=actor,
        tag="organisation:layanan:change",
        subject=layanan,
        data={"before": before, "after": {"name": name, "unit": unit.code}},
    )
    return layanan
