"""What is asked about the year."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Unit
from abdi.planning.models import Period, Skp
from abdi.planning.selectors import annual_periods
from abdi.planning.versions.enums import AbsenceKind
from abdi.planning.year.chase import ChaseState
from abdi.web.fields import day
from abdi.web.workplace.year.many import Task


class PeriodFilter(forms.Form):
    """A filter that stands on one annual period."""

    is_filter = True

    periode = forms.ModelChoiceField(
        label=_("Periode"), queryset=None, to_field_name="uid", required=False, empty_label=None
    )
    q = forms.CharField(label=_("Nama atau NIP"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["periode"].queryset = annual_periods()

    def period(self) -> Period | None:
        """The one asked for, else the newest."""
        chosen = self.cleaned_data.get("periode") if self.is_valid() else None
        return chosen or self.fields["periode"].queryset.first()


class ChaseForm(PeriodFilter):
    unit = forms.ModelChoiceField(
        label=_("Unit kerja"), queryset=None, to_field_name="uid", required=False, empty_label=_("Semua")
    )
    keadaan = forms.ChoiceField(
        label=_("Keadaan"), choices=[("", _("Semua")), *ChaseState.choices], required=False
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units

    def asked(self) -> dict[str, Any]:
        """Of `chased`; what cannot be understood is no condition."""
        found = self.cleaned_data if self.is_valid() else {}
        return {"unit": found.get("unit"), "state": found.get("keadaan", ""), "words": found.get("q", "")}


class ManyForm(PeriodFilter):
    apa = forms.ChoiceField(label=_("Apa"), choices=Task.choices, required=False)

    def task(self) -> Task:
        return Task((self.cleaned_data.get("apa") if self.is_valid() else "") or Task.SUSUN)

    def words(self) -> str:
        return str(self.cleaned_data.get("q", "")) if self.is_valid() else ""


class CopyForm(forms.Form):
    period = forms.ModelChoiceField(label=_("Ke periode"), queryset=None, empty_label=None)

    def __init__(self, *args: Any, skp: Skp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].queryset = annual_periods().exclude(pk=skp.period_id)


class SplitForm(forms.Form):
    day = day(_("Hari pertama di jabatan baru"))


class AbsenceForm(forms.Form):
    """The arguments of `note_absence`."""

    kind = forms.ChoiceField(label=_("Keadaan"), choices=AbsenceKind.choices)
    start = day(_("Mulai"))
    end = day(_("Sampai"), required=False, help_text=_("Kosong bila belum diketahui."))
    dasar = forms.CharField(
        label=_("Dasar"),
        max_length=200,
        help_text=_("Nomor dan tanggal keputusan yang menetapkannya."),
    )


class EndAbsenceForm(forms.Form):
    last_day = day(_("Hari terakhir"))
