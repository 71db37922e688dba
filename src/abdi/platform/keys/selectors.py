"""Whose key it is, and which keys there are."""

from django.db.models import QuerySet

from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey
from abdi.platform.keys.tokens import digest_of


def key_of(token: str, scope: KeyScope) -> ApiKey | None:
    """The valid key that was shown; None for a stranger, for one withdrawn, and for one that opens something else."""
    key = ApiKey.objects.filter(digest=digest_of(token), withdrawn_at=None).first() if token else None
    return key if key and scope in key.scopes else None


def keys() -> QuerySet[ApiKey]:
    """Every key of the instansi; those that still open something first."""
    return ApiKey.objects.select_related("issued_by")
