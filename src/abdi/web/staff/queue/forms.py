"""What is asked about a line, a counter and a board: the arguments of the queue's setup verbs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.services.queue.actions import PoolSettings
from abdi.services.queue.models import Board, Counter, Pool
from abdi.web.fields import OwnWords
from abdi.web.staff.fields import UnitField
from abdi.web.staff.queue.finding import layanan_managed, pools_managed

_MOST = 32_767  # of a small number in the database


class Several(forms.ModelMultipleChoiceField):
    """Tiles to tick; none is refused by the verb in a sentence of its own."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            queryset=None,
            label=label,
            to_field_name="uid",
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def label_from_instance(self, one: Any) -> str:
        return f"{one} · {one.unit.name}"


class PoolForm(forms.Form):
    name = forms.CharField(label=_("Nama antrean"), max_length=100)
    layanan = Several(_("Layanan di antrean ini"))
    is_active = forms.BooleanField(label=_("Dipakai"), required=False, initial=True)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layanan"].queryset = layanan_managed(user)
        for name, default in vars(PoolSettings()).items():
            self.fields[name] = _setting(name, default)

    def told(self) -> dict[str, Any]:
        """With the settings as the verb takes them."""
        said = dict(self.cleaned_data)
        return said | {"settings": PoolSettings(**{name: said.pop(name) for name in vars(PoolSettings())})}


class NewPoolForm(PoolForm):
    field_order = ("unit", "letter")
    is_active = None
    letter = forms.CharField(
        label=_("Huruf nomor"), max_length=2, help_text=_("Satu atau dua huruf di depan nomor: B-042.")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.fields["unit"] = UnitField(user, label=_("Unit kerja"))
        self.order_fields(self.field_order)


def pool_values(pool: Pool) -> dict[str, Any]:
    settings = {name: getattr(pool, name) for name in vars(PoolSettings())}
    return settings | {
        "name": pool.name,
        "layanan": [one.uid for one in pool.layanan.all()],
        "is_active": pool.is_active,
    }


class _ServesForm(forms.Form):
    """Of a unit, with lines of it."""

    def __init__(self, *args: Any, user: User, unit: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pools = pools_managed(user)
        self.fields["pools"].queryset = pools if unit is None else pools.filter(unit=unit)
        if unit is None:
            self.fields["unit"] = UnitField(user, label=_("Unit kerja"))
            self.order_fields(["unit"])


class CounterForm(_ServesForm):
    number = forms.IntegerField(label=_("Nomor loket"), min_value=1, max_value=_MOST)
    name = forms.CharField(
        label=_("Nama"), max_length=100, required=False, help_text=_("Kosong: disebut menurut nomornya.")
    )
    pools = Several(_("Antrean yang dilayani"))


class CounterChangeForm(CounterForm):
    is_active = forms.BooleanField(label=_("Dipakai"), required=False)


class BoardForm(_ServesForm):
    name = forms.CharField(label=_("Nama papan"), max_length=100)
    pools = Several(_("Antrean yang ditampilkan"))


class NewBoardForm(BoardForm):
    code = forms.SlugField(
        label=_("Kode papan"), max_length=40, help_text=_("Bagian alamatnya, misalnya ruang-tunggu.")
    )


def serving_values(one: Counter | Board) -> dict[str, Any]:
    found = {name: getattr(one, name) for name in ("number", "name", "is_active") if hasattr(one, name)}
    return found | {"pools": [pool.uid for pool in one.pools.all()]}


class UndoForm(forms.Form):
    reason = OwnWords(label=_("Alasan membetulkan"), max_length=200, required=False)


def _setting(name: str, default: bool | int) -> forms.Field:
    """As the field of `Pool` describes it."""
    field = Pool._meta.get_field(name)
    about: dict[str, Any] = {
        "label": str(field.verbose_name).capitalize(),
        "help_text": field.help_text,
        "initial": default,
    }
    if isinstance(default, bool):
        return forms.BooleanField(required=False, **about)
    return forms.IntegerField(min_value=0, max_value=_MOST, **about)
