"""What is asked about a visit: where and when it is to be, and the arrival."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.activity.visits.enums import VisitKind
from abdi.activity.visits.geo import Point
from abdi.activity.visits.rounds import Stop, read_stops
from abdi.organisation.models import Employee
from abdi.planning.models import Rhk
from abdi.planning.selectors import current_skp
from abdi.platform.errors import InputRefused
from abdi.web.fields import OwnWords, area, day


class RoundForm(forms.Form):
    """One window of time and the points to visit within it."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=VisitKind.choices, initial=VisitKind.PATROLI)
    purpose = forms.CharField(
        label=_("Keperluan"), max_length=200, help_text=_("Misalnya: penimbangan balita, patroli pagi.")
    )
    day = day(_("Hari"))
    opens = forms.TimeField(label=_("Mulai pukul"), widget=forms.TimeInput(attrs={"type": "time"}))
    closes = forms.TimeField(label=_("Sampai pukul"), widget=forms.TimeInput(attrs={"type": "time"}))
    points = forms.CharField(
        label=_("Titik yang dikunjungi"),
        widget=area(6),
        help_text=_(
            "Satu titik satu baris: nama; lintang; bujur; radius dalam meter. Misalnya: Posyandu Melati; -6,914; "
            "107,609; 100. Boleh ditempel dari tabel. Tanpa lintang dan bujur hanya waktunya yang diperiksa. Jangan "
            "menulis nama warga."
        ),
    )
    rhk = forms.ModelChoiceField(
        label=_("Untuk hasil kerja"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label=_("Belum dipilih"),
    )

    def __init__(self, *args: Any, employee: Employee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skp = current_skp(employee, timezone.localdate())
        self.fields["rhk"].queryset = Rhk.objects.filter(skp=skp)

    def clean_points(self) -> list[Stop]:
        try:
            return read_stops(self.cleaned_data["points"])
        except InputRefused as refusal:
            raise forms.ValidationError(refusal.message) from refusal

    def round(self) -> dict[str, Any]:
        """The fields of `plan_round`."""
        asked = dict(self.cleaned_data)
        return {"stops": asked.pop("points"), **asked}


class ArrivalForm(forms.Form):
    """The position is filled in by the browser where it may; without it the arrival is recorded all the same."""

    photo = forms.FileField(
        label=_("Foto"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg", "capture": "environment"}),
        help_text=_("JPEG. Data lokasi dan perangkat di dalam foto dihapus sebelum disimpan."),
    )
    client_id = forms.UUIDField(widget=forms.HiddenInput)
    latitude = forms.CharField(widget=forms.HiddenInput, required=False)
    longitude = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def blank(cls) -> "ArrivalForm":
        return cls(initial={"client_id": uuid4()})

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        north, east = found.get("latitude"), found.get("longitude")
        try:
            found["position"] = Point.read(north, east) if north and east else None
        except InputRefused as refusal:
            raise forms.ValidationError(refusal.message) from refusal
        return found

    def arrival(self) -> dict[str, Any]:
        """The fields of `check_in`, but for the moment."""
        return {name: self.cleaned_data[name] for name in ("photo", "client_id", "position")}


class CancelForm(forms.Form):
    reason = OwnWords(label=_("Alasan pembatalan"), widget=area(2))


class WeekForm(forms.Form):
    """Any day of the week to look at."""

    mulai = day(_("Pekan"), required=False)

    def day(self) -> date:
        return (self.cleaned_data.get("mulai") if self.is_valid() else None) or timezone.localdate()
