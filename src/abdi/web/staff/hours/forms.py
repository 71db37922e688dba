"""What is asked about opening hours."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan, Unit
from abdi.rules.kalender import HARI
from abdi.services.hours.models import Schedule
from abdi.web.fields import OwnWords, day
from abdi.web.staff.hours.fields import HoursField

DAYS = {
    "senin": _("Senin"),
    "selasa": _("Selasa"),
    "rabu": _("Rabu"),
    "kamis": _("Kamis"),
    "jumat": _("Jumat"),
    "sabtu": _("Sabtu"),
    "minggu": _("Minggu"),
}


class OfUnit(forms.Form):
    """For the whole unit, or for one of its services."""

    layanan = forms.ModelChoiceField(
        label=_("Berlaku untuk"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label=_("Semua layanan unit"),
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layanan"].queryset = Layanan.objects.filter(unit=unit)


class ScheduleForm(OfUnit):
    """The week as seven lines; a day without hours is closed."""

    valid_from = day(_("Berlaku sejak"))
    cut_off = forms.IntegerField(
        label=_("Nomor terakhir (menit sebelum tutup)"), min_value=0, max_value=600, initial=0
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, unit=unit, **kwargs)
        known = Schedule.objects.filter(unit=unit, layanan=None).order_by("-valid_from").first()
        for name in HARI:
            hours = known.hours.get(name, []) if known else []
            self.fields[name] = HoursField(label=DAYS[name], initial=hours)

    def given(self) -> dict[str, Any]:
        """The arguments of `set_schedule`."""
        said = self.cleaned_data
        hours = {name: said[name] for name in HARI}
        return {
            "hours": hours,
            **{name: said[name] for name in ("layanan", "valid_from", "cut_off")},
        }


class SpecialDayForm(OfUnit):
    day = day(_("Tanggal"))
    hours = HoursField(label=_("Jam"), help_text=_("Kosongkan bila tutup sehari penuh."))
    reason = OwnWords(label=_("Sebab"), max_length=200, help_text=_("Warga membacanya di halaman layanan."))


class EndForm(forms.Form):
    valid_until = day(_("Hari terakhir berlaku"))
