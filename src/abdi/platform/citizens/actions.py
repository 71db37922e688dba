"""The verbs of a citizen's account. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`."""

from abdi.platform.citizens.account import block, describe, erase, unblock
from abdi.platform.citizens.signing_in import ask_code, confirm

__all__ = ["ask_code", "block", "confirm", "describe", "erase", "unblock"]
