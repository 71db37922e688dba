"""Words asked of people, and words sent to them."""

from abdi.organisation.models import Employee
from abdi.platform.errors import InputRefused
from abdi.platform.notifications.notify import notify


def stated(text: str, refusal: str, field: str) -> str:
    """The text without its edges. Raises InputRefused with the sentence `refusal` where there is none."""
    if not text.strip():
        raise InputRefused(refusal, field=field)
    return text.strip()


def tell(person: Employee | None, kind: str, title: str, about: object, url: str) -> None:
    """A notice, where there is somebody and he can sign in."""
    if person is not None and person.user is not None:
        notify(recipient=person.user, kind=kind, title=title, body=str(about), url=url)
