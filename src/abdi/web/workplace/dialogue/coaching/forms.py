"""Recording a session, and the two forms that follow it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.activity.dialogue.enums import SessionKind, TindakLanjut
from abdi.activity.dialogue.models import Session
from abdi.activity.dialogue.policies import coaching_form
from abdi.organisation.models import Employee
from abdi.organisation.selectors import subordinates_of
from abdi.web.fields import area, day
from abdi.web.workplace.dialogue.fields import NipField, people

PARTS = ("score", "reason", "follow_up", "needs_training")


class SessionForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis"),
        choices=SessionKind.choices,
        initial=SessionKind.BIMBINGAN,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Bimbingan dicatat isinya. Konseling rahasia: isinya hanya terbaca Anda berdua."
        ),
    )
    employees = people(
        gettext_lazy("Pegawai"),
        required=False,
        help_text=gettext_lazy("Lebih dari satu: bimbingan kelompok."),
    )
    other = NipField(label=gettext_lazy("Pegawai lain (NIP)"))
    day = day(gettext_lazy("Tanggal"))
    topic = forms.CharField(
        label=gettext_lazy("Pokok bimbingan"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Kosongkan untuk konseling."),
    )
    notes = forms.CharField(label=gettext_lazy("Isi"), widget=area(4), required=False)
    tindak_lanjut = forms.ChoiceField(
        label=gettext_lazy("Tindak lanjut"),
        choices=[("", gettext_lazy("Belum ada")), *TindakLanjut.choices],
        required=False,
    )

    def __init__(self, *args: Any, leader: Employee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["employees"].queryset = subordinates_of(leader)

    def given(self) -> dict[str, Any]:
        """Of `record_session`."""
        kept = dict(self.cleaned_data)
        chosen, other = list(kept.pop("employees")), kept.pop("other")
        extra = [other] if other and other not in chosen else []
        return {**kept, "kind": SessionKind(kept["kind"]), "employees": [*chosen, *extra]}


class StatementsForm(forms.Form):
    """Form B.1.8: a score for each statement."""

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form = coaching_form(session.day)
        self.numbers = [f"s{number}" for number, _text in enumerate(form["pernyataan"], start=1)]
        for name, text in zip(self.numbers, form["pernyataan"], strict=True):
            self.fields[name] = forms.TypedChoiceField(
                label=text, choices=_scores(form), coerce=int, widget=forms.RadioSelect
            )
        self.fields["note"] = forms.CharField(label=_("Catatan"), widget=area(2), required=False)

    def given(self) -> dict[str, Any]:
        """Of `give_session_feedback`."""
        return {
            "scores": [self.cleaned_data[name] for name in self.numbers],
            "note": self.cleaned_data["note"],
        }


class CompetenciesForm(forms.Form):
    """Form B.1.9: the competencies of the law and one of one's own; without a score a line is left out."""

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form = coaching_form(session.day)
        known = {line.competency: line for line in session.competencies.all()}
        own = next((name for name in known if name not in form["kompetensi"]), "")
        self.names = [*form["kompetensi"], own]
        for number, name in enumerate(self.names):
            line = known.get(name)
            initial = {part: getattr(line, part, "") for part in PARTS}
            self._add_line(number, _scores(form), initial)
        self.fields["own_name"] = forms.CharField(
            label=_("Kompetensi lain"), required=False, max_length=120, initial=own
        )

    def lines(self) -> Iterator[dict[str, Any]]:
        """What the template draws: the name and the fields of each line."""
        for number, name in enumerate(self.names):
            fields = [self[f"{part}_{number}"] for part in PARTS]
            is_own = number == len(self.names) - 1
            open_now = bool(fields[0].value()) or any(one.errors for one in fields)
            yield {
                "name": _("Kompetensi lain") if is_own else name,
                "fields": [self["own_name"], *fields] if is_own else fields,
                "open": open_now,
            }

    def clean(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.cleaned_data
        for number, _name in enumerate(self.names):
            if kept.get(f"score_{number}") and not kept.get(f"reason_{number}"):
                self.add_error(f"reason_{number}", _("Tulis alasan skornya."))
        if kept.get(f"score_{len(self.names) - 1}") and not kept.get("own_name"):
            self.add_error("own_name", _("Tulis nama kompetensinya."))
        return kept

    def given(self) -> dict[str, Any]:
        """Of `assess_competencies`."""
        kept = self.cleaned_data
        names = [*self.names[:-1], kept["own_name"]]
        return {
            "lines": [
                {"competency": name, **{part: kept[f"{part}_{number}"] for part in PARTS}}
                for number, name in enumerate(names)
                if kept[f"score_{number}"]
            ]
        }

    def _add_line(self, number: int, scores: list[tuple[str, str]], initial: dict[str, Any]) -> None:
        self.fields[f"score_{number}"] = forms.TypedChoiceField(
            label=_("Skor"),
            choices=[("", _("Tidak dinilai")), *scores],
            coerce=int,
            empty_value=None,
            required=False,
            initial=initial["score"],
        )
        self.fields[f"reason_{number}"] = forms.CharField(
            label=_("Alasan"), widget=area(2), required=False, initial=initial["reason"]
        )
        self.fields[f"follow_up_{number}"] = forms.CharField(
            label=_("Tindak lanjut"), required=False, max_length=300, initial=initial["follow_up"]
        )
        self.fields[f"needs_training_{number}"] = forms.BooleanField(
            label=_("Perlu pelatihan"), required=False, initial=initial["needs_training"]
        )


def _scores(form: dict[str, Any]) -> list[tuple[str, str]]:
    low, high = form["skala"]["minimal"], form["skala"]["maksimal"]
    return [(str(score), str(score)) for score in range(low, high + 1)]
