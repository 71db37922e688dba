"""What somebody opens with a code: a number, a reservation, a report, or a page that says that there is none."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from abdi.platform.ui.views import error_page
from abdi.services.queue.models import Ticket
from abdi.services.reservations.models import Reservation
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.permissions import check_can_act_as_reporter

View = Callable[..., HttpResponseBase]


def by_code(view: View) -> View:
    """A code nobody holds is answered with a sentence; what one shows is kept by no cache."""

    @wraps(view)
    def answered(request: HttpRequest, code: str, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            response = view(request, code, *args, **kwargs)
        except (Ticket.DoesNotExist, Reservation.DoesNotExist, Complaint.DoesNotExist):
            response = error_page(
                request, 404, _("Kode ini tidak dikenal; periksa ketikannya, sepuluh huruf dan angka.")
            )
        add_never_cache_headers(response)
        return response

    return answered


def by_reporter(view: View) -> View:
    """Not for who is signed in: at the desk an officer sees a code, which makes him nobody's reporter."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated:
            check_can_act_as_reporter(request.user)
        return view(request, *args, **kwargs)

    return answered
