"""What is asked of somebody who keeps a place, and of somebody who has arrived."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.platform.ui import formats
from abdi.services.reservations.selectors import Place, free_places

AHEAD = timedelta(days=60)  # looked at; each session says how far ahead it may be booked
SHOWN = 40  # places, soonest first: more than a phone shows and fewer than 100 KB


class ReserveForm(forms.Form):
    place = forms.ChoiceField(label=_("Pilih sesi"), widget=forms.RadioSelect)
    identity = forms.CharField(
        label=_("Nomor telepon atau NIK"),
        required=False,
        max_length=30,
        help_text=_(
            "Agar satu orang memegang satu tempat. Yang tinggal hanya sidiknya, sampai harinya lewat."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(self, *args: Any, layanan: Layanan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_anew(layanan)
        self.fields["place"].error_messages["invalid_choice"] = _(
            "Sesi itu sudah tidak tersedia; pilih sesi lain di bawah."
        )

    def offer_anew(self, layanan: Layanan) -> None:
        """What is left; somebody else may just have been quicker."""
        today = moments.today()
        self.places = free_places(layanan, today, today + AHEAD)[:SHOWN]
        place = self.fields["place"]
        if isinstance(place, forms.ChoiceField):
            place.choices = [(key(one), words(one)) for one in self.places]

    def booked(self) -> dict[str, Any]:
        """Of `book`."""
        chosen = self.cleaned_data["place"]
        one = next(one for one in self.places if key(one) == chosen)
        return {"slot": one.slot, "day": one.day, "identity": self.cleaned_data["identity"]}


class ArriveForm(forms.Form):
    """Typed, or read by a scanner, which types the whole address of the reservation's page."""

    code = forms.CharField(
        label=_("Kode reservasi"),
        max_length=200,
        help_text=_("Pindai kode QR reservasi, atau ketik sepuluh huruf dan angkanya."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "autofocus": True}
        ),
    )

    def clean_code(self) -> str:
        parts = [part for part in self.cleaned_data["code"].split("/") if part.strip()]
        return parts[-1] if parts else ""


def key(one: Place) -> str:
    return f"{one.slot.uid}/{one.day:%Y-%m-%d}"


def words(one: Place) -> str:
    day: date = one.day
    hours = f"{formats.clock(one.starts_at).split(formats.NBSP)[0]}{formats.DASH}{formats.clock(one.ends_at)}"
    return _("%(day)s, %(hours)s · sisa %(left)d tempat") % {
        "day": formats.day(day),
        "hours": hours,
        "left": one.left,
    }
