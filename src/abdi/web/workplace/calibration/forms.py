"""What is asked about an organisation's result and on the board."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.calibration.models import Seat
from abdi.evaluation.enums import PredikatOrganisasi, Rating
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.planning.models import Period
from abdi.web.fields import OwnWords, area


class PeriodForm(forms.Form):
    """Which period, and which units by name."""

    is_filter = True

    periode = forms.ModelChoiceField(
        label=_("Periode"), queryset=None, to_field_name="uid", required=False, empty_label=None
    )
    q = forms.CharField(label=_("Nama atau kode unit"), required=False, max_length=100)

    def __init__(self, *args: Any, periods: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["periode"].queryset = periods

    def period(self) -> Period | None:
        """The one asked for, else the one begun last."""
        chosen = self.cleaned_data.get("periode") if self.is_valid() else None
        return chosen or self.fields["periode"].queryset.first()

    def words(self) -> str:
        return str(self.cleaned_data.get("q", "")).strip() if self.is_valid() else ""


class ResultForm(forms.Form):
    """Of `decide_organisation_result`."""

    predikat = forms.ChoiceField(
        label=_("Capaian kinerja organisasi"), choices=PredikatOrganisasi.choices, widget=forms.RadioSelect
    )
    reason = OwnWords(
        label=_("Alasan"), widget=area(), help_text=_("Capaian terhadap rencana aksi dan target periode ini.")
    )
    evidence = forms.CharField(
        label=_("Bukti dukung"),
        widget=area(2),
        required=False,
        help_text=_("Misalnya laporan kinerja dan nomornya."),
    )

    @classmethod
    def of(cls, result: OrganisationResult | None) -> "ResultForm":
        known = {"predikat", "reason", "evidence"} if result else set()
        return cls(initial={name: getattr(result, name) for name in known})


class MoveForm(forms.Form):
    """Of `move`, beside the seat it is about."""

    seat = forms.UUIDField(widget=forms.HiddenInput)
    hasil = forms.ChoiceField(label=_("Hasil kerja"), choices=Rating.choices)
    perilaku = forms.ChoiceField(label=_("Perilaku kerja"), choices=Rating.choices)
    reason = OwnWords(
        label=_("Alasan perpindahan"), widget=area(2), help_text=_("Dibaca pejabat penilainya dan dicatat.")
    )

    @classmethod
    def of(cls, seat: Seat, wanted: Any) -> "MoveForm":
        """Where a card was dropped, else where the person stands."""
        places = {
            name: wanted.get(name) if wanted.get(name) in Rating.values else getattr(seat, name)
            for name in ("hasil", "perilaku")
        }
        return cls(initial={"seat": seat.uid, **places})


class AnswerForm(forms.Form):
    """Both answers ask for `reason` on one page; `name` keeps their fields apart, and so their labels."""

    name: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{self.name}_%s", **kwargs)


class AcceptForm(AnswerForm):
    name = "accept"
    reason = OwnWords(
        label=_("Alasan yang dibaca pegawai"),
        widget=area(2),
        help_text=_("Kosong: alasan pada draf Anda tetap dipakai."),
    )


class KeepForm(AnswerForm):
    name = "keep"
    reason = OwnWords(label=_("Alasan Anda mempertahankan rating semula"), widget=area(2))
