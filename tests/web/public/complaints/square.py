"""A unit with an outline, in the database of the served installation."""

from io import BytesIO

from abdi.organisation import actions as organisation
from abdi.organisation.areas.actions import import_outlines
from abdi.organisation.models import Unit
from abdi.platform.accounts.models import system_user
from tests.cast import YEAR
from tests.outlines import outline


def prepare() -> None:
    system = system_user()
    organisation.create_unit(actor=system, code="KEL-PETAK", name="Kelurahan Petak", valid_from=YEAR)
    import_outlines(actor=system, content=BytesIO(outline(code="KEL-PETAK")), valid_from=YEAR)


def known() -> None:
    print(*Unit.objects.values_list("code", flat=True))
