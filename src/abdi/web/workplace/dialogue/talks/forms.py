"""Planning a talk, and writing down what came of it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.activity.dialogue.models import Dialogue
from abdi.organisation.models import Employee
from abdi.web.fields import OwnWords, area, day

ROWS = range(1, 4)


class PlanForm(forms.Form):
    skp = forms.ModelChoiceField(
        label=gettext_lazy("SKP yang dibicarakan"), queryset=None, to_field_name="uid", empty_label=None
    )
    day = day(gettext_lazy("Hari"))
    time = forms.TimeField(
        label=gettext_lazy("Pukul"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = forms.IntegerField(label=gettext_lazy("Lama (menit)"), initial=30, min_value=1, max_value=480)
    place = forms.CharField(label=gettext_lazy("Tempat atau tautan"), required=False, max_length=200)
    agenda = OwnWords(
        label=gettext_lazy("Agenda"), widget=area(), help_text=gettext_lazy("Satu pokok satu baris.")
    )

    def __init__(self, *args: Any, plans: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["skp"].queryset = plans

    def given(self) -> dict[str, Any]:
        """Of `plan_dialogue`."""
        kept = dict(self.cleaned_data)
        moment = datetime.combine(kept.pop("day"), kept.pop("time"), timezone.get_current_timezone())
        return {**kept, "starts_at": moment, "agenda": kept["agenda"].splitlines()}


class HoldForm(forms.Form):
    """Notes, and up to three things agreed; an empty row is none."""

    notes = OwnWords(label=gettext_lazy("Yang dibicarakan"), widget=area(4))

    def __init__(self, *args: Any, dialogue: Dialogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pair = [dialogue.skp.employee, dialogue.leader]
        self.people = {str(one.uid): one for one in pair}
        for number in ROWS:
            self.fields[f"text_{number}"] = forms.CharField(
                label=_("Tindakan %s") % number, required=False, max_length=300
            )
            self.fields[f"owner_{number}"] = forms.ChoiceField(
                label=_("Oleh"), choices=[(uid, one.name) for uid, one in self.people.items()], required=False
            )
            self.fields[f"due_{number}"] = day(_("Paling lambat"), required=False)

    def rows(self) -> Iterator[list[Any]]:
        for number in ROWS:
            yield [self[f"{part}_{number}"] for part in ("text", "owner", "due")]

    def clean(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.cleaned_data
        for number in ROWS:
            if kept.get(f"text_{number}") and not kept.get(f"due_{number}"):
                self.add_error(f"due_{number}", _("Isi batas waktunya."))
        return kept

    def given(self) -> dict[str, Any]:
        """Of `hold_dialogue`."""
        agreed: list[tuple[str, Employee, date]] = [
            (
                self.cleaned_data[f"text_{number}"],
                self.people[self.cleaned_data[f"owner_{number}"]],
                self.cleaned_data[f"due_{number}"],
            )
            for number in ROWS
            if self.cleaned_data[f"text_{number}"]
        ]
        return {"notes": self.cleaned_data["notes"], "agreed": agreed}


class CancelForm(forms.Form):
    reason = OwnWords(label=gettext_lazy("Alasan pembatalan"), widget=area(2))
