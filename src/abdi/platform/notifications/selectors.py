"""A person's notices."""

from abdi.platform.accounts.models import User
from abdi.platform.notifications.models import Notice
from abdi.platform.tenancy.scope import instansi_or_none


def unread_count(user: User) -> int:
    """For the bell of every page; nobody has notices outside an instansi."""
    return Notice.objects.of(user).unread().count() if instansi_or_none() else 0
