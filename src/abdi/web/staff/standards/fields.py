"""Rows of a component as lines of text: people write lists so, and it works without JavaScript."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext as _

from abdi.web.fields import area

SEPARATOR = "|"
OPTIONAL = "?"  # before a requirement: only where somebody has it


class Lines(forms.CharField):
    """One row a line; gives a list of str."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=area(4), **options)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        ProhibitNullCharactersValidator()(value or "")
        return [self.row(line.strip()) for line in (value or "").splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(self.text(row) for row in value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        return None

    def run_validators(self, value: Any) -> None:
        return None

    def row(self, line: str) -> Any:
        return line

    def text(self, row: Any) -> str:
        return str(row)


class Requirements(Lines):
    """{"text", "is_required"}; a line that begins with ? is for whoever has it."""

    def row(self, line: str) -> dict[str, Any]:
        return {"text": line.removeprefix(OPTIONAL).strip(), "is_required": not line.startswith(OPTIONAL)}

    def text(self, row: Any) -> str:
        return row["text"] if row["is_required"] else f"{OPTIONAL} {row['text']}"


class Columns(Lines):
    """Rows of named parts, written "part | part | part"; what is left out at the end is empty."""

    def __init__(
        self, names: Sequence[str], choices: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        self.names, self.choices = names, choices or {}
        super().__init__(**options)

    def row(self, line: str) -> dict[str, str]:
        parts = [part.strip() for part in line.split(SEPARATOR)]
        if len(parts) > len(self.names):
            raise ValidationError(
                _("“%(line)s” memuat lebih dari %(n)d bagian.") % {"line": line[:60], "n": len(self.names)}
            )
        found = dict(zip(self.names, [*parts, *[""] * len(self.names)], strict=False))
        first = self.names[0]
        if self.choices and found[first].lower() not in self.choices:
            raise ValidationError(
                _("“%(word)s” tidak dikenal; pakai %(known)s.")
                % {"word": found[first][:40], "known": ", ".join(self.choices)}
            )
        return {**found, first: found[first].lower()} if self.choices else found

    def text(self, row: Any) -> str:
        return f" {SEPARATOR} ".join(str(row.get(name, "")) for name in self.names).rstrip(f" {SEPARATOR}")
