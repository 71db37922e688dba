"""What every action here does to a row: hold the lock, let the model check it, save."""

from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import Instansi, TenantModel
from abdi.platform.tenancy.scope import current_instansi

T = TypeVar("T", bound=TenantModel)


def lock_organisation() -> None:
    """Changes to one instansi's organisation queue: a loop or an overlap takes two rows to make.

    `no_key` leaves everybody free who merely refers to the instansi, so only organisers wait.
    """
    Instansi.objects.select_for_update(no_key=True).get(pk=current_instansi().pk)


def write(row: T) -> T:
    """Save after the model's own checks; the first of them that fails becomes the refusal."""
    row.claim()
    try:
        row.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise InputRefused(messages[0], field="" if field == NON_FIELD_ERRORS else field) from error
    row.save()
    return row
