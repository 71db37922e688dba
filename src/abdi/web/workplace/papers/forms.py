"""What is asked when documents are ordered or signed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Unit
from abdi.organisation.selectors import units_below
from abdi.planning.models import Period
from abdi.platform.documents.emblem import LARGEST
from abdi.platform.documents.papers import all_papers, paper_of


class OrderForm(forms.Form):
    kind = forms.ChoiceField(label=_("Dokumen"), widget=forms.RadioSelect)
    period = forms.ModelChoiceField(
        label=_("Periode"), queryset=None, to_field_name="uid", empty_label=_("Pilih periode")
    )
    unit = forms.ModelChoiceField(
        label=_("Unit kerja"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label=_("Semua yang boleh saya lihat"),
        help_text=_("Termasuk unit di bawahnya."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(paper.code, paper.label) for paper in all_papers()]
        self.fields["period"].queryset = Period.objects.order_by("-start", "end")
        self.fields["unit"].queryset = Unit.objects.order_by("code")

    def given(self) -> dict[str, Any]:
        """Of `order_batch`."""
        paper, period = paper_of(self.cleaned_data["kind"]), self.cleaned_data["period"]
        unit = self.cleaned_data["unit"]
        where = f", {unit}" if unit else ""
        return {
            "paper": paper,
            "title": f"{paper.label}, {period}{where}",
            "period": period.uid,
            "units": units_below(unit) if unit else None,
        }


class SignForm(forms.Form):
    """Neither is ever shown again, kept or logged."""

    nik = forms.CharField(
        label=_("NIK penanda tangan"),
        max_length=16,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Yang terdaftar pada layanan sertifikat elektronik. Tidak disimpan."),
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Diteruskan sekali ke layanan tanda tangan. Tidak disimpan."),
    )


class EmblemForm(forms.Form):
    file = forms.FileField(
        label=_("Gambar lambang"),
        help_text=_("PNG atau JPEG, paling besar 64 KiB. Dipakai pada dokumen yang dicetak sesudahnya."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )

    def given(self) -> dict[str, Any]:
        """Of `set_emblem`; a file far beyond the limit is not read whole."""
        file = self.cleaned_data["file"]
        return {"image": file.read(LARGEST + 1), "name": file.name}
