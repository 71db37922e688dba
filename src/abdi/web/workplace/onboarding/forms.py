"""What is asked while people get going."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.adoption.onboarding.enums import ClinicReason, CorrectionAbout
from abdi.web.fields import OwnWords, area


class CorrectionForm(forms.Form):
    about = forms.ChoiceField(
        label=_("Yang keliru"), choices=CorrectionAbout.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Yang benar"),
        max_length=1000,
        widget=area(),
        help_text=_("Sebutkan sejak kapan. Misalnya: sejak 1 Oktober saya di Kelurahan Kenanga."),
    )


class AnswerForm(forms.Form):
    answer = OwnWords(
        label=_("Jawaban"),
        max_length=1000,
        required=False,
        widget=area(2),
        help_text=_("Dibaca pegawai. Wajib bila datanya tidak diubah."),
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Yang dibantu"),
        max_length=1000,
        widget=area(2),
        help_text=_("Misalnya: masuk bersama, mengganti sandi, progres pertama terisi."),
    )


class ClinicForm(forms.Form):
    is_filter = True

    sebab = forms.ChoiceField(
        label=_("Sebab"), choices=[("", _("Semua")), *ClinicReason.choices], required=False
    )

    def reason(self) -> str:
        return self.cleaned_data["sebab"] if self.is_valid() else ""
