"""What is asked on the way from a predikat to its last word."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.enums import Rating
from abdi.evaluation.recusal.enums import ConflictKind
from abdi.organisation.models import Employee
from abdi.web.fields import DecimalText, OwnWords, area

UPHOLD, CHANGE = "kuatkan", "ubah"
REJECT, CORRECT = "benar", "koreksi"


class WordsForm(forms.Form):
    """One text; its absence is refused by the action. `key` keeps several on a page apart."""

    text = OwnWords(widget=area())

    def __init__(self, label: str | Promise, key: str, help_text: str | Promise = "") -> None:
        super().__init__(auto_id=f"{key}_%s")
        self.fields["text"].label, self.fields["text"].help_text = label, help_text


class KeberatanForm(forms.Form):
    reasons = OwnWords(
        label=_("Alasan keberatan"),
        widget=area(6),
        help_text=_("Sebutkan bagian mana yang keliru dan mengapa. Dibaca penilai Anda dan atasannya."),
    )
    evidence = forms.CharField(
        label=_("Bukti"), widget=area(2), required=False, help_text=_("Nomor dokumen atau tautan.")
    )
    file = forms.FileField(label=_("Lampiran"), required=False)

    def given(self) -> dict[str, Any]:
        """Of `file_keberatan`."""
        file = self.cleaned_data["file"]
        words = {name: self.cleaned_data[name] for name in ("reasons", "evidence")}
        return {**words, "attachment": file or None, "name": file.name if file else ""}


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Putusan"),
        choices=[(UPHOLD, _("Kuatkan predikatnya")), (CHANGE, _("Ubah kedua rating"))],
        widget=forms.RadioSelect,
    )
    hasil = forms.ChoiceField(
        label=_("Hasil kerja, bila diubah"), choices=Rating.choices, widget=forms.RadioSelect, required=False
    )
    perilaku = forms.ChoiceField(
        label=_("Perilaku kerja, bila diubah"),
        choices=Rating.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    reason = OwnWords(
        label=_("Alasan putusan"), widget=area(4), help_text=_("Dibaca pegawai dan penilainya, dan tercetak.")
    )


class ConflictForm(forms.Form):
    kind = forms.ChoiceField(label=_("Hubungannya"), choices=ConflictKind.choices, widget=forms.RadioSelect)
    text = OwnWords(
        label=_("Keterangan dan bukti"),
        widget=area(4),
        help_text=_("Cukup yang perlu untuk memutus; jangan memuat data pribadi orang lain."),
    )


class FindingForm(forms.Form):
    accepted = forms.ChoiceField(
        label=_("Putusan"),
        choices=[("1", _("Ada benturan; saya yang menilai")), ("0", _("Tidak ada benturan"))],
        widget=forms.RadioSelect,
    )
    reason = OwnWords(label=_("Alasan putusan"), widget=area())

    def given(self) -> dict[str, Any]:
        """Of `decide_conflict`."""
        return {"accepted": self.cleaned_data["accepted"] == "1", "reason": self.cleaned_data["reason"]}


class ReviewerForm(forms.Form):
    employee = forms.CharField(label=_("NIP pejabat pemutus"), max_length=18)
    reason = OwnWords(label=_("Dasar penunjukan"), widget=area(2), help_text=_("Misalnya nomor surat tugas."))

    def clean_employee(self) -> Employee:
        found = Employee.objects.filter(nip=self.cleaned_data["employee"].strip()).first()
        if found is None:
            raise forms.ValidationError(_("NIP ini tidak ada di instansi Anda; periksa lagi angkanya."))
        return found


class ContestForm(forms.Form):
    reason = OwnWords(
        label=_("Apa yang keliru, dan apa yang benar?"),
        widget=area(),
        help_text=_("Satu atau dua kalimat; admin unit memeriksanya."),
    )
    evidence = forms.CharField(label=_("Bukti"), widget=area(2), required=False)


class CheckForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Hasil pemeriksaan"),
        choices=[(REJECT, _("Fakta sudah benar")), (CORRECT, _("Fakta keliru; koreksi"))],
        widget=forms.RadioSelect,
    )
    value = DecimalText(label=_("Nilai yang benar, bila dikoreksi"), required=False)
    reason = OwnWords(label=_("Apa yang Anda temukan"), widget=area())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("outcome") == CORRECT and cleaned.get("value") is None:
            self.add_error("value", _("Isi nilai yang benar; fakta baru mencatatnya."))
        return cleaned
