"""What a system shows at the door."""

import hashlib
import secrets

LENGTH = 32  # bytes of chance


def new_token() -> str:
    return secrets.token_urlsafe(LENGTH)


def digest_of(token: str) -> str:
    """Under which a key is found. A token of chance needs no secret: there is nothing to try it out against."""
    return hashlib.sha256(token.encode()).hexdigest()
