"""A unit with an outline, in the database of the served installation."""

import json
from io import BytesIO

from abdi.organisation import actions as organisation
from abdi.organisation.areas.actions import import_outlines
from abdi.organisation.models import Unit
from abdi.platform.accounts.models import system_user
from tests.cast import YEAR

RING = [[110.8, -5.2], [110.84, -5.2], [110.84, -5.15], [110.8, -5.15], [110.8, -5.2]]


def prepare() -> None:
    system = system_user()
    organisation.create_unit(actor=system, code="KEL-PETAK", name="Kelurahan Petak", valid_from=YEAR)
    geometry = {"type": "Polygon", "coordinates": [RING]}
    feature = {"type": "Feature", "properties": {"unit": "KEL-PETAK"}, "geometry": geometry}
    content = json.dumps({"type": "FeatureCollection", "features": [feature]})
    import_outlines(actor=system, content=BytesIO(content.encode()), valid_from=YEAR)


def known() -> None:
    print(*Unit.objects.values_list("code", flat=True))
