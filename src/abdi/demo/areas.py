"""Where the region lies: in the Java Sea, so that no outline of it is anybody's real village."""

import json
from datetime import date
from io import BytesIO

from abdi.organisation.areas.actions import import_outlines
from abdi.platform.accounts.models import User

Ring = list[tuple[float, float]]  # longitude first, as GeoJSON has it

_RIVER: Ring = [(110.842, -5.15), (110.845, -5.162), (110.839, -5.171), (110.844, -5.185), (110.841, -5.2)]
_WEST: Ring = [(110.801, -5.198), (110.796, -5.183), (110.803, -5.168), (110.799, -5.152)]
_EAST: Ring = [(110.889, -5.149), (110.895, -5.166), (110.887, -5.181), (110.892, -5.199)]
_NORTH: Ring = [(110.792, -5.131), (110.815, -5.122), (110.848, -5.126), (110.873, -5.119), (110.898, -5.128)]

# a kecamatan north of two kelurahan that a river parts, and around them both
OUTLINES: dict[str, Ring] = {
    "KEC-MAWAR": [*_NORTH, *_EAST, _RIVER[-1], *_WEST],
    "KEL-MELATI": [*_RIVER, *_WEST],
    "KEL-KENANGA": [*_EAST, *reversed(_RIVER)],
}


def draw_areas(*, actor: User, since: date) -> None:
    """The outlines of the units that have an area of their own."""
    features = [_feature(code, ring) for code, ring in OUTLINES.items()]
    content = json.dumps({"type": "FeatureCollection", "features": features})
    import_outlines(actor=actor, content=BytesIO(content.encode()), valid_from=since)


def _feature(code: str, ring: Ring) -> dict[str, object]:
    polygon = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "Feature", "properties": {"unit": code}, "geometry": polygon}
