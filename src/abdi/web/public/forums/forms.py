"""What is asked of somebody who wants to come to a forum."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.voice.forums.enums import Element
from abdi.web.fields import OwnWords


class RegisterForm(forms.Form):
    """The arguments of `register`."""

    name = OwnWords(
        label=_("Nama"), max_length=200, help_text=_("Untuk daftar di pintu; tidak pernah diumumkan.")
    )
    element = forms.ChoiceField(
        label=_("Anda datang sebagai"),
        choices=[one for one in Element.choices if one[0] != Element.PENYELENGGARA],
    )
    organisation = forms.CharField(label=_("Dari mana"), required=False, max_length=200)
    email = forms.EmailField(
        label=_("Surel"), required=False, help_text=_("Bila Anda ingin dikabari perubahan dan hasilnya.")
    )
