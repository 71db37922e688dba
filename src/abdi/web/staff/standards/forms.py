"""What is asked about a standar."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Unit
from abdi.services.standards.components import EDITABLE
from abdi.services.standards.enums import Group, ReviewKind, TimeUnit
from abdi.services.standards.models import BeritaAcara, Standar
from abdi.services.standards.selectors import signers_of
from abdi.web.fields import OwnWords, area, day
from abdi.web.staff.standards.fields import Columns, Lines, Requirements

_ONE_A_LINE = _("Satu baris untuk tiap butir.")


def _text(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=area(3))


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=30_000)


class StandarForm(forms.Form):
    """The fourteen components in the order of PermenPANRB 15/2014; a draft may lack any of them."""

    requirements = Requirements(
        label=_("1. Persyaratan"),
        help_text=_("Satu baris untuk tiap syarat; awali dengan ? bila hanya untuk yang punya."),
    )
    procedure = Lines(label=_("2. Sistem, mekanisme, dan prosedur"), help_text=_ONE_A_LINE)
    time_value = _number(_("3. Jangka waktu"))
    time_unit = forms.ChoiceField(label=_("Satuan waktu"), choices=TimeUnit.choices)
    fee = forms.IntegerField(
        label=_("4. Biaya (rupiah)"),
        required=False,
        min_value=0,
        max_value=2_000_000_000,
        help_text=_("0 bila gratis."),
    )
    fee_note = forms.CharField(label=_("Keterangan biaya"), required=False, max_length=300)
    product = forms.CharField(label=_("5. Produk layanan"), required=False, max_length=300)
    complaint = _text(_("6. Penanganan pengaduan"))
    legal_basis = Lines(label=_("7. Dasar hukum"), help_text=_ONE_A_LINE)
    facilities = _text(_("8. Sarana dan prasarana"))
    competence = _text(_("9. Kompetensi pelaksana"))
    supervision = _text(_("10. Pengawasan internal"))
    staff = _number(_("11. Jumlah pelaksana"))
    guarantee = _text(_("12. Jaminan layanan"))
    safety = _text(_("13. Jaminan keamanan dan keselamatan"))
    evaluation = _text(_("14. Evaluasi kinerja pelaksana"))
    wait_minutes = _number(_("Janji waktu tunggu (menit)"))
    channels = Columns(
        ("name", "address"),
        label=_("Saluran"),
        help_text=_("Satu baris tiap saluran: nama | alamat atau nomor."),
    )
    everyday_words = forms.CharField(
        label=_("Kata sehari-hari"),
        required=False,
        max_length=500,
        help_text=_("Cara warga menyebutnya, dipisah koma: ktp hilang, ktp rusak"),
    )

    def __init__(self, *args: Any, standar: Standar, **kwargs: Any) -> None:
        super().__init__(*args, initial={name: getattr(standar, name) for name in EDITABLE}, **kwargs)


class MinutesForm(forms.Form):
    held_on = day(_("Tanggal"))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    participants = Columns(
        ("group", "name", "organisation"),
        choices=dict(Group.choices),
        label=_("Peserta"),
        help_text=_(
            "Satu baris tiap orang: penyelenggara, pengguna, ahli, tokoh, atau media | nama | dari mana."
        ),
    )
    agreements = Columns(
        ("issue", "by", "answer", "agreed"),
        label=_("Kesepakatan"),
        help_text=_("Satu baris tiap butir: masukan | dari siapa | jawaban | kesepakatan."),
    )

    def __init__(self, *args: Any, standar: Standar, **kwargs: Any) -> None:
        known = BeritaAcara.objects.filter(standar=standar).values(*self.base_fields).first()
        super().__init__(*args, initial=known or {}, **kwargs)


class DecreeForm(forms.Form):
    decree = OwnWords(label=_("Nomor keputusan"), max_length=100)
    decided_on = day(_("Ditetapkan tanggal"))
    valid_from = day(_("Berlaku sejak"))


class WithdrawForm(forms.Form):
    last_day = day(_("Hari terakhir berlaku"))


class ReviewForm(forms.Form):
    kind = forms.ChoiceField(label=_("Jenis"), choices=ReviewKind.choices)
    held_on = day(_("Tanggal"))
    conclusion = OwnWords(label=_("Kesimpulan"), widget=area(4))


class AnswerForm(forms.Form):
    is_accepted = forms.TypedChoiceField(
        label=_("Tanggapan ini"),
        choices=[("ya", _("ditindaklanjuti")), ("tidak", _("tidak ditindaklanjuti"))],
        coerce=lambda word: word == "ya",
    )
    answer = OwnWords(label=_("Jawaban"), help_text=_("Apa yang diubah, atau mengapa tidak."), widget=area(4))


class MaklumatForm(forms.Form):
    text = forms.CharField(label=_("Bunyi maklumat"), max_length=2_000, widget=area(5))
    signed_by = forms.ModelChoiceField(
        label=_("Ditandatangani oleh"), queryset=None, to_field_name="uid", empty_label="–"
    )
    published_on = day(_("Dipublikasikan"))
    number = forms.CharField(label=_("Nomor"), required=False, max_length=100)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signed_by"].queryset = Employee.objects.filter(pk__in=signers_of(unit))


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas standar"),
        help_text=_("CSV, XLSX, atau JSON seperti hasil ekspor. Belum ada yang ditulis sampai Anda setujui."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json"}),
    )
