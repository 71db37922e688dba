"""What is asked about a survey, its periods and its plan."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.enums import Urutan, Weighing
from abdi.voice.surveys.models import MOST_DAYS
from abdi.voice.surveys.publication.enums import Progress
from abdi.voice.surveys.publication.models import QUARTERS
from abdi.web.fields import OwnWords, area, day
from abdi.web.staff.fields import UnitField
from abdi.web.staff.queue.finding import layanan_managed
from abdi.web.staff.standards.fields import SEPARATOR, Lines


class ChangeForm(forms.Form):
    """The arguments of `change_period`."""

    first = day(_("Hari pertama"))
    last = day(_("Hari terakhir"))
    population = forms.IntegerField(
        label=_("Perkiraan pengguna layanan pada periode ini"), min_value=1, max_value=10_000_000
    )


class PeriodForm(ChangeForm):
    """The arguments of `open_period`."""

    field_order = ("unit", "layanan", "first", "last", "population")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(user, label=_("Unit kerja"))
        self.fields["layanan"] = forms.ModelChoiceField(
            layanan_managed(user).order_by("name"),
            label=_("Layanan"),
            to_field_name="uid",
            required=False,
            empty_label=_("Semua layanan unit ini"),
        )
        self.order_fields(self.field_order)


class Questions(Lines):
    """{"text", "options"}: a question and its options in one line."""

    def row(self, line: str) -> dict[str, Any]:
        text, *options = (part.strip() for part in line.split(SEPARATOR))
        return {"text": text, "options": options}

    def text(self, row: Any) -> str:
        return f" {SEPARATOR} ".join([row["text"], *row["options"]])


class InstrumentForm(forms.Form):
    """`InstrumentSettings`, with questions and networks a line each."""

    name = forms.CharField(label=_("Nama survei"), max_length=100)
    urutan = forms.ChoiceField(label=_("Urutan unsur"), choices=Urutan, widget=forms.RadioSelect)
    answer_days = forms.IntegerField(label=_("Tautan berlaku (hari)"), min_value=1, max_value=MOST_DAYS)
    rest_days = forms.IntegerField(
        label=_("Jawaban tersisa dilepas tanpa nama petugas sesudah (hari)"), min_value=2, max_value=90
    )
    questions = Questions(
        label=_("Pertanyaan sendiri"),
        help_text=_("Satu baris satu pertanyaan: Pertanyaan | pilihan | pilihan."),
    )
    office_networks = Lines(
        label=_("Jaringan kantor"),
        help_text=_("Satu baris satu jaringan, misalnya 10.20.0.0/16; jawaban dari sana ditandai."),
    )


class WeighingForm(forms.Form):
    """The arguments of `choose_weighing`."""

    weighing = forms.ChoiceField(label=_("Angka instansi"), choices=Weighing, widget=forms.RadioSelect)


class PlanForm(forms.Form):
    """The arguments of `plan`."""

    unsur = forms.ChoiceField(label=_("Unsur"))
    action = OwnWords(label=_("Yang akan dilakukan"), max_length=500, widget=area(3))
    year = forms.IntegerField(label=_("Tahun"), min_value=2017, max_value=2100)
    quarter = forms.TypedChoiceField(
        label=_("Triwulan"), coerce=int, choices=[(one, f"TW {one}") for one in range(1, QUARTERS + 1)]
    )
    responsible = OwnWords(label=_("Penanggung jawab (jabatan)"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unsur"].choices = [(key, _(one.nama)) for key, one in UNSUR.items()]


class ProgressForm(forms.Form):
    """The arguments of `tell_progress`."""

    progress = forms.ChoiceField(label=_("Kemajuan"), choices=Progress, widget=forms.RadioSelect)
    note = OwnWords(
        label=_("Yang sudah berubah"),
        help_text=_("Dibaca masyarakat bersama hasil survei."),
        max_length=500,
        required=False,
        widget=area(3),
    )


def next_quarter() -> dict[str, int]:
    """What a plan begins with: the quarter after this one."""
    today = timezone.localdate()
    quarter = (today.month - 1) // 3 + 1
    return {"year": today.year + quarter // QUARTERS, "quarter": quarter % QUARTERS + 1}
