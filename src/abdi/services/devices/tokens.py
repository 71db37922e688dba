"""What a machine shows at the door."""

import hashlib

from abdi.platform.verification.codes import as_typed


def digest_of(token: str) -> str:
    """Under which the machine is found. A token of chance needs no key: there is nothing to try it out against."""
    return hashlib.sha256(as_typed(token).encode()).hexdigest()
