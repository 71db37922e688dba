"""A public complaint, its category, and a key to bring more."""

from abdi.platform.accounts.models import system_user
from abdi.platform.keys.actions import issue_key
from abdi.platform.keys.enums import KeyScope
from tests.web.things.complaints_public import published
from tests.web.things.complaints_staff import category


def report(world) -> dict[str, str]:
    """What an app sends: its key lets it in, whoever else is signed in."""
    key = issue_key(actor=system_user(), name="Aplikasi uji", scopes=[KeyScope.OPEN311])[1]
    place = {"lat": "-7.25", "long": "112.75"}
    return {"api_key": key, "service_code": category(world).code, "description": "Lubang besar"} | place


FORM = {"form": lambda _world: "json"}
FACTORIES = {
    "api:complaint": {"code": lambda world: published(world).code},
    "open311:discovery": FORM,
    "open311:services": FORM,
    "open311:service_definition": {"code": lambda world: category(world).code, **FORM},
    "open311:requests": FORM,
    "open311:request": {"number": lambda world: published(world).number, **FORM},
    "open311_ext:updates": {"number": lambda world: published(world).number, **FORM},
    "open311:token": {"code": lambda world: published(world).code, **FORM},
}
