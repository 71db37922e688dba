"""What an officer is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan
from abdi.services.queue.enums import Cause, OfficerState
from abdi.services.queue.models import Counter, Ticket
from abdi.services.queue.policies import MOST_AT_ONCE
from abdi.web.fields import OwnWords


class StateForm(forms.Form):
    state = forms.TypedChoiceField(
        coerce=OfficerState, choices=[one for one in OfficerState.choices if one[0] != OfficerState.SELESAI]
    )


class PickForm(forms.Form):
    """The arguments of `call_ticket`."""

    reason = OwnWords(label=_("Alasan memanggil di luar urutan"), max_length=200, required=False)


class HoldForm(forms.Form):
    """The arguments of `put_on_hold`."""

    cause = forms.TypedChoiceField(
        label=_("Menunggu siapa?"),
        coerce=Cause,
        choices=[
            (Cause.HOLD_CITIZEN, _("Warga melengkapi berkas; jam kantor berhenti")),
            (Cause.HOLD_AGENCY, _("Kantor memeriksa data; jam kantor tetap berjalan")),
        ],
        initial=Cause.HOLD_CITIZEN,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)


class FinishForm(forms.Form):
    """The arguments of `finish`; empty is one thing handed over, of which nothing is told."""

    delivered = forms.CharField(label=_("Yang diserahkan"), max_length=200, required=False)
    quantity = forms.IntegerField(label=_("Jumlah"), min_value=0, max_value=MOST_AT_ONCE, required=False)

    def told(self) -> dict[str, Any]:
        quantity = self.cleaned_data["quantity"]
        return {"delivered": self.cleaned_data["delivered"], "quantity": 1 if quantity is None else quantity}


class TransferForm(forms.Form):
    """The arguments of `transfer`: another service, or the officer at another counter of the unit."""

    layanan = forms.ModelChoiceField(
        label=_("Layanan lain"), queryset=None, to_field_name="uid", required=False, empty_label="–"
    )
    counter = forms.ModelChoiceField(
        label=_("Loket lain yang sedang buka"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label="–",
    )
    note = forms.CharField(label=_("Catatan untuk petugas berikutnya"), max_length=200, required=False)

    def __init__(self, *args: Any, ticket: Ticket, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = ticket.pool.unit
        served = Layanan.objects.filter(pools__unit=unit, pools__is_active=True).exclude(pk=ticket.layanan_id)
        counters = Counter.objects.filter(unit=unit, sessions__ended_at=None, sessions__isnull=False)
        self.fields["layanan"].queryset = served.distinct()
        self.fields["counter"].queryset = counters.exclude(
            pk=ticket.session.counter_id if ticket.session else None
        )
