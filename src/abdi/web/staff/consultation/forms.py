"""What the office is asked: a topic, an answer, a decision on somebody's words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import User
from abdi.voice.consultation.enums import OUTCOMES, Rule
from abdi.voice.consultation.models import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE, Topic
from abdi.web.fields import OwnWords, area, day
from abdi.web.staff.facilitated import FacilitatedUnitField


class TopicForm(forms.Form):
    """The arguments of `draft_topic`; those of `change_topic` where the topic is there already."""

    def __init__(self, *args: Any, user: User, topic: Topic | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_start(topic), **kwargs)
        units = FacilitatedUnitField(user, label=_("Unit kerja"))
        if topic is None:
            self.fields["unit"] = units
        offered = Layanan.objects.filter(unit__in=[topic.unit_id] if topic else units.queryset)
        self.fields["layanan"] = _LayananField(
            label=_("Layanan yang dibicarakan"),
            queryset=offered,
            to_field_name="uid",
            empty_label="–",
            required=False,
        )
        self.fields["title"] = forms.CharField(label=_("Judul"), max_length=LONGEST_TITLE)
        self.fields["question"] = forms.CharField(label=_("Pertanyaan"), max_length=500, widget=area(2))
        self.fields["background"] = forms.CharField(
            label=_("Latar belakang"), max_length=8_000, widget=area(6)
        )
        self.fields["opens"] = day(_("Dibuka"))
        self.fields["closes"] = day(_("Hari terakhir mengusulkan"))
        self.fields["answers_due"] = day(
            _("Dijawab paling lambat"),
            help_text=_("Dijanjikan kepada warga; yang lewat tampil di daftar terbuka."),
        )
        self.fields["hide_after"] = forms.IntegerField(
            label=_("Ditangguhkan sesudah berapa laporan"), initial=3, min_value=2, max_value=100
        )


class ReasonForm(forms.Form):
    reason = OwnWords(label=_("Alasan"), max_length=LONGEST_REASON, widget=area(3))


class AnswerForm(forms.Form):
    """The arguments of `answer`."""

    outcome = forms.ChoiceField(
        label=_("Jawaban"),
        choices=[(one.value, one.label) for one in OUTCOMES],
        widget=forms.RadioSelect,
    )
    reason = OwnWords(label=_("Alasan"), max_length=LONGEST_TEXT, widget=area(6))
    due_on = day(
        _("Tindak lanjut paling lambat"),
        required=False,
        help_text=_("Untuk yang diterima atau sedang dikerjakan."),
    )


class ProgressForm(forms.Form):
    text = OwnWords(label=_("Apa yang sudah dikerjakan"), max_length=LONGEST_TEXT, widget=area(5))
    is_done = forms.BooleanField(label=_("Sudah terlaksana seluruhnya"), required=False)


class CommentForm(forms.Form):
    text = OwnWords(label=_("Tanggapan atas nama kantor"), max_length=LONGEST_TEXT, widget=area(5))


class ModerationForm(forms.Form):
    """Before two buttons; a rule is needed only to hide."""

    rule = forms.ChoiceField(
        label=_("Aturan yang dilanggar"), choices=[("", "–"), *Rule.choices], required=False
    )
    reason = OwnWords(label=_("Alasan"), max_length=LONGEST_REASON, widget=area(2))


class WeighForm(forms.Form):
    reason = OwnWords(label=_("Alasan putusan"), max_length=LONGEST_REASON, widget=area(2))


class _LayananField(forms.ModelChoiceField):
    def label_from_instance(self, layanan: Layanan) -> str:
        return f"{layanan.name} ({layanan.code})"


def _start(topic: Topic | None) -> dict[str, Any]:
    if topic is None:
        return {}
    names = ("title", "question", "background", "opens", "closes", "answers_due", "hide_after")
    layanan = topic.layanan.uid if topic.layanan else None
    return {name: getattr(topic, name) for name in names} | {"layanan": layanan}
