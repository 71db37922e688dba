"""What a machine is asked once, and what it asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.errors import InputRefused
from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.services.devices.selectors import device_of
from abdi.services.queue.enums import Priority

REASON = _("Dipilih sendiri di kios: %s")


class RegisterForm(forms.Form):
    kind = DeviceKind.KIOS
    token = forms.CharField(
        label=_("Kode perangkat"),
        max_length=60,
        help_text=_(
            "Dua puluh huruf dan angka yang tampil saat admin mendaftarkan kios ini di Kelola, Perangkat."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def device(self) -> Device:
        """Raises InputRefused for a token that lets nobody in."""
        found = device_of(self.cleaned_data["token"], self.kind)
        if found is None:
            raise InputRefused(
                _("Kode ini tidak dikenal atau izinnya sudah dicabut; minta kode baru kepada admin unit."),
                field="token",
            )
        return found


class PriorityForm(forms.Form):
    """What somebody says of himself at the machine; an officer sees it and who set it."""

    prioritas = forms.ChoiceField(choices=Priority.choices, required=False)

    def chosen(self) -> Priority:
        told = self.cleaned_data.get("prioritas") if self.is_valid() else ""
        return Priority(told or Priority.BIASA)

    def arguments(self) -> dict[str, object]:
        """Of `issue_ticket`."""
        priority = self.chosen()
        reason = "" if priority == Priority.BIASA else REASON % priority.label
        return {"priority": priority, "priority_reason": reason}
