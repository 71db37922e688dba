"""What a citizen is asked in a project."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.voice.projects.models import Project
from abdi.web.fields import OwnWords, area

SCORES = [
    (5, _("5 – sangat sesuai harapan")),
    (4, _("4 – sesuai")),
    (3, _("3 – cukup")),
    (2, _("2 – kurang")),
    (1, _("1 – jauh dari harapan")),
]


class WordsForm(forms.Form):
    text = OwnWords(
        label=_("Pendapat Anda"),
        max_length=2_000,
        widget=area(),
        help_text=_("Tampil dengan nama yang Anda pilih. Jangan tulis nomor telepon atau alamat rumah."),
    )


class BallotForm(forms.Form):
    """The choice alone; which picture belongs to it stands above."""

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alternative"] = forms.ModelChoiceField(
            label=_("Pilihan Anda"),
            queryset=project.options,
            to_field_name="uid",
            empty_label=None,
            widget=forms.RadioSelect,
        )


class MarkForm(forms.Form):
    score = forms.TypedChoiceField(
        label=_("Bagaimana hasilnya?"), choices=SCORES, coerce=int, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Yang ingin Anda sampaikan"), required=False, max_length=1_000, widget=area()
    )
