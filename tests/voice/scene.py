"""What forums and projects are tried in: Melati, facilitated by Rina, and a clock that can be set."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import User, public_user, system_user
from tests.cast import YEAR, Office

ZONE = ZoneInfo("Asia/Jakarta")


@dataclass
class Scene:
    """`at` is the present moment; "warga" is somebody without an account."""

    office: Office
    at: datetime

    def do(self, verb, who: str = "rina", **arguments):
        actor: User = public_user() if who == "warga" else self.office.user(who)
        return verb(actor=actor, **arguments)

    def later(self, **span) -> None:
        self.at += timedelta(**span)

    def opened(self, monkeypatch):
        """Rina facilitates from now on, and the clock of this test is this one."""
        user, unit = self.office.user("rina"), self.office.unit
        organisation.grant_role(
            actor=system_user(), user=user, role=Role.FASILITATOR, unit=unit, valid_from=YEAR
        )
        monkeypatch.setattr(timezone, "now", lambda: self.at)
        return self


def queries_of(client, page: str, *parts) -> int:
    """How many a look at it costs."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(page, args=parts)).status_code == 200
    return len(asked)


def photo(size=(60, 40)) -> BytesIO:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, "JPEG")
    file.seek(0)
    return file
