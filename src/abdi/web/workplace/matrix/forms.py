"""Inviting somebody of elsewhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee
from abdi.organisation.selectors import placements_on

AT_MOST = 20  # people found that are still read one by one


class PersonSearchForm(forms.Form):
    is_filter = True

    q = forms.CharField(label=_("Nama pegawai"), max_length=100, required=False)


class InviteForm(forms.Form):
    employee = forms.ModelChoiceField(
        label=_("Pegawai"), queryset=None, to_field_name="uid", widget=forms.RadioSelect, empty_label=None
    )
    team = forms.CharField(label=_("Nama tim"), max_length=100, required=False)
    is_lead = forms.BooleanField(label=_("Ketua tim"), required=False)
    assigned_by = forms.CharField(
        label=_("Penugasan dari"),
        max_length=200,
        required=False,
        help_text=_("Ditulis di SKP pegawai. Kosong berarti jabatan dan unit Anda."),
    )

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        """Only who was found by the words can be chosen."""
        super().__init__(*args, **kwargs)
        found = Employee.objects.filter(name__icontains=words) if words else Employee.objects.none()
        self.found = list(found[:AT_MOST])
        placements = placements_on(self.found)
        field = self.fields["employee"]
        field.queryset = found
        field.choices = [(one.uid, _described(one, placements.get(one.pk))) for one in self.found]


def _described(employee: Employee, placement: Any) -> str:
    return f"{employee}, {placement.position}, {placement.position.unit}" if placement else str(employee)
