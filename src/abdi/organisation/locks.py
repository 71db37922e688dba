"""Who waits for whom when an organisation changes."""

from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import current_instansi


def lock_organisation() -> None:
    """Changes to one instansi's organisation queue: a loop or an overlap takes two rows to make.

    `no_key` leaves everybody free who merely refers to the instansi, so only organisers wait.
    """
    Instansi.objects.select_for_update(no_key=True).get(pk=current_instansi().pk)
