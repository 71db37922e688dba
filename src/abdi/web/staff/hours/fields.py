"""Hours of a day as people write them: 08.00–12.00, 13.00–15.00."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*(?:[-–—]|s\.?d\.?)\s*(\d{1,2})[.:](\d{2})")


class HoursField(forms.CharField):
    """Gives [["08:00", "12:00"], …]; empty means closed."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=100, **options)
        self.widget.attrs.update(autocomplete="off", placeholder="08.00–12.00, 13.00–15.00")

    def clean(self, value: Any) -> list[list[str]]:
        parts = [part.strip() for part in super().clean(value).split(",") if part.strip()]
        return [self._span(part) for part in parts]

    def prepare_value(self, value: Any) -> Any:
        return hours_in_words(value) if isinstance(value, list) else value

    def _span(self, text: str) -> list[str]:
        found = _SPAN.fullmatch(text)
        if found is None:
            raise ValidationError(_("“%s” tidak terbaca; tulis seperti 08.00–12.00.") % text)
        opens_hour, opens, closes_hour, closes = found.groups()
        return [f"{opens_hour.zfill(2)}:{opens}", f"{closes_hour.zfill(2)}:{closes}"]


def hours_in_words(hours: Sequence[Sequence[str]]) -> str:
    return ", ".join(f"{opens}–{closes}".replace(":", ".") for opens, closes in hours)
