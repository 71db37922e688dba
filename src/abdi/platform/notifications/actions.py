"""Reading notices."""

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.notifications.models import Notice
from abdi.platform.notifications.permissions import check_can_read


@action
def mark_read(*, actor: User, notice: Notice) -> None:
    """The first reading counts; later ones change nothing."""
    check_can_read(actor, notice)
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=timezone.now())
    record(actor=actor, tag="notifications:notice:read", subject=notice)


@action
def mark_all_read(*, actor: User) -> int:
    """Returns how many were unread."""
    read = Notice.objects.of(actor).unread().update(read_at=timezone.now())
    record(actor=actor, tag="notifications:notice:read_all", subject=actor, data={"notices": read})
    return read
