"""What is asked about a machine."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.services.devices.enums import DeviceKind
from abdi.web.staff.fields import UnitField


class DeviceForm(forms.Form):
    """The arguments of `register_device`."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(user, label=_("Unit kerja tempatnya berdiri"))
        self.fields["kind"] = forms.ChoiceField(
            label=_("Jenis"), choices=DeviceKind.choices, widget=forms.RadioSelect, initial=DeviceKind.KIOS
        )
        self.fields["name"] = forms.CharField(
            label=_("Nama"), max_length=100, help_text=_("Di mana ia berdiri, misalnya: Kios pintu depan.")
        )
