"""Fields the forms of this room share."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.organisation.models import Employee
from abdi.planning.policies import perilaku_values


def person(label: Any, people: Any = None, **options: Any) -> forms.ModelChoiceField:
    """One employee out of a set the view narrows."""
    return forms.ModelChoiceField(
        label=label, queryset=people, to_field_name="uid", empty_label=None, **options
    )


def people(label: Any, found: Any = None, **options: Any) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label=label, queryset=found, to_field_name="uid", widget=forms.CheckboxSelectMultiple, **options
    )


class NipField(forms.CharField):
    """Somebody who is in no list here, by the number he gives; cleaned to the employee or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=18, **options)

    def clean(self, value: Any) -> Any:
        nip = super().clean(value).replace(" ", "")
        if not nip:
            return None
        found = Employee.objects.filter(nip=nip).first()
        if found is None:
            raise forms.ValidationError(_("Tidak ada pegawai dengan NIP ini di instansi Anda."))
        return found


def value_choices(on: Any) -> list[tuple[str, str]]:
    return [(value["kode"], value["nama"]) for value in perilaku_values(on)]


ANY_VALUE = ("", gettext_lazy("Umum"))
