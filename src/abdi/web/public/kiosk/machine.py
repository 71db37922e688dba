"""Which machine asks, and what it may show again."""

from django.core import signing

from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.services.queue.models import Ticket
from abdi.web.public.machines import Entrance

KIOSK = Entrance(DeviceKind.KIOS, "abdi_kios", "public:kiosk", "public:kiosk_register")
AGAIN = 60  # seconds in which a number can be printed again: a jam is cleared, and the next person has not come yet
_SALT = "kiosk.number"


def sealed(device: Device, ticket: Ticket) -> str:
    """An address that shows this number on this machine for a minute, so that the next person finds nothing."""
    return signing.dumps([str(device.uid), ticket.code], salt=_SALT)


def unsealed(device: Device, text: str) -> str:
    """The ticket's code, or "" for one of another machine, too old, or made up."""
    try:
        owner, code = signing.loads(text, salt=_SALT, max_age=AGAIN)
    except (signing.BadSignature, ValueError):
        return ""
    return str(code) if owner == str(device.uid) else ""
