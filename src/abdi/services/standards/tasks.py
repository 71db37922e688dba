"""What standards do by themselves: nothing is decided, but who has to act is told, once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from abdi.organisation.enums import Role
from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import RoleGrant, Unit
from abdi.organisation.selectors import units_above
from abdi.platform.accounts.models import User
from abdi.platform.notifications.models import Notice
from abdi.platform.notifications.notify import notify
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.services.standards import deadlines
from abdi.services.standards.enums import ReviewKind, StandarStatus
from abdi.services.standards.models import Maklumat, Standar
from abdi.services.standards.selectors import in_force

KIND = "standards:due"


@dataclass(frozen=True, slots=True)
class Reminder:
    """`url` ends with the deadline and its day, so that each deadline is told of once."""

    unit: Unit
    title: str
    url: str


@task()
def remind_admins() -> int:
    """Of what fell due: publication, improvement, evaluation, review, maklumat; returns how many were told."""
    told = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            told += sum(_tell(one) for one in reminders(timezone.localdate()))
    return told


def reminders(today: date) -> Iterator[Reminder]:
    """Everything whose last day has gone by."""
    yield from _drafts(today)
    yield from _set(today)
    yield from _without_maklumat(today)


def _drafts(today: date) -> Iterator[Reminder]:
    rows = Standar.objects.select_related("layanan__unit", "berita_acara")
    for one in rows.filter(status=StandarStatus.RANCANGAN, berita_acara__isnull=False):
        since = one.berita_acara.held_on
        yield from _overdue(
            one, deadlines.PUBLICATION, since, today, _("Rancangan standar %s belum dipublikasikan")
        )
    for one in rows.filter(status__in=(StandarStatus.TANGGAPAN, StandarStatus.PERBAIKAN)):
        until = due_day(deadlines.COMMENTS, one.published_on) if one.published_on else None
        if until:
            title = _("Rancangan standar %s belum diperbaiki dan ditetapkan")
            yield from _overdue(one, deadlines.IMPROVEMENT, until, today, title)


def _set(today: date) -> Iterator[Reminder]:
    held = {kind: Max("reviews__held_on", filter=Q(reviews__kind=kind)) for kind in ReviewKind.values}
    for one in in_force(today).select_related("layanan__unit").annotate(**held):
        for kind, jenis, title in (
            (ReviewKind.EVALUASI, deadlines.EVALUATION, _("Standar %s sudah waktunya dievaluasi")),
            (ReviewKind.PENINJAUAN, deadlines.REVIEW, _("Standar %s sudah waktunya ditinjau ulang")),
        ):
            since = getattr(one, kind.value) or one.valid_from
            if since:
                yield from _overdue(one, jenis, since, today, title)


def _without_maklumat(today: date) -> Iterator[Reminder]:
    """A unit whose standards are in force and whose promise to keep them is not published."""
    promised = set(Maklumat.objects.values_list("unit", flat=True))
    seen: set[int] = set()
    for one in in_force(today).select_related("layanan__unit").order_by("decided_on"):
        unit = one.layanan.unit
        if unit.pk in seen or promised & set(units_above(unit)) or one.decided_on is None:
            continue
        seen.add(unit.pk)
        yield from _overdue(
            one, deadlines.MAKLUMAT, one.decided_on, today, _("Maklumat untuk %s belum dipublikasikan")
        )


def _overdue(standar: Standar, jenis: str, since: date, today: date, title: str) -> Iterator[Reminder]:
    due = due_day(jenis, since)
    if due and due < today:
        url = f"/kelola/standar/{standar.uid}/?tenggat={jenis}-{due}"
        yield Reminder(standar.layanan.unit, title % standar.layanan, url)


def _tell(one: Reminder) -> int:
    """The admins of the unit, or of the nearest unit above it that has any."""
    told = 0
    for admin in _admins(one.unit):
        if not Notice.objects.filter(kind=KIND, url=one.url, recipient=admin).exists():
            notify(recipient=admin, kind=KIND, title=one.title, url=one.url)
            told += 1
    return told


def _admins(unit: Unit) -> list[User]:
    grants = RoleGrant.objects.on(timezone.localdate()).filter(role=Role.ADMIN).select_related("user")
    for place in [*units_above(unit), None]:
        here = {grant.user_id: grant.user for grant in grants if grant.unit_id == place}
        if here:
            return list(here.values())
    return []


schedule("standards.remind", remind_admins, daily)
