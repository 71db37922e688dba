"""A batch belongs to whoever ordered it; each document in it is asked for by itself."""

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.batches.models import Batch
from abdi.platform.errors import PermissionRefused


def check_can_fetch(user: User, batch: Batch) -> None:
    if batch.ordered_by_id != user.pk:
        raise PermissionRefused("Cetakan ini dipesan orang lain; pesan sendiri dari halaman dokumen.")


def can_fetch(user: User, batch: Batch) -> bool:
    return passes(check_can_fetch, user, batch)
