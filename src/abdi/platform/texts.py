"""Text of others, before it is kept."""

import re

_UNFIT = re.compile("[\x00\ud800-\udfff]")


def is_storable(text: str) -> bool:
    """PostgreSQL keeps no NUL, and half of a surrogate pair, which JSON can tell, is no letter anywhere."""
    return _UNFIT.search(text) is None
