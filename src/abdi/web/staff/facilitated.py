"""What forums and projects ask alike: a unit that somebody facilitates, who works there, a photograph."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import employees_in, units_below
from abdi.voice.permissions import units_facilitated
from abdi.web.fields import OwnWords
from abdi.web.staff.fields import UnitField
from abdi.web.staff.steps import StepForm


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


def picture(label: Any, **options: Any) -> forms.FileField:
    """The kinds that `platform/files/pictures` reads."""
    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
    return forms.FileField(label=label, widget=widget, **options)


class PhotoForm(StepForm):
    photo = picture(_("Foto"))
    caption = OwnWords(label=_("Yang terlihat"), max_length=200, help_text=_("Tanpa nama orang."))
