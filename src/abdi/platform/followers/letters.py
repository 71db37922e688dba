"""What followers are told, as a letter."""

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from abdi.platform.followers.models import Follower
from abdi.platform.followers.selectors import follower_token
from abdi.platform.followers.tell import EMAIL, follower_in
from abdi.platform.outbox.handlers import Delivery, handles
from abdi.platform.outbox.letters import letter
from abdi.platform.verification.codes import public_origin


@handles(EMAIL)
def send_letter(delivery: Delivery) -> None:
    if follower := follower_in(delivery.payload):
        with translation.override(follower.language):
            _letter(follower, delivery).send()


def _letter(follower: Follower, delivery: Delivery) -> EmailMessage:
    told, origin = delivery.payload, public_origin()
    stop = origin + reverse("public:unfollow", args=[follower_token(follower)])
    parts = told["title"], told["body"], origin + told["url"], _("Tidak ingin dikabari lagi: %s") % stop
    # one click in the mail program itself is enough (RFC 8058)
    one_click = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    headers = one_click if origin else {}
    return letter(delivery, to=follower.email, title=told["title"], parts=parts, headers=headers)
