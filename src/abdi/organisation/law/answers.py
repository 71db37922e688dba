"""The law as it stands for the current instansi."""

from collections.abc import Mapping
from datetime import date

from abdi import rules
from abdi.organisation.law.selectors import overrides_on


def evaluate(
    name: str, *, on: date, input: Mapping[str, object], calendar: rules.Calendar | None = None
) -> rules.Result:
    """`rules.evaluate` with what the instansi has set for itself on that day; the answer says which it used."""
    return rules.evaluate(name, on=on, input=input, calendar=calendar, overrides=overrides_on(on))
