"""What is asked about an instansi."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import Instansi


class InstansiForm(forms.Form):
    """The arguments of `change_instansi`."""

    name = forms.CharField(label=_("Nama instansi"), max_length=200)
    place = forms.CharField(
        label=_("Tempat"), max_length=100, help_text=_("Kota penandatanganan pada dokumen.")
    )
    timezone = forms.ChoiceField(
        label=_("Zona waktu"), choices=Instansi.Timezone.choices, widget=forms.RadioSelect
    )
    host = forms.CharField(
        label=_("Alamat web"),
        max_length=200,
        required=False,
        help_text=_("Bila instansi ini punya alamat sendiri, misalnya abdi.contoh.go.id."),
    )

    def __init__(self, *args: Any, instansi: Instansi | None = None, **kwargs: Any) -> None:
        known = {name: getattr(instansi, name) for name in self.base_fields} if instansi else {}
        super().__init__(*args, initial={"timezone": Instansi.Timezone.WIB, **known}, **kwargs)


class NewInstansiForm(InstansiForm):
    """The arguments of `open_instansi`."""

    code = forms.SlugField(
        label=_("Kode"),
        max_length=50,
        help_text=_(
            "Singkat, huruf kecil dan tanda hubung, misalnya kab-contoh; tidak dapat diubah kemudian."
        ),
    )

    field_order = ("name", "code", "place", "timezone", "host")
