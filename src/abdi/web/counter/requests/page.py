"""What the pages of permohonan show to who works on them."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.platform import moments
from abdi.platform.ui import formats
from abdi.services.queue.models import Session, Ticket
from abdi.services.queue.policies import at_counter
from abdi.services.requests import permissions
from abdi.services.requests.models import Permohonan
from abdi.services.requests.selectors import OPEN, narrowed, permohonan_followed
from abdi.services.requests.workflow import PERMOHONAN
from abdi.web.counter.requests import forms
from abdi.web.public.tracking.showing import shown, tone_of

ON_A_PAGE = 50
TAKEN_ALONG = 10_000  # rows of one table; a year of a busy office
VIEWS = (
    ("", gettext_lazy("Terbuka")),
    ("milik", gettext_lazy("Saya pegang")),
    ("bebas", gettext_lazy("Belum diambil")),
    ("dekat", gettext_lazy("Terdekat tenggatnya")),
    ("lewat", gettext_lazy("Lewat tenggat")),
    ("menunggu", gettext_lazy("Menunggu warga")),
    ("siap", gettext_lazy("Siap diserahkan")),
    ("selesai", gettext_lazy("Berakhir")),
)
_STEPS = ("take_up", "return", "complete", "hand_over", "reject")


def asked(request: HttpRequest) -> QuerySet[Permohonan]:
    rows = permohonan_followed(request.user)
    return narrowed(rows, request.GET.get("lihat", ""), request.user, moments.now())


def list_context(request: HttpRequest) -> dict[str, Any]:
    page = Paginator(asked(request), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(one, tone_of(one), is_late(one)) for one in page.object_list]
    may_open = permissions.can_open_somewhere(request.user)
    return {
        "page": page,
        "rows": rows,
        "views": VIEWS,
        "view": request.GET.get("lihat", ""),
        "may_open": may_open,
    }


def is_late(one: Permohonan) -> bool:
    return bool(one.status in OPEN and one.due_at and one.due_at < moments.now())


def header() -> list[str]:
    return [
        _("Nomor"),
        _("Layanan"),
        _("Unit kerja"),
        _("Status"),
        _("Petugas"),
        _("Diajukan"),
        _("Dijanjikan"),
    ]


def table_rows(rows: QuerySet[Permohonan]) -> Iterator[list[str]]:
    """By number, never by name. The code opens the visit, so it stays out of tables that are sent around."""
    for one in rows[:TAKEN_ALONG]:
        yield [
            str(one),
            one.layanan.name,
            one.unit.name,
            one.get_status_display(),
            one.handler.name if one.handler else "",
            formats.moment(one.filed_at),
            formats.moment(one.due_at) if one.due_at else "",
        ]


def request_context(request: HttpRequest, one: Permohonan) -> dict[str, Any]:
    may_handle = permissions.can_handle_permohonan(request.user, one)
    allowed = {step: may_handle and PERMOHONAN.allows(step, one.status) for step in _STEPS}
    is_mine = one.handler is not None and one.handler.user_id == request.user.pk
    allowed["take_up"] = allowed["take_up"] and not (is_mine and one.status == "diproses")
    return {
        "shown": shown(one, moments.now()),
        "one": one,
        "allowed": allowed,
        "may_handle": may_handle,
        "judges": may_handle and one.status in {"diproses", "dikembalikan"},
        "return_form": forms.WordsForm("note", _("Yang perlu dilengkapi")),
        "reject_form": forms.WordsForm("reason", _("Alasan penolakan")),
        "hand_form": forms.WordsForm("received_by", _("Diterima oleh")),
        "product_form": forms.ProductForm(),
    }


def at_desk(request: HttpRequest) -> tuple[Session | None, Ticket | None]:
    """The counter this person sits at, and the number that stands before him."""
    mine = Session.objects.filter(ended_at=None, employee__user=request.user).select_related("counter__unit")
    session = mine.first()
    return session, at_counter(session) if session else None
