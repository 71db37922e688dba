"""What a day leaves behind when its office has closed."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from abdi.organisation.models import Unit
from abdi.platform import moments
from abdi.services.queue.models import Session, Ticket, TicketQuerySet

_NIGHT = timedelta(days=1)


def left_over(day: date, unit: Unit | None = None) -> TicketQuerySet:
    """Numbers of a day that have not ended. Those of a line without a night have until the day after."""
    rows: TicketQuerySet = Ticket.objects.on(day).unended()
    if day >= moments.today() - _NIGHT:
        rows = rows.filter(pool__is_overnight=False)
    return rows.filter(pool__unit=unit) if unit else rows


def open_sessions(at: datetime, unit: Unit | None = None) -> QuerySet[Session]:
    """Officers who sat down before `at` and have not left."""
    rows = Session.objects.filter(ended_at=None, began_at__lte=at)
    rows = rows.exclude(counter__pools__is_overnight=True).select_related("counter", "employee", "instansi")
    return (rows.filter(counter__unit=unit) if unit else rows).order_by("pk")


def days_left_open(today: date) -> list[date]:
    """Days gone by with numbers or officers on them, oldest first."""
    numbers = Ticket.objects.unended().filter(service_date__lt=today)
    numbers = numbers.filter(Q(pool__is_overnight=False) | Q(service_date__lt=today - _NIGHT))
    days = set(numbers.order_by().values_list("service_date", flat=True))
    seated = open_sessions(timezone.make_aware(datetime.combine(today, time.min)))
    return sorted(days | {timezone.localdate(one.began_at) for one in seated})


def units_without_officers(today: date) -> Iterable[Unit]:
    """Where numbers of today have not ended and nobody sits at any counter."""
    waiting = left_over(today).values("pool__unit")
    served = Session.objects.filter(ended_at=None).values("counter__unit")
    return Unit.objects.filter(pk__in=waiting).exclude(pk__in=served)
