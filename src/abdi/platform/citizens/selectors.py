"""Who comes back to a session."""

from uuid import UUID

from django.db.models import QuerySet

from abdi.platform.citizens.models import Citizen, SignInCode


def citizen_by_uid(uid: str) -> Citizen | None:
    """None for nobody of this instansi, and for one who has erased his account."""
    try:
        return Citizen.objects.filter(uid=UUID(uid), erased_at=None).first()
    except ValueError:
        return None


def stopped_citizens() -> QuerySet[Citizen]:
    return Citizen.objects.filter(is_blocked=True, erased_at=None).order_by("name")


def address_asked(uid: str) -> str:
    """Where the code of this uid went, so that nobody types it twice and no session keeps it; empty when forgotten."""
    code = SignInCode.objects.filter(uid=uid).first() if uid else None
    return code.email if code else ""
