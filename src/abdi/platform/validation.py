"""One way from Django's validation to one clear sentence."""

from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import TenantModel

M = TypeVar("M", bound=models.Model)


def write(row: M) -> M:
    """Save once fields, uniqueness and constraints hold; otherwise the first that fails becomes the refusal."""
    if isinstance(row, TenantModel):
        row.claim()
    try:
        row.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        named = "" if field == NON_FIELD_ERRORS else field
        label = f"{getattr(row._meta.get_field(named), 'verbose_name', named)}: " if named else ""
        raise InputRefused(f"{label}{messages[0]}", field=named) from error
    row.save()
    return row
