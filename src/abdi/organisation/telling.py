"""Words sent to employees."""

from abdi.organisation.models import Employee
from abdi.platform.notifications.notify import notify


def tell(person: Employee | None, *, kind: str, title: str, url: str, body: str = "") -> None:
    """A notice, where there is somebody and he can sign in."""
    if person is not None and person.user is not None:
        notify(recipient=person.user, kind=kind, title=title, body=body, url=url)
