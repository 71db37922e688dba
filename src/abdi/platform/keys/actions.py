"""The verbs of keys: giving one to another system, and taking it back."""

from collections.abc import Callable, Collection

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.keys.models import HINT, ApiKey
from abdi.platform.keys.permissions import check_can_manage_keys
from abdi.platform.keys.policies import check_is_valid, check_opens_something
from abdi.platform.keys.tokens import digest_of, new_token
from abdi.platform.locking import hold
from abdi.platform.validation import write

Permit = Callable[[User], None]


@action
def issue_key(
    *, actor: User, name: str, scopes: Collection[str], permit: Permit = check_can_manage_keys
) -> tuple[ApiKey, str]:
    """The key, and the token to hand over, which is told this once and kept as its digest alone.

    `scopes`: values of `KeyScope`, at least one. Raises InputRefused for a name that a valid key has already.
    """
    permit(actor)
    check_opens_something(scopes)
    token = new_token()
    key = ApiKey(name=name.strip(), scopes=sorted(scopes), digest=digest_of(token), hint=token[-HINT:])
    key.issued_by = actor
    write(key)
    record(actor=actor, tag="keys:key:issue", subject=key, data={"name": key.name, "scopes": key.scopes})
    return key, token


@action
def withdraw_key(*, actor: User, key: ApiKey, permit: Permit = check_can_manage_keys) -> ApiKey:
    """From its next request on it is a stranger's; what came in by it stays. Raises PolicyRefused when it is out."""
    hold(key)
    permit(actor)
    check_is_valid(key)
    key.withdrawn_at = timezone.now()
    write(key)
    record(actor=actor, tag="keys:key:withdraw", subject=key, data={"name": key.name})
    return key
