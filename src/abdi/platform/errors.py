"""What can go wrong in the words of the person who meets it. The roof turns each into one HTTP answer."""


class DomainError(Exception):
    """A refusal with one clear sentence: what, where, what to do. `field` names the input it belongs to."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = str(message)
        self.field = field


class PermissionRefused(DomainError):
    """This person may not do that (HTTP 403)."""


class PolicyRefused(DomainError):
    """The state of the thing does not allow it (HTTP 409)."""


class InputRefused(DomainError):
    """What was given cannot be used (HTTP 422)."""
