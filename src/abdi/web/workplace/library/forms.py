"""Searching the library, and adding to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import JenisJabatan
from abdi.planning.enums import Arah, Aspek, MetricScope, Perspektif
from abdi.web.fields import DecimalText, area
from abdi.web.workplace.plans.forms import metric_choices


class SearchForm(forms.Form):
    is_filter = True

    q = forms.CharField(label=_("Kata kunci"), required=False, max_length=100)
    jenis = forms.ChoiceField(
        label=_("Jenis jabatan"), choices=[("", _("Semua")), *JenisJabatan.choices], required=False
    )

    def asked(self) -> dict[str, str]:
        """Of `search`; what cannot be understood is no condition."""
        found = self.cleaned_data if self.is_valid() else {}
        return {"words": found.get("q", ""), "jenis": found.get("jenis", "")}


class TemplateForm(forms.Form):
    """One of the instansi's own examples."""

    jabatan = forms.CharField(
        label=_("Jabatan"), max_length=100, help_text=_("Misalnya: Lurah, petugas loket.")
    )
    jenis = forms.ChoiceField(
        label=_("Jenis jabatan"), choices=[("", _("Semua")), *JenisJabatan.choices], required=False
    )
    text = forms.CharField(label=_("Indikator"), widget=area(2))
    formula = forms.CharField(label=_("Cara menghitung"), widget=area(2), required=False)
    metric = forms.ChoiceField(label=_("Ukuran Abdi"), required=False)
    metric_scope = forms.ChoiceField(label=_("Fakta milik siapa"), choices=MetricScope.choices)
    source = forms.CharField(
        label=_("Sumber lain"),
        max_length=200,
        required=False,
        help_text=_("Dari mana angkanya, bila tidak ada ukuran Abdi yang cocok."),
    )
    aspek = forms.ChoiceField(label=_("Aspek"), choices=Aspek.choices)
    perspektif = forms.ChoiceField(
        label=_("Perspektif"), choices=[("", _("Belum dipilih")), *Perspektif.choices], required=False
    )
    arah = forms.ChoiceField(label=_("Arah"), choices=[one for one in Arah.choices if one[0] != Arah.RENTANG])
    target = DecimalText(label=_("Target lazim"), max_digits=14, decimal_places=3, required=False)
    satuan = forms.CharField(label=_("Satuan"), max_length=40, required=False)
    target_text = forms.CharField(label=_("Target dalam kata-kata"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["metric"].choices = [("", _("Tidak ada")), *metric_choices()]
