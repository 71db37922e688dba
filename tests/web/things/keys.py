"""A key of another system."""

from abdi.platform.accounts.models import system_user
from abdi.platform.keys.actions import issue_key
from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey


def key(world):
    known = ApiKey.objects.first() or issue_key(actor=system_user(), name="Uji", scopes=[KeyScope.ADUAN])[0]
    return known.uid


FACTORIES = {"staff:key_withdraw": {"uid": key}}
