"""What is asked about periods."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.planning.enums import PeriodKind
from abdi.web.fields import day


class YearForm(forms.Form):
    """The arguments of `open_year`."""

    year = forms.IntegerField(
        label=_("Tahun"), min_value=2000, max_value=2100, help_text=_("Januari sampai Desember.")
    )
    filing_days = forms.IntegerField(
        label=_("Hari untuk mengisi"),
        min_value=0,
        max_value=92,
        help_text=_("Sesudah triwulan berakhir."),
    )
    assessor_days = forms.IntegerField(
        label=_("Hari untuk menilai"),
        min_value=0,
        max_value=92,
        help_text=_("Sesudah triwulan berakhir."),
    )


class PeriodForm(forms.Form):
    """The arguments of `open_period`."""

    name = forms.CharField(label=_("Nama"), max_length=100, help_text=_("Misalnya Januari 2027."))
    kind = forms.ChoiceField(label=_("Jenis"), choices=PeriodKind.choices, widget=forms.RadioSelect)
    start = day(_("Hari pertama"))
    end = day(_("Hari terakhir"))
    filing_deadline = day(_("Batas pengisian"))
    assessor_deadline = day(_("Batas penilaian"))
