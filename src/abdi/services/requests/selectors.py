"""Reads of visits and permohonan, for pages and tasks."""

from datetime import datetime

from django.db.models import Q, QuerySet

from abdi.platform.accounts.models import User
from abdi.platform.verification.codes import as_typed
from abdi.services.requests.enums import CLOSED, PermohonanStatus
from abdi.services.requests.models import CitizenVisit, Permohonan
from abdi.services.requests.permissions import units_followed

OPEN = (PermohonanStatus.DIAJUKAN, PermohonanStatus.DIPROSES)  # the agency's turn


def visit_by_code(code: str) -> CitizenVisit:
    """Whoever knows the code is the visitor. Raises CitizenVisit.DoesNotExist."""
    return CitizenVisit.objects.select_related("unit", "opened_by").get(code=as_typed(code[:100]))


def permohonan_of(visit: CitizenVisit) -> QuerySet[Permohonan]:
    """With everything the citizen's page shows; five queries however many there are."""
    rows = visit.permohonan.select_related("layanan__unit", "unit", "standar", "visit__opened_by", "handler")
    return rows.prefetch_related("steps", "documents__file").order_by("number")


def in_hand() -> QuerySet[Permohonan]:
    """Everything the agency has to do, what was promised first in front."""
    rows = Permohonan.objects.filter(status__in=OPEN).select_related(
        "visit", "unit", "standar__layanan", "layanan", "handler__user"
    )
    return rows.prefetch_related("steps").order_by("due_at", "pk")


def permohonan_followed(user: User) -> QuerySet[Permohonan]:
    """Of the units this person serves in or leads."""
    units = units_followed(user)
    rows = Permohonan.objects.select_related("visit", "layanan", "unit", "handler")
    return rows if units is None else rows.filter(unit__in=units)


def narrowed(rows: QuerySet[Permohonan], view: str, user: User, now: datetime) -> QuerySet[Permohonan]:
    """`view`: milik (mine), bebas (nobody's), dekat (due next), lewat (late), menunggu (the citizen's turn),
    siap (product not fetched), selesai (closed); anything else: all that is open."""
    ways = {
        "milik": Q(handler__user=user) & ~Q(status__in=CLOSED),
        "bebas": Q(handler=None, status=PermohonanStatus.DIAJUKAN),
        "dekat": Q(status__in=OPEN, due_at__gte=now),
        "lewat": Q(status__in=OPEN, due_at__lt=now),
        "menunggu": Q(status=PermohonanStatus.DIKEMBALIKAN),
        "siap": Q(status=PermohonanStatus.SELESAI),
        "selesai": Q(status__in=CLOSED),
    }
    found = rows.filter(ways.get(view, ~Q(status__in=CLOSED)))
    return found.order_by("-closed_at", "-pk") if view == "selesai" else found.order_by("due_at", "pk")
