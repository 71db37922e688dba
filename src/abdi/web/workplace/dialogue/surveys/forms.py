"""The closed survey: who is asked, and the answer."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.activity.feedback.models import Collection
from abdi.activity.feedback.policies import survey_form
from abdi.activity.feedback.relations import eligible_raters
from abdi.activity.feedback.selectors import askable_about
from abdi.organisation.models import Employee
from abdi.planning.policies import perilaku_values
from abdi.planning.selectors import started_periods
from abdi.web.fields import area, day
from abdi.web.workplace.dialogue.fields import people, person

CANNOT_TELL = ("", gettext_lazy("Tidak dapat menilai"))


class AboutForm(forms.Form):
    """First step: about whom."""

    is_filter = True

    tentang = person(gettext_lazy("Tentang siapa"), required=False)

    def __init__(self, *args: Any, employee: Employee, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employee = employee
        self.fields["tentang"].queryset = askable_about(employee, on)

    def about(self) -> Employee:
        """The one asked for, else oneself."""
        chosen = self.cleaned_data.get("tentang") if self.is_valid() else None
        return chosen or self.employee


class RatersForm(forms.Form):
    raters = people(gettext_lazy("Penanggap"))

    def __init__(self, *args: Any, about: Employee, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [one.pk for one in eligible_raters(about, on)]
        self.fields["raters"].queryset = Employee.objects.filter(pk__in=found)
        self.fields["raters"].help_text = _("Rekan setingkat dan bawahan langsung di unit yang sama.")

    @classmethod
    def of(cls, survey: Collection, on: date) -> "RatersForm":
        """With those proposed already chosen."""
        proposed = [one.rater.uid for one in survey.invitations.select_related("rater")]
        return cls(about=survey.about, on=on, initial={"raters": proposed})

    def given(self) -> dict[str, Any]:
        return {"raters": list(self.cleaned_data["raters"])}


class ProposeForm(RatersForm):
    period = forms.ModelChoiceField(
        label=gettext_lazy("Periode"), queryset=None, to_field_name="uid", empty_label=None
    )
    closes_on = day(
        gettext_lazy("Hari terakhir"), help_text=gettext_lazy("Hasil dibuka sesudah hari ini lewat.")
    )
    field_order = ("period", "closes_on", "raters")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.fields["period"].queryset = started_periods(on)

    def given(self) -> dict[str, Any]:
        """Of `propose_survey`, without about."""
        return {**self.cleaned_data, "raters": list(self.cleaned_data["raters"])}


class AnswerForm(forms.Form):
    """Per value its score and, if one likes, a sentence."""

    def __init__(self, *args: Any, survey: Collection, is_sealed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values = perilaku_values(survey.period.end)
        steps = [(str(step["nilai"]), step["nama"]) for step in survey_form(survey.period.end)["skala"]]
        for value in self.values:
            self.fields[value["kode"]] = forms.ChoiceField(
                label=value["nama"],
                help_text="; ".join(value["panduan"]),
                choices=[*steps, CANNOT_TELL],
                widget=forms.RadioSelect,
                required=False,
            )
            if is_sealed:
                self.fields[f"{value['kode']}-text"] = forms.CharField(
                    label=_("Satu kalimat tentang %s") % value["nama"],
                    widget=area(2),
                    required=False,
                    max_length=1000,
                )

    def given(self) -> dict[str, Any]:
        """Of `answer_survey`."""
        chosen = {kode: self.cleaned_data[kode] for kode in self._codes()}
        return {
            "scores": {kode: int(score) for kode, score in chosen.items() if score},
            "texts": {kode: self.cleaned_data.get(f"{kode}-text", "") for kode in self._codes()},
        }

    def _codes(self) -> Iterable[str]:
        return (value["kode"] for value in self.values)
