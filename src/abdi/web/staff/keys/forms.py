"""What is asked about a key."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.keys.enums import KeyScope


class KeyForm(forms.Form):
    """The arguments of `issue_key`."""

    name = forms.CharField(
        label=_("Nama sistem"), max_length=100, help_text=_("Misalnya: Aplikasi warga Kelurahan Melati.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("Yang boleh dilakukan"), choices=KeyScope.choices, widget=forms.CheckboxSelectMultiple
    )
