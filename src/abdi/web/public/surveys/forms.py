"""The nine, the own questions of the instrument, and words that may stay out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django import forms
from django.forms import BoundField
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.enums import WordKind
from abdi.voice.surveys.models import Instrument
from abdi.voice.surveys.policies import LONGEST_WORDS, check_word
from abdi.voice.surveys.selectors import order_of
from abdi.voice.surveys.sheets import Sheet
from abdi.web.errors import accepted

OWN = "sendiri-"  # before the key of an own question


@dataclass(frozen=True)
class Asked:
    """One of the nine as it is drawn; `tiles`: (point, words, is it chosen)."""

    number: int
    field: BoundField
    tiles: list[tuple[int, str, bool]]


class SurveyForm(forms.Form):
    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Ada yang ingin disampaikan tentang layanan ini?"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kind = forms.ChoiceField(
        label=_("Untuk petugas yang melayani Anda"),
        choices=WordKind.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    word = forms.CharField(
        label=_("Terima kasih atau kritik untuknya"),
        max_length=LONGEST_WORDS,
        required=False,
        help_text=_(
            "Hanya dibaca petugas itu dan pejabat penilainya, bersama kata warga lain. Petugas dapat menanggapi."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, request: HttpRequest, instrument: Instrument, *, has_officer: bool) -> None:
        sent = request.POST if request.method == "POST" else None
        super().__init__(sent, initial={"submission": uuid4().hex})
        self._order = order_of(instrument)
        for unsur in self._order:
            self.fields[unsur] = _choice(UNSUR[unsur].pertanyaan, UNSUR[unsur].jawaban, first=1)
        for one in instrument.questions:
            self.fields[OWN + one["key"]] = _choice(one["text"], one["options"], first=0, required=False)
        if not has_officer:
            del self.fields["kind"], self.fields["word"]

    def asked(self) -> Iterator[Asked]:
        for number, unsur in enumerate(self._order, start=1):
            chosen = str(self[unsur].value() or "")
            points = enumerate(UNSUR[unsur].jawaban, start=1)
            yield Asked(number, self[unsur], [(n, gettext(words), chosen == str(n)) for n, words in points])

    def own(self) -> list[BoundField]:
        return [field for field in self if field.name.startswith(OWN)]

    def to_officer(self) -> list[BoundField]:
        return [self[name] for name in ("kind", "word") if name in self.fields]

    def clean(self) -> None:
        told = self.cleaned_data
        accepted(self, check_word, kind=told.get("kind", ""), text=told.get("word", ""))

    def sheet(self) -> Sheet:
        told = self.cleaned_data
        extra = {name.removeprefix(OWN): told[name] for name in told if name.startswith(OWN)}
        return Sheet(
            answers={unsur: told[unsur] for unsur in self._order},
            extra={key: number for key, number in extra.items() if number != ""},
            words=told["words"],
            kind=told.get("kind", ""),
            word=told.get("word", ""),
        )


def _choice(
    text: str, options: Sequence[str], *, first: int, required: bool = True
) -> forms.TypedChoiceField:
    refusal = _("Belum dijawab; pilih satu jawaban.")
    return forms.TypedChoiceField(
        label=gettext(text),
        choices=[(number, gettext(words)) for number, words in enumerate(options, start=first)],
        coerce=int,
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": refusal, "invalid_choice": refusal},
    )
