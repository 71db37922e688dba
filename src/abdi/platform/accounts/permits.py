"""Turning a `check_*` that raises into the `can_*` that a button asks."""

from collections.abc import Callable

from abdi.platform.errors import DomainError, PermissionRefused


def passes(check: Callable[..., None], *args: object, refusal: type[DomainError] = PermissionRefused) -> bool:
    """With PolicyRefused as `refusal`, whether the state of the thing allows it."""
    try:
        check(*args)
    except refusal:
        return False
    return True
