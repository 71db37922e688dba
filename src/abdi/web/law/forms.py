"""A form for any rule, made from the input the rule declares."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.errors import InputRefused
from abdi.platform.json_text import check_length, read_json
from abdi.rules import Rule, RuleInputError
from abdi.web.fields import day
from abdi.web.law.catalogue import title_of

DAY = "tanggal_berlaku"
FEW = 6  # choices that fit on a phone as tiles


class JsonText(forms.CharField):
    """A list or table of the law, written as JSON."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_json(text)
        except InputRefused as refusal:
            raise forms.ValidationError(refusal.message) from None


class NumberText(forms.CharField):
    """A number as people type it: 3,75 or 3.75."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value).replace(",", ".")
        try:
            check_length(text)
        except InputRefused as refusal:
            raise forms.ValidationError(refusal.message) from None
        return int(text) if text.isdecimal() else text or None


class TryForm(forms.Form):
    """Ask a rule: its own inputs, and the day whose law applies."""

    def __init__(self, rule: Rule, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hints = get_type_hints(rule.input_type)
        for one in fields(rule.input_type):
            self.fields[one.name] = _field(one, hints[one.name])
        self.fields[DAY] = day(_("Hukum yang berlaku pada tanggal"))

    def question(self) -> tuple[date, dict[str, Any]]:
        """The day, and the input in its JSON form; what was left empty is left out."""
        given = dict(self.cleaned_data)
        day = given.pop(DAY)
        return day, {name: value for name, value in given.items() if value not in (None, "")}

    def refuse(self, error: RuleInputError) -> None:
        """Place the sentence of the rule beside the input it is about."""
        name = DAY if error.field == "on" else error.field
        self.add_error(name if name in self.fields else None, str(error))


def _field(one: Field[Any], hint: Any) -> forms.Field:
    required = one.default is MISSING and one.default_factory is MISSING
    kind = _plain(hint)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(one.name, kind, required)
    if kind is bool:
        return forms.BooleanField(label=title_of(one.name), required=False)
    return WIDGETS.get(kind, JsonText)(label=title_of(one.name), required=required)


def _plain(hint: Any) -> Any:
    """`int | None` is asked as int; `date | str` as text."""
    if get_origin(hint) is not UnionType:
        return hint
    arms = [arm for arm in get_args(hint) if arm is not type(None)]
    return arms[0] if len(arms) == 1 else str


def _choice(name: str, kind: type[StrEnum], required: bool) -> forms.ChoiceField:
    choices = [(member.value, title_of(member.value)) for member in kind]
    if not required:
        choices.insert(0, ("", "–"))
    widget = forms.RadioSelect if required and len(choices) <= FEW else forms.Select
    return forms.ChoiceField(label=title_of(name), choices=choices, widget=widget, required=required)


WIDGETS: Mapping[Any, Callable[..., forms.Field]] = {
    int: NumberText,
    Fraction: NumberText,
    str: forms.CharField,
    date: day,
}
