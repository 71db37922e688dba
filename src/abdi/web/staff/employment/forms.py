"""What is asked about one employee."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import EmployeeStatus, JenisJabatan, PlacementKind, Role
from abdi.organisation.models import Employee, Position, Unit
from abdi.organisation.moves import Opening
from abdi.platform.accounts.models import User
from abdi.web.fields import day
from abdi.web.staff.fields import UnitField

KIND = {"label": _("Sifat"), "choices": PlacementKind.choices, "initial": PlacementKind.DEFINITIF}


class EmployeeForm(forms.Form):
    """The arguments of `create_employee` and `change_employee`; only somebody known before may lack a NIP."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=200)
    nip = forms.CharField(
        label=_("NIP / NI PPPK"),
        max_length=18,
        help_text=_("18 angka."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    status = forms.ChoiceField(label=_("Status"), choices=EmployeeStatus.choices, widget=forms.RadioSelect)
    golongan = forms.CharField(
        label=_("Pangkat/golongan ruang"),
        max_length=60,
        required=False,
        help_text=_("Misalnya Penata, III/c."),
    )
    email = forms.EmailField(label=_("Surel kedinasan"), required=False)

    def __init__(self, *args: Any, employee: Employee | None = None, **kwargs: Any) -> None:
        initial = {name: getattr(employee, name) for name in self.base_fields} if employee else {}
        super().__init__(*args, initial={"status": EmployeeStatus.PNS, **initial}, **kwargs)
        self.fields["nip"].required = employee is None or bool(employee.nip)


class WhereForm(forms.Form):
    """First step of a placement: in which unit."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(user, label=_("Unit kerja"))


class PlacementForm(forms.Form):
    """Second step: a jabatan of the unit, or a new one."""

    position = forms.ModelChoiceField(
        label=_("Jabatan"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label=_("Jabatan baru, tulis di bawah"),
    )
    name = forms.CharField(label=_("Nama jabatan baru"), max_length=200, required=False)
    jenis = forms.ChoiceField(
        label=_("Jenis jabatan baru"), choices=JenisJabatan.choices, initial=JenisJabatan.PELAKSANA
    )
    kelas = forms.IntegerField(label=_("Kelas jabatan baru"), min_value=1, max_value=17, required=False)
    is_head = forms.BooleanField(label=_("Jabatan baru ini memimpin unit"), required=False)
    kind = forms.ChoiceField(widget=forms.RadioSelect, **KIND)
    valid_from = day(
        _("Mulai"), help_text=_("Penempatan definitif yang masih berjalan diakhiri sehari sebelumnya.")
    )

    def __init__(self, *args: Any, unit: Unit, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"valid_from": today}, **kwargs)
        self.unit = unit
        self.fields["position"].queryset = Position.objects.on(today).filter(unit=unit)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if "position" in found and bool(found["position"]) == bool(found.get("name")):
            self.add_error("name", gettext("Pilih satu: jabatan yang sudah ada, atau nama jabatan baru."))
        return found

    def asked(self) -> dict[str, Any]:
        """Of `move_employee`."""
        found = self.cleaned_data
        opening = Opening(
            self.unit, found["name"], JenisJabatan(found["jenis"]), found["kelas"], found["is_head"]
        )
        return {
            "position": found["position"] or opening,
            "kind": PlacementKind(found["kind"]),
            "valid_from": found["valid_from"],
        }


class AssessorForm(forms.Form):
    superior = forms.CharField(
        label=_("Pejabat penilai"),
        help_text=_("Tulis NIP-nya, atau namanya."),
        widget=forms.TextInput(attrs={"list": "saran", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(widget=forms.RadioSelect, **KIND)
    valid_from = day(
        _("Mulai"),
        help_text=_("Pejabat penilai yang sekarang, dengan sifat sama, berakhir sehari sebelumnya."),
    )

    def clean_superior(self) -> Employee:
        words = self.cleaned_data["superior"].split("·")[-1].strip()
        found = list(
            Employee.objects.filter(nip=words)[:1] or Employee.objects.filter(name__iexact=words)[:3]
        )
        found = found or list(Employee.objects.filter(name__icontains=words)[:3])
        if not found:
            raise forms.ValidationError(gettext("Tidak ada pegawai dengan NIP atau nama itu."))
        if len(found) > 1:
            raise forms.ValidationError(gettext("Ada beberapa pegawai dengan nama itu; tulis NIP-nya."))
        return found[0]


class LastDayForm(forms.Form):
    last_day = day(_("Hari terakhir"), help_text=_("Hari itu masih berlaku."))


class AccountForm(forms.Form):
    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=150,
        required=False,
        help_text=_("Kosongkan untuk memakai NIP."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Peran"), choices=Role.choices, widget=forms.RadioSelect)
    valid_from = day(_("Mulai"))
    valid_until = day(_("Sampai"), required=False)

    field_order = ("role", "unit", "valid_from", "valid_until")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(
            user,
            label=_("Untuk"),
            whole=_("Seluruh instansi"),
            help_text=_("Berlaku juga di semua unit di bawahnya."),
        )
        self.order_fields(self.field_order)
