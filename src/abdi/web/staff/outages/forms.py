"""What is asked about an outage."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.web.fields import moment


class OutageForm(forms.Form):
    """The arguments of `record_outage`."""

    start = moment(_("Mulai"))
    end = moment(_("Selesai"), required=False, help_text=_("Kosong bila masih berlangsung."))
    what = forms.CharField(
        label=_("Yang terganggu"), max_length=200, help_text=_("Misalnya: Abdi tidak dapat dibuka.")
    )
    source = forms.CharField(
        label=_("Sumber keterangan"),
        max_length=200,
        help_text=_("Nomor berita acara, laporan, atau nama yang melaporkan."),
    )


class EndForm(forms.Form):
    """The moment the service was back."""

    end = moment(_("Selesai"))
