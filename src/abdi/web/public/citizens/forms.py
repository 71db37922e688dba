"""What is asked of a citizen who signs in, and of his account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.citizens.models import Citizen


class EmailForm(forms.Form):
    email = forms.CharField(
        label=_("Alamat surel"),
        max_length=254,
        help_text=_("Disimpan tersandi. Tidak ditampilkan kepada siapa pun, juga tidak kepada pegawai."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Kode enam angka"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class AccountForm(forms.Form):
    """The arguments of `describe`."""

    name = forms.CharField(
        label=_("Nama tampilan"),
        max_length=40,
        help_text=_("Dibaca semua orang. Boleh bukan nama asli."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    wants_letters = forms.BooleanField(label=_("Kirimi saya kabar lewat surel"), required=False)

    @classmethod
    def of(cls, citizen: Citizen) -> "AccountForm":
        return cls(initial={"name": citizen.name, "wants_letters": citizen.wants_letters})


class EraseForm(forms.Form):
    sure = forms.BooleanField(label=_("Ya, hapus akun warga saya"))
