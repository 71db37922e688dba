"""What is asked about a session."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User
from abdi.rules.kalender import HARI
from abdi.services.queue.models import Pool
from abdi.web.fields import day

MINUTES, DAYS = 24 * 60, 60  # the most that can be typed: a day of minutes, two months


class PoolField(forms.ModelChoiceField):
    """A line among those of the units that somebody administers."""

    def __init__(self, user: User, **options: Any) -> None:
        pools = Pool.objects.filter(is_active=True).select_related("unit")
        units = units_managed(user)
        rows = pools if units is None else pools.filter(unit__in=units)
        super().__init__(queryset=rows, to_field_name="uid", empty_label="–", **options)

    def label_from_instance(self, pool: Pool) -> str:
        return f"{pool.unit}: {pool}"


class SlotForm(forms.Form):
    """The arguments of `create_slot`."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weekdays = [(str(number), name.capitalize()) for number, name in enumerate(HARI)]
        self.fields["pool"] = PoolField(user, label=_("Antrean"))
        self.fields["weekday"] = forms.TypedChoiceField(label=_("Hari"), choices=weekdays, coerce=int)
        self.fields["starts"] = _clock(_("Mulai pukul"))
        self.fields["ends"] = _clock(_("Sampai pukul"))
        self.fields["quota"] = forms.IntegerField(label=_("Kuota"), min_value=1, max_value=1_000)
        self.fields["valid_from"] = day(_("Berlaku sejak"))
        self.fields["early"] = _number(_("Boleh lapor tiba sebelum mulai (menit)"), 15, MINUTES)
        self.fields["late"] = _number(_("Hangus sesudah mulai (menit)"), 15, MINUTES)
        self.fields["book_until"] = _number(_("Pesan paling lambat (menit sebelum mulai)"), 30, MINUTES)
        self.fields["days_ahead"] = _number(_("Pesan paling awal (hari sebelumnya)"), 14, DAYS)


class EndForm(forms.Form):
    """The last day of a session."""

    valid_until = day(_("Hari terakhir"))


def _clock(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


def _number(label: Any, usual: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, initial=usual, min_value=0, max_value=most)
