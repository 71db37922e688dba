"""What is asked about a parameter of the law."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.rules import Parameter
from abdi.rules.serialisation import to_json
from abdi.web.fields import day
from abdi.web.law.forms import JsonText


class SinceForm(forms.Form):
    """From when, and on what ground."""

    since = day(_("Berlaku sejak"))
    reason = forms.CharField(
        label=_("Alasan"), max_length=500, help_text=_("Misalnya nomor keputusan yang mengaturnya.")
    )


class ParameterForm(SinceForm):
    """The value in the shape it has in the law: one of its choices, a number, or a table as JSON."""

    field_order = ("value", "since", "reason")

    def __init__(self, parameter: Parameter, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["value"] = _value_field(parameter)
        self.order_fields(self.field_order)


class TableText(JsonText):
    """A table as people can read it, one entry a line."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)


def _value_field(parameter: Parameter) -> forms.Field:
    newest, choices = parameter.values[-1].value, parameter.bounds.get("choices")
    if isinstance(newest, bool):
        words = [(True, _("Ya")), (False, _("Tidak"))]
        return forms.TypedChoiceField(label=_("Nilai"), choices=words, coerce=_yes, widget=forms.RadioSelect)
    if choices:
        return forms.ChoiceField(
            label=_("Nilai"), choices=[(one, one) for one in choices], widget=forms.RadioSelect
        )
    if isinstance(to_json(newest), (dict, list)):
        return TableText(label=_("Nilai"), initial=to_json(newest), help_text=_("Tabel dalam bentuk JSON."))
    return forms.CharField(label=_("Nilai"), max_length=40, help_text=parameter.unit.replace("_", " "))


def _yes(text: str) -> bool:
    return text == "True"
