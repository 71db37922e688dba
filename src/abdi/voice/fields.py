"""Fields that rooms of the voice share."""

from decimal import Decimal
from typing import Any

from django.core.validators import MaxLengthValidator, MinValueValidator
from django.db import models


def words(label: Any, longest: int, **options: Any) -> "models.TextField[str, str]":
    """Text of at most so many letters; a TextField alone would leave that to forms."""
    return models.TextField(label, max_length=longest, validators=[MaxLengthValidator(longest)], **options)


def rupiah(label: Any, *, least: int | None = 0) -> "models.DecimalField[Decimal, Decimal]":
    """An amount of money, exact; `least` is the smallest that makes sense, None where it may be negative."""
    held = [] if least is None else [MinValueValidator(Decimal(least))]
    return models.DecimalField(label, max_digits=15, decimal_places=2, validators=held)
