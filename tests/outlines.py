"""An outline as GeoJSON, as the administration uploads it."""

import json

RING = [[110.8, -5.2], [110.84, -5.2], [110.84, -5.15], [110.8, -5.15], [110.8, -5.2]]


def outline(ring=RING, code="KEL-MELATI") -> bytes:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {"unit": code}, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
