"""What is asked about units and services."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.web.fields import day
from abdi.web.staff.fields import UnitField


class UnitForm(forms.Form):
    name = forms.CharField(label=_("Nama unit kerja"), max_length=200)

    def __init__(self, *args: Any, user: User, unit: Unit | None = None, **kwargs: Any) -> None:
        parent = unit.parent if unit else None
        known = {"name": unit.name, "parent": parent and parent.uid} if unit else {}
        super().__init__(*args, initial={**known, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["parent"] = UnitField(user, label=_("Di bawah"), whole=_("Tidak ada: paling atas"))


class NewUnitForm(UnitForm):
    code = forms.CharField(
        label=_("Kode"),
        max_length=50,
        help_text=_("Seperti di sistem kepegawaian; tidak dapat diubah kemudian."),
    )
    valid_from = day(_("Berlaku sejak"))

    field_order = ("name", "code", "parent", "valid_from")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)


class LayananForm(forms.Form):
    name = forms.CharField(label=_("Nama layanan"), max_length=200)

    def __init__(self, *args: Any, user: User, layanan: Layanan | None = None, **kwargs: Any) -> None:
        known = {"name": layanan.name, "unit": layanan.unit.uid} if layanan else {}
        super().__init__(*args, initial={**known, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["unit"] = UnitField(user, label=_("Unit kerja"))


class NewLayananForm(LayananForm):
    code = forms.CharField(
        label=_("Kode"),
        max_length=50,
        help_text=_("Dipakai saat mengimpor log; tidak dapat diubah kemudian."),
    )
    valid_from = day(_("Berlaku sejak"))

    field_order = ("name", "code", "unit", "valid_from")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)
