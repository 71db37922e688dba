"""What the public is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.services.standards.enums import Group
from abdi.web.fields import OwnWords, area


class CommentForm(forms.Form):
    group = forms.ChoiceField(
        label=_("Saya menanggapi sebagai"), choices=Group.choices, initial=Group.PENGGUNA
    )
    text = OwnWords(
        label=_("Tanggapan"),
        help_text=_(
            "Tanpa nama. Yang Anda tulis dibaca penyelenggara, dan jawabannya tampil di halaman ini."
        ),
        widget=area(6),
    )
