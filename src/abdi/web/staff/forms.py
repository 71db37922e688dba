"""What the administration is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import EmployeeStatus
from abdi.organisation.models import Unit
from abdi.web.fields import day


class EmployeesForm(forms.Form):
    """Filter of the list of employees."""

    is_filter = True

    q = forms.CharField(label=_("Nama atau NIP"), required=False, max_length=100)
    unit = forms.ModelChoiceField(
        label=_("Unit kerja"), queryset=None, to_field_name="uid", required=False, empty_label=_("Semua")
    )
    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("Semua")), *EmployeeStatus.choices], required=False
    )
    lengkap = forms.ChoiceField(
        label=_("Kelengkapan"),
        choices=[("", _("Semua")), ("perlu", _("Perlu dilengkapi")), ("sudah", _("Sudah lengkap"))],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.all()

    def asked(self) -> dict[str, Any]:
        """What cannot be understood is no condition."""
        return self.cleaned_data if self.is_valid() else {}


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas pegawai"),
        help_text=_("XLSX atau CSV. Belum ada yang ditulis sampai pratinjaunya Anda setujui."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    create_units = forms.BooleanField(label=_("Buka juga unit kerja yang belum dikenal"), required=False)


class AuditForm(forms.Form):
    """Filter of the trail."""

    is_filter = True

    q = forms.CharField(label=_("Pelaku atau tindakan"), required=False, max_length=100)
    sumber = forms.ChoiceField(
        label=_("Bagian"),
        required=False,
        choices=[
            ("", _("Semua")),
            ("organisation", _("Organisasi")),
            ("planning", _("Perencanaan")),
            ("evaluation", _("Penilaian")),
            ("facts", _("Fakta")),
            ("measurement", _("Pengukuran")),
            ("integrations", _("Impor")),
            ("accounts", _("Akun")),
        ],
    )
    sejak = day(_("Sejak"), required=False)

    def asked(self) -> dict[str, Any]:
        """Of `audit.selectors.trail`."""
        found = self.cleaned_data if self.is_valid() else {}
        return {
            "words": found.get("q", ""),
            "source": found.get("sumber", ""),
            "since": found.get("sejak"),
        }
