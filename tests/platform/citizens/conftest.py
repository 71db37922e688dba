"""Citizens who came in by a code."""

import pytest
from django.core import mail

from abdi.platform.accounts.models import public_user
from abdi.platform.citizens import actions
from abdi.platform.citizens.models import Citizen
from abdi.platform.outbox.delivery import deliver_due


def last_code() -> str:
    """The digits in the last letter that was sent."""
    deliver_due()
    return "".join(filter(str.isdigit, mail.outbox[-1].body.splitlines()[0]))


def come_in(email: str) -> Citizen:
    actions.ask_code(actor=public_user(), email=email)
    return actions.confirm(actor=public_user(), email=email, code=last_code())


@pytest.fixture
def citizen(instansi) -> Citizen:
    return come_in("ani@contoh.test")
