"""Who may need a hand to get going, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from abdi.activity.progress.models import Entry
from abdi.adoption.onboarding.enums import ClinicReason
from abdi.adoption.onboarding.models import ClinicNote
from abdi.adoption.onboarding.permissions import units_helped
from abdi.organisation.models import Employee
from abdi.organisation.selectors import employees_in
from abdi.planning.models import Skp
from abdi.planning.versions.selectors import absences_on
from abdi.platform.accounts.models import User

QUIET = timedelta(
    days=14
)  # after so long without a line of progress somebody is asked whether he needs a hand


@dataclass(frozen=True, slots=True)
class Uptake:
    """How far an office has come: of `people`, how many signed in, planned, and told of their work lately."""

    people: int
    signed_in: int
    planned: int
    active: int


def in_need(user: User, on: date, reason: str = "") -> QuerySet[Employee]:
    """People of the units this person helps, by name, each with `reason` (ClinicReason) and `helped_at`."""
    wanted = [reason] if reason else ClinicReason.values
    return _followed(user, on).filter(Q(reason__in=wanted))


def uptake(user: User, on: date) -> Uptake:
    """One query, however many people."""
    counts: Mapping[str, int] = (
        _followed(user, on)
        .order_by()
        .aggregate(
            people=Count("pk"),
            signed_in=Count("pk", filter=Q(user__last_login__isnull=False)),
            planned=Count("pk", filter=Q(has_skp=True)),
            active=Count("pk", filter=Q(has_progress=True)),
        )
    )
    return Uptake(**counts)


def _followed(user: User, on: date) -> QuerySet[Employee]:
    """Without those who are away that day: nobody waits for their plan or progress."""
    notes = ClinicNote.objects.filter(employee=OuterRef("pk")).order_by("-at")
    return (
        employees_in(units_helped(user), on)
        .exclude(Exists(absences_on(on).filter(employee=OuterRef("pk"))))
        .select_related("user")
        .annotate(
            has_skp=Exists(Skp.objects.filter(employee=OuterRef("pk"), start__lte=on, end__gte=on)),
            has_progress=Exists(Entry.objects.filter(employee=OuterRef("pk"), day__gt=on - QUIET)),
            helped_at=Subquery(notes.values("at")[:1]),
        )
        .annotate(reason=_REASON)
        .order_by("name", "pk")
    )


_REASON = Case(
    When(user=None, then=Value(ClinicReason.TANPA_AKUN)),
    When(user__last_login=None, then=Value(ClinicReason.BELUM_MASUK)),
    When(user__must_change_password=True, then=Value(ClinicReason.GANTI_SANDI)),
    When(has_skp=False, then=Value(ClinicReason.TANPA_SKP)),
    When(has_progress=False, then=Value(ClinicReason.TANPA_PROGRES)),
    default=Value(""),
    output_field=CharField(),
)
