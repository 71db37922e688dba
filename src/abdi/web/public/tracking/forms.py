"""What is asked of who follows an errand, or files one from home."""

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from abdi.platform.verification.codes import as_typed
from abdi.services.requests.policies import LONGEST_NAME


def sent_file(request: HttpRequest) -> UploadedFile | None:
    """What was chosen; without anything a notice says so."""
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, gettext("Pilih dahulu berkasnya: PDF, JPEG, atau PNG."))
    return file


class TrackForm(forms.Form):
    kode = forms.CharField(
        label=_("Kode urusan"),
        max_length=30,
        help_text=_("Sepuluh huruf dan angka pada tanda terima, nomor antrean, atau reservasi Anda."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_kode(self) -> str:
        code = as_typed(self.cleaned_data["kode"])
        if not code.isascii() or not code:
            raise forms.ValidationError(_("Kode hanya berisi huruf A–Z dan angka; periksa ketikannya."))
        return code


class ApplyForm(forms.Form):
    name = forms.CharField(
        label=_("Nama pemohon"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=_(
            "Disimpan tersandi dan hanya dibaca petugas yang mengerjakan. Kode sudah cukup untuk melacak."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
