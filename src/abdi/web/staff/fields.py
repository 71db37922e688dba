"""Fields that the administration's forms share."""

from typing import Any

from django import forms

from abdi.organisation.models import Unit
from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User


class UnitField(forms.ModelChoiceField):
    """A unit among those that somebody administers.

    `whole` names what leaving it empty means; only an admin of the whole instansi may.
    """

    among = staticmethod(units_managed)

    def __init__(self, user: User, *, label: Any, whole: Any = None, **options: Any) -> None:
        managed = self.among(user)
        units = Unit.objects.all() if managed is None else Unit.objects.filter(pk__in=managed)
        may_be_empty = whole is not None and managed is None
        super().__init__(
            label=label,
            queryset=units,
            to_field_name="uid",
            required=not may_be_empty,
            empty_label=whole if may_be_empty else "–",
            **options,
        )

    def label_from_instance(self, unit: Unit) -> str:
        return f"{unit.name} ({unit.code})"
