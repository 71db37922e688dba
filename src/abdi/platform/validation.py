"""One way from Django's validation to one clear sentence."""

from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction

from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import TenantModel

M = TypeVar("M", bound=models.Model)


def write(row: M) -> M:
    """Save once fields, uniqueness and constraints hold; otherwise the first that fails becomes the refusal."""
    if isinstance(row, TenantModel):
        row.claim()
    try:
        row.clean_fields(exclude=_at_hand(row))
        row.clean()
        _save(row)
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        named = "" if field == NON_FIELD_ERRORS else field
        label = f"{getattr(row._meta.get_field(named), 'verbose_name', named)}: " if named else ""
        raise InputRefused(f"{label}{messages[0]}", field=named) from error
    return row


def stated(text: str, refusal: str, field: str) -> str:
    """The words without their edges. Raises InputRefused with the sentence `refusal` where there are none."""
    if not text.strip():
        raise InputRefused(refusal, field=field)
    return text.strip()


def _save(row: models.Model) -> None:
    """The database refuses by itself what is not unique or breaks a constraint; only then its sentence is sought."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        row.full_clean()
        raise


def _at_hand(row: models.Model) -> set[str]:
    """Relations whose other end was read already: no need to ask the database whether it exists."""
    relations = [field for field in row._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    return {one.name for one in relations if one.is_cached(row) and getattr(row, one.attname) is not None}
