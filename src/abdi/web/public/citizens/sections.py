"""What a citizen has done here, room by room. A room joins by one line in `SECTIONS`."""

from collections.abc import Callable

from abdi.platform.citizens.models import Citizen
from abdi.web.public.citizens.things import Section
from abdi.web.public.consultation.mine import said, supported

SECTIONS: tuple[Callable[[Citizen], Section], ...] = (said, supported)


def sections_of(citizen: Citizen) -> list[Section]:
    """Those with something in them."""
    return [section for of in SECTIONS if (section := of(citizen)).things]
