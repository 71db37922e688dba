"""What is asked of somebody who holds a document."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.files.kinds import PDF
from abdi.platform.files.store import measure


class CodeForm(forms.Form):
    kode = forms.CharField(
        label=_("Kode periksa"),
        max_length=30,
        help_text=_("Sepuluh huruf dan angka di kaki dokumen, atau pindai kode QR-nya."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas PDF"),
        help_text=_("Dihitung sidiknya saja; berkas Anda tidak disimpan."),
        widget=forms.FileInput(attrs={"accept": PDF.content_type}),
    )

    def sha256(self) -> str:
        """Of the file, read in pieces and forgotten. Raises InputRefused for one that is empty or too large."""
        file = self.cleaned_data["file"]
        return measure(file, file.name).sha256
