"""Who files through the APIs: by a key, at its pace, and a retry is the same report."""

from hashlib import sha256

from django.http import HttpRequest

from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey
from abdi.platform.keys.pace import check_pace
from abdi.platform.keys.selectors import key_of
from abdi.platform.keys.usage import note_use

# reports a minute: more than the citizens of a city send, less than a machine that has gone wrong
BY_KEY = 120


def key_shown(token: str, scope: KeyScope) -> ApiKey | None:
    """The key, its use noted and its pace kept; None for a stranger. Raises PaceRefused."""
    key = key_of(token.strip(), scope)
    if key:
        check_pace(f"key:{key.uid}", limit=BY_KEY)
        note_use(key)
    return key


def sender(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def named_submission(request: HttpRequest, key: ApiKey | None) -> str:
    """What a client calls this report (`Idempotency-Key`), so that sending it again makes no second one.

    Without a key the name is anybody's to use: only the same words under it are the same report, or whoever uses it
    next would be told the code of a stranger.
    """
    name = request.headers.get("Idempotency-Key", "").strip()
    whose = key.uid if key else sha256(request.body).hexdigest()
    return f"{whose}:{name}" if name else ""
