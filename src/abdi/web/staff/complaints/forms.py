"""What the verbs of a complaint ask; the cleaned fields are their arguments."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.organisation.models import Employee, Unit
from abdi.platform.accounts.models import User
from abdi.voice.complaints.enums import ArchiveReason, Finding, Kelas, PauseCause
from abdi.voice.complaints.models import Category, Complaint, Photo
from abdi.voice.complaints.permissions import visible_to
from abdi.voice.complaints.policies import LONGEST_SHORT, LONGEST_TEXT
from abdi.voice.complaints.recipients import examiners_for, inspectors
from abdi.web.fields import OwnWords, area, day


def _public_text() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Yang dibaca umum"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=area(4),
        help_text=gettext_lazy("Buang yang menunjuk orang. Kosong berarti tidak tampil untuk umum."),
    )


class VerbForm(forms.Form):
    """Asks nothing but the button. Its ids carry the verb, so that many stand on one page."""

    def __init__(self, data: Any = None, *, verb: str, complaint: Complaint, user: User) -> None:
        super().__init__(data, auto_id=f"{verb}-%s")
        self.complaint, self.user = complaint, user
        self.fill()

    def fill(self) -> None:
        """What can be chosen, and what stands there first."""


class VerifyForm(VerbForm):
    category = forms.ModelChoiceField(
        None, label=gettext_lazy("Kategori"), to_field_name="uid", empty_label="–"
    )
    kelas = forms.ChoiceField(
        label=gettext_lazy("Kelas SP4N"),
        choices=Kelas.choices,
        help_text=gettext_lazy("Menentukan tenggat jawaban dalam hari kerja."),
    )
    public_text = _public_text()
    is_about_person = forms.BooleanField(
        label=gettext_lazy(
            "Tentang petugas tertentu: hanya koordinator, pengawas, dan pemeriksa yang melihatnya"
        ),
        required=False,
    )

    def fill(self) -> None:
        one = self.complaint
        self.fields["category"].queryset = Category.objects.filter(is_active=True)
        self.initial = {
            "category": one.category.uid if one.category else None,
            "kelas": one.category.kelas if one.category else Kelas.TIDAK_BERKADAR,
            "public_text": one.public_text,
            "is_about_person": one.is_about_person,
        }


class NoteForm(VerbForm):
    note = OwnWords(label=gettext_lazy("Untuk pelapor"), max_length=LONGEST_TEXT, widget=area(2))


class ReasonForm(VerbForm):
    reason = OwnWords(label=gettext_lazy("Alasan"), max_length=LONGEST_TEXT, widget=area(2))


class RejectForm(NoteForm):
    reason = forms.ChoiceField(label=gettext_lazy("Alasan"), choices=ArchiveReason.choices)
    field_order = ["reason", "note"]


class RedirectForm(VerbForm):
    to = OwnWords(label=gettext_lazy("Instansi yang berwenang"), max_length=200)
    note = forms.CharField(
        label=gettext_lazy("Untuk pelapor"), required=False, max_length=LONGEST_TEXT, widget=area(2)
    )


class OfficerForm(VerbForm):
    """By NIP: a list of names would be a list of suspects."""

    employee = forms.CharField(label=gettext_lazy("NIP yang diadukan"), max_length=18)
    others = forms.CharField(
        label=gettext_lazy("NIP atasan yang ikut disebut"),
        required=False,
        max_length=LONGEST_SHORT,
        help_text=gettext_lazy("Pisahkan dengan koma; laporan ini tidak ada bagi mereka."),
    )

    def clean_employee(self) -> Employee:
        return _employee(self.cleaned_data["employee"])

    def clean_others(self) -> list[Employee]:
        return [
            _employee(one) for one in self.cleaned_data["others"].replace(";", ",").split(",") if one.strip()
        ]


class PublishForm(VerbForm):
    """What is ticked is released, what is not is taken back."""

    public_text = _public_text()
    photos = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Foto yang tampil untuk umum"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Buka tiap foto dahulu. Jangan tampilkan yang memperlihatkan wajah, pelat nomor, atau isi rumah orang."
        ),
    )

    def fill(self) -> None:
        one = self.complaint
        photos = list(one.photos.all())
        self.fields["photos"].choices = [(photo.number, _pictured(one, photo)) for photo in photos]
        if not photos:
            del self.fields["photos"]
        self.initial = {
            "public_text": one.public_text,
            "photos": [photo.number for photo in photos if photo.is_public],
        }


class DisposeForm(VerbForm):
    """Nothing proposed stands there first: whoever decides should choose, not agree."""

    unit = forms.ModelChoiceField(None, label=gettext_lazy("Unit"), to_field_name="uid", empty_label="–")
    person = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Pemeriksa"),
        to_field_name="uid",
        empty_label="–",
        help_text=gettext_lazy(
            "Atasan yang diadukan yang tidak disebut dalam laporan, atau pengawas (UU 25/2009 Pasal 45)."
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("Catatan untuk unit"), required=False, max_length=LONGEST_TEXT, widget=area(2)
    )

    def fill(self) -> None:
        one = self.complaint
        self.fields["unit"].queryset = Unit.objects.on(timezone.localdate())
        if one.is_about_person:
            examiners = [person.pk for person in examiners_for(one)]
            trusted = Employee.objects.filter(user__in=inspectors(one))
            self.fields["person"].queryset = Employee.objects.filter(pk__in=examiners) | trusted
        else:
            del self.fields["person"]


class PauseForm(NoteForm):
    cause = forms.ChoiceField(label=gettext_lazy("Menunggu"), choices=PauseCause.choices)
    until = day(gettext_lazy("Sampai"), required=False)
    field_order = ["cause", "until", "note"]


class AnswerForm(VerbForm):
    text = OwnWords(label=gettext_lazy("Jawaban"), max_length=LONGEST_TEXT, widget=area(6))
    is_public = forms.BooleanField(label=gettext_lazy("Boleh dibaca umum"), required=False)
    finding = forms.ChoiceField(
        label=gettext_lazy("Hasil pemeriksaan"),
        choices=[("", "–"), *Finding.choices],
        required=False,
        help_text=gettext_lazy("Setelah yang diadukan didengar (UU 25/2009 Pasal 48)."),
    )

    def fill(self) -> None:
        draft = self.complaint.answers.filter(sent_at=None).order_by("number").last()
        self.initial = {
            "text": draft.text if draft else "",
            "is_public": draft.is_public if draft else not self.complaint.is_secret,
            "finding": draft.finding if draft else "",
        }
        if not self.complaint.is_about_person:
            del self.fields["finding"]


class CloseForm(VerbForm):
    note = forms.CharField(
        label=gettext_lazy("Untuk pelapor"), required=False, max_length=LONGEST_TEXT, widget=area(2)
    )


class MergeForm(VerbForm):
    into = forms.CharField(
        label=gettext_lazy("Nomor laporan yang dilanjutkan"),
        max_length=20,
        widget=forms.TextInput(attrs={"placeholder": "ADU-…", "autocomplete": "off"}),
    )

    def clean_into(self) -> Complaint:
        """Among what this person may see; another number does not exist for him."""
        number = self.cleaned_data["into"].strip().upper()
        found = visible_to(self.user).filter(number=number).first()
        if found is None:
            raise forms.ValidationError(_("Tidak ada laporan bernomor %s yang dapat Anda buka.") % number)
        return found


class IdentityForm(forms.Form):
    reason = OwnWords(
        label=gettext_lazy("Untuk apa identitas dibuka?"),
        max_length=LONGEST_SHORT,
        widget=area(2),
        help_text=gettext_lazy("Nama Anda, waktu, dan alasan ini dapat dibaca pelapor."),
    )


def _pictured(one: Complaint, photo: Photo) -> SafeString:
    small = reverse("staff:complaint_photo", args=[one.uid, photo.number])
    picture = '<img class="thumb" src="{}?kecil=1" alt="" width="120" height="90" loading="lazy"> {}'
    return format_html(picture, small, _("Foto %(n)s") % {"n": photo.number})


def _employee(nip: str) -> Employee:
    found = Employee.objects.filter(nip="".join(nip.split())).first()
    if found is None:
        raise forms.ValidationError(_("Tidak ada pegawai dengan NIP %s; periksa angkanya.") % nip.strip())
    return found
