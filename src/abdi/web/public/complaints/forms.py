"""What is asked of who reports, and of who follows his report."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Unit
from abdi.voice.complaints.enums import Kind
from abdi.voice.complaints.models import Category
from abdi.voice.complaints.policies import LONGEST_SHORT
from abdi.voice.complaints.types import Place, Reporter
from abdi.web.fields import area, day
from abdi.web.public.complaints.fields import VISIBILITY, PhotosField, visibility_choices

LONGEST = 4_000  # of what happened: as Open311 has it, so that a report travels whole


class ByUid(forms.ModelChoiceField):
    """Empty says that the office may find out."""

    def __init__(self, label: Any) -> None:
        words = _("Belum tahu; biar kami yang menentukan")
        super().__init__(None, label=label, to_field_name="uid", required=False, empty_label=words)
        self.error_messages["invalid_choice"] = _("Pilih salah satu dari daftar.")

    def to_python(self, value: Any) -> Any:
        """What is no identifier at all is no choice either."""
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            raise forms.ValidationError(self.error_messages["invalid_choice"]) from error


class ComplaintForm(forms.Form):
    """Everything on one screen; only the story is obligatory."""

    kind = forms.ChoiceField(
        label=_("Apa yang ingin Anda sampaikan?"),
        choices=Kind.choices,
        initial=Kind.PENGADUAN,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Apa yang terjadi?"),
        max_length=LONGEST,
        widget=area(5),
        help_text=_("Apa, di mana, sejak kapan. Jangan tulis nama atau nomor orang lain."),
        error_messages={"required": _("Tulis dahulu apa yang terjadi, satu atau dua kalimat cukup.")},
    )
    address = forms.CharField(
        label=_("Alamat atau patokan"),
        max_length=LONGEST_SHORT,
        required=False,
        help_text=_("Misalnya: depan pasar, dekat jembatan."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    is_at_home = forms.BooleanField(
        label=_("Ini di rumah saya: bulatkan titiknya pada peta umum"), required=False
    )
    photos = PhotosField(
        label=_("Foto"),
        help_text=_("Paling banyak lima. Data lokasi dan nama perangkat di dalam foto dihapus."),
    )
    visibility = forms.ChoiceField(
        label=_("Siapa yang boleh tahu?"),
        choices=visibility_choices,
        initial="anonim",
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih siapa yang boleh tahu siapa Anda.")},
    )
    name = forms.CharField(
        label=_("Nama"),
        max_length=LONGEST_SHORT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    home = forms.CharField(
        label=_("Alamat lengkap Anda"),
        max_length=LONGEST_SHORT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    contact = forms.CharField(
        label=_("Surel atau nomor HP"),
        max_length=LONGEST_SHORT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )
    category = ByUid(_("Tentang"))
    unit = ByUid(_("Kantor yang bertanggung jawab"))
    happened_on = day(_("Terjadi pada"), required=False)
    requested_solution = forms.CharField(
        label=_("Penyelesaian yang Anda minta"), max_length=LONGEST, required=False, widget=area(2)
    )
    about_words = forms.CharField(
        label=_("Tentang petugas tertentu"),
        max_length=LONGEST_SHORT,
        required=False,
        help_text=_(
            "Loket, jam, atau ciri-cirinya; nama tidak perlu. Laporan tentang petugas tidak dapat dibuka olehnya, dan "
            "diperiksa oleh atasannya atau pengawas."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    lat = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)
    lon = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    view = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)
    submission = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    story = ("kind", "text")
    reporter = ("name", "home", "contact")
    more = ("category", "unit", "happened_on", "requested_solution", "about_words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = Category.objects.filter(is_active=True)
        self.fields["unit"].queryset = Unit.objects.on(timezone.localdate())
        self.initial.setdefault("submission", str(uuid4()))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (cleaned.get("lat") is None) != (cleaned.get("lon") is None):
            self.add_error("address", _("Titik pada peta tidak lengkap; tunjuk sekali lagi tempatnya."))
        happened = cleaned.get("happened_on")
        if happened and happened > timezone.localdate():
            self.add_error("happened_on", _("Hari ini belum terjadi; pilih hari yang sudah lewat."))
        return cleaned

    @property
    def opens_more(self) -> bool:
        """Whether the part that is folded away holds something."""
        return any(self[name].errors or self[name].value() for name in self.more)

    @property
    def place(self) -> Place | None:
        given = self.cleaned_data
        place = Place(given["lat"], given["lon"], given["address"])
        return place if place.address or place.lat is not None else None

    def filed(self) -> dict[str, Any]:
        """Arguments of `file_complaint`."""
        given = self.cleaned_data
        named = Reporter(name=given["name"], address=given["home"], contact=given["contact"])
        is_anonymous, is_secret = VISIBILITY[given["visibility"]]
        plain = ("kind", "text", "photos", "is_at_home", "submission", *self.more)
        return {name: given[name] for name in plain} | {
            "place": self.place,
            "identity": named if any(given[name] for name in self.reporter) else None,
            "is_anonymous": is_anonymous,
            "is_secret": is_secret,
        }


class AddForm(forms.Form):
    """What the reporter says later."""

    text = forms.CharField(
        label=_("Keterangan tambahan"),
        max_length=LONGEST,
        widget=area(3),
        error_messages={"required": _("Tulis dahulu keterangannya.")},
    )
    photos = PhotosField(label=_("Foto"))


class ConfirmForm(forms.Form):
    rating = forms.TypedChoiceField(
        label=_("Seberapa baik laporan Anda ditangani?"),
        choices=[
            ("5", _("5, sangat baik")),
            ("4", "4"),
            ("3", "3"),
            ("2", "2"),
            ("1", _("1, sangat buruk")),
        ],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu nilai, dari 1 sampai 5.")},
    )
    words = forms.CharField(label=_("Kesan"), max_length=LONGEST, required=False, widget=area(2))


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label=_("Apa yang belum selesai?"),
        max_length=LONGEST,
        widget=area(3),
        error_messages={"required": _("Tulis apa yang belum selesai, supaya dikerjakan lagi dengan tepat.")},
    )
