"""What is asked at the desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.services.requests.permissions import units_served
from abdi.services.requests.policies import LONGEST_NAME
from abdi.web.fields import OwnWords, area

LONGEST_NOTE = 300


class VisitForm(forms.Form):
    layanan = forms.ModelMultipleChoiceField(
        label=_("Layanan yang diminta"),
        queryset=None,
        to_field_name="uid",
        help_text=_("Boleh beberapa, juga dari unit lain; masing-masing dikerjakan unitnya sendiri."),
        widget=forms.CheckboxSelectMultiple,
    )
    name = forms.CharField(
        label=_("Nama pemohon"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=_("Disimpan tersandi; boleh dikosongkan bila layanannya tidak memerlukannya."),
    )
    unit = forms.ModelChoiceField(
        label=_("Diterima di"), queryset=None, to_field_name="uid", empty_label=None
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today, served = moments.today(), units_served(user)
        units = Unit.objects.on(today)
        self.fields["unit"].queryset = units if served is None else units.filter(pk__in=served)
        self.fields["layanan"].queryset = Layanan.objects.on(today).order_by("name")


class WordsForm(forms.Form):
    """One field of words; an empty one is refused by the verb, in a sentence of its own."""

    def __init__(self, name: str, label: Any) -> None:
        super().__init__(auto_id=f"id_{name}_%s")
        field = OwnWords(label=label, max_length=LONGEST_NOTE, widget=area(2))
        self.fields[name] = field


class ProductForm(forms.Form):
    product = forms.FileField(
        label=_("Produk (PDF)"),
        required=False,
        help_text=_("Tanpa berkas, Abdi menerbitkan tanda selesai. Keduanya dapat diperiksa keasliannya."),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )
