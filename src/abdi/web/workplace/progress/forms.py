"""What is asked about a day's work, its evidence and the plan of action."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.activity.progress.models import LONGEST_WINDOW, ActionQuarter, Entry, ProgressSetting
from abdi.organisation.models import Employee
from abdi.planning.models import Iki, Rhk, Skp
from abdi.web.fields import DecimalText, OwnWords, area, day

ROMAN = ("I", "II", "III", "IV")


class ResultForm(forms.Form):
    """Towards which result; of what the facts counted nothing else is asked."""

    rhk = forms.ModelChoiceField(
        label=_("Hasil kerja (RHK)"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label=_("Tidak terkait RHK tertentu"),
    )

    def __init__(self, *args: Any, employee: Employee, on: date | None = None, **kwargs: Any) -> None:
        """Results of the SKP in force `on` a day; of all his plans when the day itself is still to be read."""
        super().__init__(*args, **kwargs)
        his = Rhk.objects.filter(skp__employee=employee)
        self.fields["rhk"].queryset = his.filter(skp__start__lte=on, skp__end__gte=on) if on else his


class WorkForm(ResultForm):
    """What was done, towards which result, and how much of it."""

    text = OwnWords(label=_("Yang dikerjakan"), max_length=1000, widget=area(2))
    amount = DecimalText(label=_("Jumlah"), required=False, max_digits=12, decimal_places=2)
    satuan = forms.CharField(
        label=_("Satuan"), required=False, max_length=40, help_text=_("Misalnya: dokumen, berkas, orang.")
    )

    field_order = ("text", "rhk", "amount", "satuan")


class ProgressForm(WorkForm):
    """The same for a day of one's choice. `client_id` makes sending it twice harmless."""

    client_id = forms.UUIDField(widget=forms.HiddenInput)
    day = day(_("Hari"))

    field_order = ("day", "text", "rhk", "amount", "satuan", "client_id")

    @classmethod
    def blank(cls, employee: Employee, on: date) -> "ProgressForm":
        return cls(employee=employee, on=on, initial={"day": on, "client_id": uuid4()})


def change_form(entry: Entry, data: Any = None) -> forms.Form:
    initial = {"text": entry.text, "rhk": entry.rhk and entry.rhk.uid}
    initial |= {"amount": entry.amount, "satuan": entry.satuan}
    kind = ResultForm if entry.is_from_facts else WorkForm
    return kind(data, employee=entry.employee, on=entry.day, initial=initial)


class DayForm(forms.Form):
    """Which day is looked at; what cannot be understood is today."""

    hari = forms.DateField(required=False)

    def day(self) -> date:
        return (self.is_valid() and self.cleaned_data["hari"]) or timezone.localdate()


class RemarksForm(forms.Form):
    remarks = OwnWords(label=_("Yang perlu diubah"), widget=area(2))


class EvidenceForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas"), required=False, help_text=_("PDF, foto, Excel, Word, atau teks.")
    )
    link = forms.CharField(
        label=_("Atau tautan"), required=False, max_length=1000, help_text=_("Dimulai dengan https://.")
    )
    title = forms.CharField(label=_("Judul bukti"), required=False, max_length=200)

    def given(self) -> dict[str, Any]:
        """As the action takes it: a file, or else the link."""
        asked, file = self.cleaned_data, self.cleaned_data["file"]
        if file:
            return {"content": file, "name": file.name, "title": asked["title"]}
        return {"link": asked["link"], "title": asked["title"]}


class WindowsForm(forms.Form):
    days_to_enter = forms.IntegerField(
        label=_("Hari kerja untuk mengisi"),
        required=False,
        min_value=0,
        max_value=LONGEST_WINDOW,
        help_text=_("Dihitung sejak hari yang dicatat. Kosong berarti tanpa batas."),
    )
    days_to_approve = forms.IntegerField(
        label=_("Hari kerja untuk menyetujui"),
        required=False,
        min_value=0,
        max_value=LONGEST_WINDOW,
        help_text=_("Dihitung sejak diisi. Lewat batas hanya ditandai; tidak ada yang disetujui otomatis."),
    )

    @classmethod
    def standing(cls, data: Any = None) -> "WindowsForm":
        row = ProgressSetting.objects.first() or ProgressSetting()
        return cls(data, initial={"days_to_enter": row.days_to_enter, "days_to_approve": row.days_to_approve})


class ActionForm(forms.Form):
    """One action towards one indicator or result; `towards` holds either."""

    towards = forms.ChoiceField(label=_("Untuk hasil kerja atau indikator"))
    text = forms.CharField(label=_("Rencana aksi"), max_length=500, widget=area(2))
    evidence_wanted = forms.CharField(label=_("Bukti dukung yang disiapkan"), required=False, max_length=300)

    def __init__(self, *args: Any, skp: Skp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._things: dict[str, Rhk | Iki] = {}
        for rhk in skp.rhk.prefetch_related("iki"):
            self._things |= {str(one.uid): one for one in (rhk, *rhk.iki.all())}
        self.fields["towards"].choices = [
            (uid, f"RHK: {one}" if isinstance(one, Rhk) else f"IKI: {one}")
            for uid, one in self._things.items()
        ]
        for quarter in ActionQuarter.QUARTERS:
            self.fields[f"target_{quarter}"] = forms.CharField(
                label=_("Target triwulan %s") % ROMAN[quarter - 1], required=False, max_length=200
            )

    def given(self) -> dict[str, Any]:
        asked, thing = self.cleaned_data, self._things[self.cleaned_data["towards"]]
        return {
            "rhk": thing if isinstance(thing, Rhk) else thing.rhk,
            "iki": thing if isinstance(thing, Iki) else None,
            "text": asked["text"],
            "evidence_wanted": asked["evidence_wanted"],
            "targets": {quarter: asked[f"target_{quarter}"] for quarter in ActionQuarter.QUARTERS},
        }


class ReportForm(forms.Form):
    quarter = forms.IntegerField(widget=forms.HiddenInput)
    realisation = forms.CharField(label=_("Realisasi"), required=False, max_length=500)
    note = forms.CharField(label=_("Catatan"), required=False, max_length=500)
