"""What the state of a key allows, whoever asks."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey


def check_opens_something(scopes: Collection[str]) -> None:
    if not scopes or set(scopes) - set(KeyScope.values):
        raise InputRefused(
            _("Pilih sedikitnya satu hal yang boleh dilakukan dengan kunci ini."), field="scopes"
        )


def check_is_valid(key: ApiKey) -> None:
    if not key.is_valid:
        raise PolicyRefused(_("Kunci %s sudah dicabut; buat kunci baru bila masih diperlukan.") % key)
