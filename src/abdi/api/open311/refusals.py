"""What Open311 calls errors: an HTTP status and one sentence."""

from abdi.platform.errors import DomainError, PermissionRefused
from abdi.platform.keys.pace import PaceRefused

TOO_FAST = 429  # GeoReport v2 names no code for it


class Refused(DomainError):
    """With the status that GeoReport v2 names for it."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def status_of(refusal: DomainError) -> int:
    """GeoReport v2 knows 403 for a key that opens nothing, 404 and 400: what is refused otherwise is 400."""
    if isinstance(refusal, Refused):
        return refusal.status
    named = {PaceRefused: TOO_FAST, PermissionRefused: 403}
    return next((status for kind, status in named.items() if isinstance(refusal, kind)), 400)
