"""What can be said about an outage, and when."""

from datetime import datetime

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.outages.models import Outage


def check_has_happened(moment: datetime | None, *, now: datetime, field: str) -> None:
    """A deadline is moved by what was, not by what somebody expects."""
    if moment and moment > now:
        raise InputRefused(_("Gangguan dicatat sesudah terjadi; tulis saat yang sudah lewat."), field=field)


def check_still_down(outage: Outage) -> None:
    if outage.end is not None:
        raise PolicyRefused(_("Gangguan ini sudah dicatat selesai; catat gangguan baru bila terjadi lagi."))
