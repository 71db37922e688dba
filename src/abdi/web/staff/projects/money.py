"""Rupiah as people write them: 1.500.000 · 1500000 · Rp 1.500.000,50 · −20.000."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from abdi.web.fields import DecimalText

_WRITTEN = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?")


class Rupiah(DecimalText):
    """Points group thousands and nothing else: "1.50" could mean two things and is refused."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=15, decimal_places=2, **options)

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        plain = value.removeprefix("Rp").replace("\N{MINUS SIGN}", "-").replace(" ", "")
        if not _WRITTEN.fullmatch(plain):
            raise ValidationError(_("Tulis seperti 1.500.000 atau 1500000."))
        return super().to_python(plain.replace(".", ""))
