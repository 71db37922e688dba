"""What Open311 calls errors: an HTTP status and one sentence for each thing that is wrong."""

from typing import Self

from abdi.platform.errors import DomainError, InputRefused, PermissionRefused
from abdi.platform.keys.pace import PaceRefused

TOO_FAST = 429  # GeoReport v2 names no code for it


class Refused(Exception):
    def __init__(self, status: int, *sentences: str) -> None:
        super().__init__(*sentences)
        self.status, self.sentences = status, sentences

    @classmethod
    def of(cls, error: DomainError) -> Self:
        """GeoReport v2 knows 403 for a key that opens nothing, 404 and 400: what is refused otherwise is 400."""
        status = {PaceRefused: TOO_FAST, PermissionRefused: 403}.get(type(error), 400)
        named = isinstance(error, InputRefused) and error.field
        one = cls(status, f"{error.field}: {error.message}" if named else error.message)
        one.__cause__ = error
        return one
