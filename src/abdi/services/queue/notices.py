"""Telling who waits elsewhere: at most twice a number, once when its turn is near and once when it is called."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from abdi.platform import moments
from abdi.platform.followers.selectors import followed_among
from abdi.platform.followers.tell import tell_followers
from abdi.services.queue.line import waiting_on
from abdi.services.queue.models import Ticket
from abdi.services.queue.positions import ahead_of

NEAR = 2  # numbers ahead; from here on it is time to come back to the waiting room


def tell_called(ticket: Ticket) -> None:
    """Whoever follows the number called, and those of the same line whose turn is near now."""
    counter = ticket.session.counter if ticket.session else ticket.pool.unit
    _tell(
        ticket,
        "called",
        format_lazy(_("Nomor {label} dipanggil"), label=ticket.label),
        format_lazy(_("Datanglah ke {counter}."), counter=str(counter)),
    )
    waiting = waiting_on(moments.today()).filter(waits_in=ticket.waits_in_id)
    for one in followed_among(waiting.select_related("pool__unit", "waits_in")):
        ahead = ahead_of(one)
        if ahead <= NEAR:
            _tell(
                one,
                "near",
                format_lazy(_("Giliran nomor {label} hampir tiba"), label=one.label),
                format_lazy(
                    _("Tinggal {ahead} nomor di depan Anda; datanglah ke {unit}."),
                    ahead=ahead,
                    unit=one.pool.unit.name,
                ),
            )


def _tell(ticket: Ticket, key: str, title: Promise, body: Promise) -> None:
    tell_followers(subject=ticket, title=title, body=body, url=f"/antrean/{ticket.code}/", key=key)
