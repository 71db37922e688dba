"""The verbs of machines: letting one in, and shutting it out."""

from secrets import choice

from abdi.organisation.models import Unit
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.platform.verification.codes import ALPHABET
from abdi.services.devices import permissions, policies
from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.services.devices.tokens import digest_of

LENGTH = 20  # 32^20: typed once, by an admin standing before the machine, and good for years


@action
def register_device(*, actor: User, unit: Unit, kind: DeviceKind, name: str) -> tuple[Device, str]:
    """The machine and the token to type into it, which is told this once and kept as its digest alone.

    Raises InputRefused for a name that the unit uses already.
    """
    permissions.check_can_manage_devices(actor, unit)
    token = "".join(choice(ALPHABET) for _ in range(LENGTH))
    device = write(Device(unit=unit, kind=kind, name=name.strip(), digest=digest_of(token)))
    told = {"unit": unit.code, "kind": kind, "name": device.name}
    record(actor=actor, tag="devices:device:register", subject=device, data=told)
    return device, token


@action
def withdraw_device(*, actor: User, device: Device) -> Device:
    """From its next request on it is a stranger; what it did stays. Raises PolicyRefused when it is out already."""
    hold(device)
    permissions.check_can_manage_devices(actor, device.unit)
    policies.check_is_let_in(device)
    device.is_active = False
    write(device)
    record(actor=actor, tag="devices:device:withdraw", subject=device, data={"name": device.name})
    return device
