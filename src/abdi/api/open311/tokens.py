"""From the token that a report was answered with to its number."""

from django.utils.translation import gettext as _

from abdi.api.open311.refusals import Refused
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.selectors import complaint_by_code, public_complaints


def number_behind(code: str) -> str | None:
    """None as long as the report waits for verification, and for good where it is not for the public."""
    try:
        complaint = complaint_by_code(code)
    except Complaint.DoesNotExist:
        raise Refused(404, _("token “%s” tidak ada.") % code[:100]) from None
    return complaint.number if public_complaints().filter(pk=complaint.pk).exists() else None
