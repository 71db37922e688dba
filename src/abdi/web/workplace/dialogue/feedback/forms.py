"""Saying and asking for one sentence."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.activity.feedback.enums import GiverRole
from abdi.activity.feedback.selectors import askable_about, speakable
from abdi.organisation.models import Employee
from abdi.web.fields import OwnWords, area
from abdi.web.workplace.dialogue.fields import ANY_VALUE, NipField, people, person, value_choices


class GiveForm(forms.Form):
    untuk = person(_("Tentang siapa"))
    nilai = forms.ChoiceField(label=_("Nilai dasar"), required=False, widget=forms.RadioSelect)
    text = OwnWords(
        label=_("Satu kalimat"),
        widget=area(2),
        help_text=_("Apa yang Anda lihat dan apa akibatnya. Tentang pekerjaan, bukan orangnya."),
    )
    as_team_head = forms.BooleanField(
        label=_("Saya ketua timnya; tampilkan nama saya"),
        required=False,
        help_text=_("Tanpa tanda ini, kalimat rekan dan bawahan disimpan tanpa nama."),
    )

    def __init__(self, *args: Any, employee: Employee, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["untuk"].queryset = speakable(employee, on)
        self.fields["nilai"].choices = [ANY_VALUE, *value_choices(on)]

    def given(self) -> dict[str, Any]:
        """Of `give_feedback`."""
        kept = dict(self.cleaned_data)
        return {"about": kept.pop("untuk"), **kept}


class AskForm(forms.Form):
    tentang = person(_("Tentang siapa"))
    of = people(_("Dari siapa"), required=False)
    team_head = NipField(
        label=_("Ketua tim di unit lain (NIP)"),
        help_text=_("Untuk penugasan lintas unit. Nama ketua tim ditampilkan bersama kalimatnya."),
    )
    question = forms.CharField(
        label=_("Yang ingin Anda ketahui"), widget=area(2), required=False, max_length=500
    )

    def __init__(self, *args: Any, employee: Employee, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tentang"].queryset = askable_about(employee, on)
        self.fields["of"].queryset = speakable(employee, on).exclude(pk=employee.pk)

    def given(self) -> dict[str, Any]:
        """Of `ask_feedback`."""
        asked: list[tuple[Employee, GiverRole | None]] = [(one, None) for one in self.cleaned_data["of"]]
        if head := self.cleaned_data["team_head"]:
            asked.append((head, GiverRole.KETUA_TIM))
        return {
            "about": self.cleaned_data["tentang"],
            "of": asked,
            "question": self.cleaned_data["question"],
        }
