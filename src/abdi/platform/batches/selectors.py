"""Whose batches there are."""

from django.db.models import QuerySet

from abdi.platform.accounts.models import User
from abdi.platform.batches.models import Batch


def batches_of(user: User) -> QuerySet[Batch]:
    """His own, newest first, without the list of subjects."""
    return Batch.objects.filter(ordered_by=user).defer("subjects")
