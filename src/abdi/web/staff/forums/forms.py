"""What is asked about a forum."""

from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import User
from abdi.voice.forums.enums import Element, Outcome, Theme
from abdi.web.fields import OwnWords, area, day, moment
from abdi.web.staff.facilitated import ColleagueField, FacilitatedUnitField, UnitBelowField, picture
from abdi.web.staff.steps import StepForm


def _element() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Unsur"), choices=Element.choices)


def _layanan(rows: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=_("Layanan"), queryset=rows, to_field_name="uid", required=False, empty_label="–"
    )


class _About(forms.Form):
    theme = forms.ChoiceField(label=_("Tema"), choices=Theme.choices)
    title = forms.CharField(label=_("Judul"), max_length=200)
    agenda = forms.CharField(label=_("Yang dibahas"), max_length=4_000, widget=area(5))
    seats = forms.IntegerField(label=_("Tempat duduk untuk umum"), initial=50, min_value=0, max_value=10_000)


class _Meeting(forms.Form):
    place = forms.CharField(label=_("Tempat"), max_length=200)
    starts_at = moment(_("Mulai"))
    ends_at = moment(_("Selesai"))


class ForumForm(_Meeting, _About):
    """The arguments of `draft_forum`."""

    field_order = ("theme", "title", "agenda", *_Meeting.base_fields, "seats")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = FacilitatedUnitField(user, label=_("Unit kerja"))
        self.fields["layanan"] = _layanan(Layanan.objects.all())


class ChangeForm(StepForm, _About):
    def prepare(self) -> None:
        self.initial = model_to_dict(self.subject, list(self.fields))
        self.fields["layanan"] = _layanan(Layanan.objects.filter(unit=self.subject.unit))
        self.initial["layanan"] = self.subject.layanan.uid if self.subject.layanan else None


class MoveForm(StepForm, _Meeting):
    def prepare(self) -> None:
        self.initial = model_to_dict(self.subject, list(self.fields))


class ReasonForm(StepForm):
    reason = OwnWords(label=_("Alasan"), max_length=500, widget=area())


class DoorForm(StepForm):
    element = _element()
    name = OwnWords(
        label=_("Nama"), max_length=200, help_text=_("Disimpan tersandi dan tidak pernah diumumkan.")
    )
    organisation = forms.CharField(label=_("Dari mana"), required=False, max_length=200)


class InviteForm(DoorForm):
    email = forms.EmailField(
        label=_("Surel"), required=False, help_text=_("Undangan, perubahan, dan hasil dikirim ke sini.")
    )


class AttendanceForm(StepForm):
    present = forms.ModelMultipleChoiceField(
        label=_("Yang hadir"),
        queryset=None,
        to_field_name="uid",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def prepare(self) -> None:
        rows = self.subject.participants.filter(withdrew=False)
        field = self.fields["present"]
        field.queryset = rows
        field.label_from_instance = _named
        self.initial = {"present": [one.uid for one in rows if one.is_present]}


class MinutesForm(StepForm):
    minutes = OwnWords(
        label=_("Notula"),
        max_length=20_000,
        widget=area(10),
        help_text=_("Jalannya forum, tanpa nama warga."),
    )


class SuggestionForm(StepForm):
    element = _element()
    text = OwnWords(label=_("Masukan"), max_length=2_000, widget=area(), help_text=_("Tanpa nama warga."))


class AnswerForm(StepForm):
    outcome = forms.ChoiceField(label=_("Keputusan"), choices=Outcome.choices, widget=forms.RadioSelect)
    answer = OwnWords(label=_("Alasan atau rencana"), max_length=2_000, widget=area())


class AgreementForm(StepForm):
    text = OwnWords(label=_("Tindak lanjut"), max_length=500, widget=area())
    due_on = day(_("Paling lambat"))

    def prepare(self) -> None:
        unit = self.subject.unit
        self.fields["unit"] = UnitBelowField(unit, label=_("Unit penanggung jawab"))
        self.fields["owner"] = ColleagueField(unit, label=_("Penanggung jawab"), required=False)
        self.fields["suggestion"] = forms.ModelChoiceField(
            label=_("Dari masukan"),
            queryset=self.subject.suggestions.all(),
            to_field_name="uid",
            required=False,
            empty_label="–",
        )


class SignatureForm(StepForm):
    element = _element()
    name = OwnWords(label=_("Nama penanda tangan"), max_length=200)
    capacity = OwnWords(label=_("Sebagai"), max_length=200)
    is_named = forms.BooleanField(
        label=_("Ia setuju namanya dicantumkan pada berita acara yang diumumkan"), required=False
    )


class ProgressForm(StepForm):
    text = OwnWords(label=_("Yang sudah dikerjakan"), max_length=1_000, widget=area())
    photo = picture(_("Foto"), required=False)


class DoneForm(StepForm):
    evidence = OwnWords(
        label=_("Buktinya"), max_length=1_000, widget=area(), help_text=_("Di mana semua orang melihatnya.")
    )
    photo = picture(_("Foto"), required=False)


def _named(guest: Any) -> str:
    """Only whoever runs the forum sees this list."""
    origin = f", {guest.organisation}" if guest.organisation else ""
    return f"{guest.get_element_display()}: {guest.name}{origin}"
