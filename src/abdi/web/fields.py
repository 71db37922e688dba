"""Fields that several forms share."""

from decimal import Decimal
from typing import Any

from django import forms


class DecimalText(forms.DecimalField):
    """A number as people type it: 90,5 or 90.5."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs.update(inputmode="decimal", autocomplete="off")

    def to_python(self, value: Any) -> Any:
        return super().to_python(
            value.replace(" ", "").replace(",", ".") if isinstance(value, str) else value
        )

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            value = value.normalize()  # 85, not 85,000, which reads as thousands
        return value if isinstance(value, str) or value is None else f"{value:f}".replace(".", ",")


class OwnWords(forms.CharField):
    """Text whose absence the action refuses in a sentence of its own, better than "wajib diisi"."""

    def validate(self, value: Any) -> None:
        return None


def area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": str(rows)})


def day(label: Any, **options: Any) -> forms.DateField:
    """A day, picked or typed."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


def moment(label: Any, **options: Any) -> forms.DateTimeField:
    """A day with its time, in the zone of the instansi."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget, **options)
