"""What is asked of a citizen who speaks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.voice.consultation.enums import Rule
from abdi.voice.consultation.models import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE
from abdi.web.fields import OwnWords, area


class ProposalForm(forms.Form):
    title = OwnWords(
        label=_("Judul usulan"), max_length=LONGEST_TITLE, help_text=_("Satu kalimat: apa yang Anda usulkan.")
    )
    text = OwnWords(
        label=_("Isi usulan"),
        max_length=LONGEST_TEXT,
        widget=area(8),
        help_text=_("Mengapa perlu, di mana, dan untuk siapa. Jangan tulis nama atau alamat orang lain."),
    )


class CommentForm(forms.Form):
    text = OwnWords(label=_("Tanggapan Anda"), max_length=LONGEST_TEXT, widget=area(4))


class ReportForm(forms.Form):
    rule = forms.ChoiceField(label=_("Aturan yang dilanggar"), choices=Rule, widget=forms.RadioSelect)


class AppealForm(forms.Form):
    reason = OwnWords(label=_("Mengapa tidak melanggar aturan"), max_length=LONGEST_REASON, widget=area(5))
