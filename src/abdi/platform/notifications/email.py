"""A notice as a letter."""

from django.conf import settings

from abdi.platform.notifications.models import Notice
from abdi.platform.notifications.notify import EMAIL
from abdi.platform.outbox.handlers import Delivery, handles
from abdi.platform.outbox.letters import letter
from abdi.platform.tenancy.scope import current_instansi


@handles(EMAIL)
def send_notice(delivery: Delivery) -> None:
    notice = Notice.objects.select_related("recipient").get(pk=delivery.payload["notice"])
    if not (notice.recipient.is_active and notice.recipient.email):
        return
    parts = (notice.title, notice.body, address_of(notice))
    letter(delivery, to=notice.recipient.email, title=notice.title, parts=parts).send()


def address_of(notice: Notice) -> str:
    """The notice's page with the host of its instansi; nothing where the instansi has no host of its own."""
    host = current_instansi().host
    scheme = "https" if settings.HTTPS else "http"
    return f"{scheme}://{host}{notice.url}" if host and notice.url else ""
