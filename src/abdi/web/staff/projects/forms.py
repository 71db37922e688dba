"""What is asked about a project."""

from typing import Any
from uuid import UUID

from django import forms
from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User
from abdi.voice.projects.enums import Hidden
from abdi.web.fields import OwnWords, area, day, moment
from abdi.web.staff.facilitated import ColleagueField, FacilitatedUnitField, picture
from abdi.web.staff.projects.money import Rupiah
from abdi.web.staff.steps import StepForm


class _About(forms.Form):
    title = forms.CharField(label=_("Nama proyek"), max_length=200)
    summary = forms.CharField(label=_("Persoalan dan tujuannya"), max_length=4_000, widget=area(5))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    budget = Rupiah(label=_("Pagu (rupiah)"), min_value=0)


class ProjectForm(_About):
    """The arguments of `plan_project`."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = FacilitatedUnitField(user, label=_("Unit kerja"))


class ChangeForm(StepForm, _About):
    def prepare(self) -> None:
        self.initial = model_to_dict(self.subject, list(self.fields))


class MemberForm(StepForm):
    task = OwnWords(label=_("Tugasnya"), max_length=200)

    def prepare(self) -> None:
        self.fields["employee"] = ColleagueField(self.subject.unit, label=_("Pegawai"))


class AlternativeForm(StepForm):
    title = forms.CharField(label=_("Nama rancangan"), max_length=100)
    text = forms.CharField(label=_("Uraian"), max_length=2_000, widget=area(4))
    cost = Rupiah(label=_("Perkiraan biaya (rupiah)"), min_value=0)
    picture = picture(_("Gambar"))
    caption = OwnWords(
        label=_("Yang terlihat di gambar"),
        max_length=200,
        help_text=_("Bagi yang tidak dapat melihat gambarnya."),
    )


class VoteForm(StepForm):
    closes_at = moment(_("Ditutup pada"))


class DecideForm(StepForm):
    """The choice, and for every alternative a field for why not; that of the chosen one stays empty."""

    reason = OwnWords(label=_("Alasan keputusan"), max_length=2_000, widget=area(4))

    def prepare(self) -> None:
        rows = self.subject.options
        self.fields["chosen"] = forms.ModelChoiceField(
            label=_("Rancangan terpilih"), queryset=rows, to_field_name="uid", widget=forms.RadioSelect
        )
        self.order_fields(["chosen", "reason"])
        for one in rows:
            label = _("Mengapa bukan “%s”") % one
            self.fields[f"why_{one.uid}"] = OwnWords(
                label=label, required=False, max_length=2_000, widget=area(2)
            )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        whys = {name: told.pop(name) for name in list(told) if name.startswith("why_")}
        told["why_not"] = {UUID(name.removeprefix("why_")): words for name, words in whys.items()}
        return told


class MilestoneForm(StepForm):
    title = forms.CharField(label=_("Tonggak"), max_length=200)
    planned_on = day(_("Direncanakan selesai"))
    budget = Rupiah(label=_("Anggaran (rupiah)"), min_value=0)

    def prepare(self) -> None:
        self.fields["responsible"] = forms.ModelChoiceField(
            label=_("Penanggung jawab"),
            queryset=Employee.objects.filter(pk__in=self.subject.team.values("employee")),
            to_field_name="uid",
            required=False,
            empty_label="–",
        )


class OpenForm(StepForm):
    opened_on = day(_("Dipakai sejak"))

    def prepare(self) -> None:
        self.initial = {"opened_on": timezone.localdate()}


class ReasonForm(StepForm):
    reason = OwnWords(label=_("Alasan"), max_length=1_000, widget=area())


class SpendingForm(StepForm):
    amount = Rupiah(label=_("Jumlah (rupiah)"), help_text=_("Negatif untuk membetulkan catatan yang keliru."))
    on = day(_("Tanggal"))
    note = OwnWords(label=_("Untuk apa"), max_length=300)

    def prepare(self) -> None:
        self.initial = {"on": timezone.localdate()}


class DoneForm(StepForm):
    done_on = day(_("Selesai pada"))

    def prepare(self) -> None:
        self.initial = {"done_on": timezone.localdate()}


class CreditForm(StepForm):
    changed = OwnWords(label=_("Yang berubah karenanya"), max_length=500, widget=area())


class HideForm(StepForm):
    rule = forms.ChoiceField(
        label=_("Aturan yang dilanggar"),
        choices=[one for one in Hidden.choices if one[0] != Hidden.DITARIK],
        widget=forms.RadioSelect,
    )
