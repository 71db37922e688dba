"""What is asked about outlines."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.web.fields import day


class OutlinesForm(forms.Form):
    """The arguments of `import_outlines`; `file` is its `content`."""

    file = forms.FileField(
        label=_("Berkas GeoJSON"),
        help_text=_(
            "FeatureCollection dalam derajat WGS 84; tiap bidang menyebut kode unitnya pada properti “unit”."
        ),
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
    )
    valid_from = day(
        _("Berlaku sejak"), help_text=_("Batas lama berakhir sehari sebelumnya; yang sudah tercatat tetap.")
    )

    def arguments(self) -> dict[str, Any]:
        return {"content": self.cleaned_data["file"], "valid_from": self.cleaned_data["valid_from"]}
