"""Fields over the units that somebody facilitates, and over who works there."""

from typing import Any

from django import forms

from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import employees_in, units_below
from abdi.voice.permissions import units_facilitated
from abdi.web.staff.fields import UnitField


class FacilitatedUnitField(UnitField):
    among = staticmethod(units_facilitated)


class UnitBelowField(forms.ModelChoiceField):
    """The unit itself or one below it."""

    def __init__(self, unit: Unit, **options: Any) -> None:
        rows = Unit.objects.filter(pk__in=units_below(unit))
        super().__init__(queryset=rows, to_field_name="uid", empty_label=None, initial=unit.uid, **options)


class ColleagueField(forms.ModelChoiceField):
    """Somebody who works in the unit or below it."""

    def __init__(self, unit: Unit, **options: Any) -> None:
        rows: Any = Employee.objects.filter(pk__in=employees_in(units_below(unit)).values("pk"))
        super().__init__(queryset=rows, to_field_name="uid", empty_label="–", **options)


def moment(label: Any, **options: Any) -> forms.DateTimeField:
    """A day and an hour, picked or typed."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget, **options)


def picture(label: Any, **options: Any) -> forms.FileField:
    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
    return forms.FileField(label=label, widget=widget, **options)
