"""What is asked while a period is judged."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.enums import AssessmentState, Rating
from abdi.evaluation.models import Evaluation, Realisation
from abdi.planning.models import Iki, Period
from abdi.planning.policies import perilaku_values
from abdi.web.fields import DecimalText, OwnWords, area


class ListForm(forms.Form):
    """Filter of the assessor's list."""

    is_filter = True

    periode = forms.ModelChoiceField(
        label=_("Periode"), queryset=None, to_field_name="uid", required=False, empty_label=None
    )
    keadaan = forms.ChoiceField(
        label=_("Keadaan"), choices=[("", _("Semua")), *AssessmentState.choices], required=False
    )
    q = forms.CharField(label=_("Nama atau NIP"), required=False, max_length=100)

    def __init__(self, *args: Any, periods: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["periode"].queryset = periods

    def asked(self) -> dict[str, Any]:
        """Of `assessed`; what cannot be understood is no condition."""
        found = self.cleaned_data if self.is_valid() else {}
        return {"words": found.get("q", "").strip(), "state": found.get("keadaan", "")}

    def period(self) -> Period | None:
        """The one asked for, else the one begun last."""
        chosen = self.cleaned_data.get("periode") if self.is_valid() else None
        return chosen or self.fields["periode"].queryset.first()


class RealisationForm(forms.Form):
    value = DecimalText(label=_("Realisasi"), max_digits=14, decimal_places=3)
    evidence = OwnWords(
        label=_("Bukti dukung"),
        widget=area(2),
        help_text=_("Nomor dokumen atau tautan yang dapat diperiksa pejabat penilai."),
    )

    def __init__(self, *args: Any, iki: Iki, realisation: Realisation | None, **kwargs: Any) -> None:
        known = {"value": realisation.value, "evidence": realisation.evidence} if realisation else {}
        super().__init__(*args, prefix=str(iki.uid), initial=known, **kwargs)
        self.iki = iki
        if not iki.bounds:  # a target in words is answered with evidence
            del self.fields["value"]

    def given(self) -> dict[str, Any]:
        """Of `report_realisation`."""
        value = self.cleaned_data.get("value")
        return {
            "value": None if value is None else float(value),
            "evidence": self.cleaned_data["evidence"],
        }


class FeedbackForm(forms.Form):
    """One sentence on each result, and on each behaviour value."""

    def __init__(self, *args: Any, evaluation: Evaluation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(evaluation.realisations.select_related("iki"))
        self.values = perilaku_values(evaluation.period.end)
        for row in self.rows:
            self.fields[str(row.iki.uid)] = _sentence(row.iki.text, row.feedback)
        said = {one.nilai: one.text for one in evaluation.perilaku_feedback.all()}
        for value in self.values:
            self.fields[value["kode"]] = _sentence(value["nama"], said.get(value["kode"], ""))

    def results(self) -> dict[Iki, str]:
        return {row.iki: self.cleaned_data[str(row.iki.uid)] for row in self.rows}

    def perilaku(self) -> dict[str, str]:
        """Only values something is said about."""
        said = {value["kode"]: self.cleaned_data[value["kode"]] for value in self.values}
        return {kode: text for kode, text in said.items() if text or kode in self.changed_data}


class RatingForm(forms.Form):
    hasil = forms.ChoiceField(label=_("Hasil kerja"), choices=Rating.choices, widget=forms.RadioSelect)
    perilaku = forms.ChoiceField(label=_("Perilaku kerja"), choices=Rating.choices, widget=forms.RadioSelect)
    reason = OwnWords(
        label=_("Alasan Anda"),
        widget=area(),
        help_text=_(
            "Dibaca pegawai. Wajib bila rating di luar “sesuai ekspektasi” atau lain dari bacaan bukti."
        ),
    )
    notes = forms.CharField(label=_("Catatan atau rekomendasi"), widget=area(2), required=False)

    @classmethod
    def of(cls, evaluation: Evaluation) -> "RatingForm":
        """Filled with the draft."""
        return cls(
            initial={
                "hasil": evaluation.rating_hasil,
                "perilaku": evaluation.rating_perilaku,
                "reason": evaluation.reason,
                "notes": evaluation.notes,
            }
        )


def realisation_forms(lines: Iterable[Any]) -> dict[Any, RealisationForm]:
    """Iki → form, for those the employee reports himself."""
    return {
        line.iki: RealisationForm(iki=line.iki, realisation=line.realisation)
        for line in lines
        if not line.iki.is_measured
    }


def _sentence(label: str, initial: str) -> forms.CharField:
    return forms.CharField(label=label, initial=initial, widget=area(2), required=False)
