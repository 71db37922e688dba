"""Turning a `check_*` that raises into the `can_*` that a button asks."""

from collections.abc import Callable

from abdi.platform.errors import PermissionRefused


def passes(check: Callable[..., None], *args: object) -> bool:
    try:
        check(*args)
    except PermissionRefused:
        return False
    return True
