"""The order in which periods are listed."""

from django.db.models import QuerySet

from abdi.planning.models import Period


def newest_first() -> QuerySet[Period]:
    """A year stands before its own quarters."""
    return Period.objects.order_by("-start__year", "start", "-end")
