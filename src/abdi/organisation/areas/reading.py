"""A file of outlines: GeoJSON, a FeatureCollection whose features name their unit by its code."""

import json
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from abdi.organisation.areas.geometry import Shape, shape_of
from abdi.platform.errors import InputRefused

MOST_BYTES = 10 << 20
MOST_AREAS = 2_000
_WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326")


def read_outlines(content: BinaryIO) -> dict[str, Shape]:
    """Code of the unit → its checked outline. Raises InputRefused with the first thing that is wrong."""
    found: dict[str, Shape] = {}
    for number, feature in enumerate(_features(_parsed(content)), start=1):
        code = _code(feature, number)
        if code in found:
            raise _refused(_("Unit %s muncul dua kali; gabungkan menjadi satu MultiPolygon.") % code)
        found[code] = shape_of(feature.get("geometry"), code)
    return found


def _parsed(content: BinaryIO) -> dict[str, Any]:
    data = content.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _refused(_("Berkas wilayah lebih besar dari %d MiB; sederhanakan dahulu.") % (MOST_BYTES >> 20))
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict) or read.get("type") != "FeatureCollection":
        raise _refused(_("Berkas ini bukan GeoJSON FeatureCollection; ekspor ulang dari aplikasi peta Anda."))
    _check_degrees(read.get("crs"))
    return read


def _check_degrees(crs: Any) -> None:
    """RFC 7946 knows WGS 84 alone; files written before it may name something else."""
    if crs and not any(name in json.dumps(crs) for name in _WGS84):
        raise _refused(_("Sistem koordinatnya bukan WGS 84; ekspor ulang sebagai EPSG:4326."))


def _features(read: dict[str, Any]) -> list[Any]:
    features = read.get("features")
    if not isinstance(features, list) or not features:
        raise _refused(_("Berkas ini tidak memuat satu pun wilayah."))
    if len(features) > MOST_AREAS:
        raise _refused(_("Berkas memuat lebih dari %d wilayah; bagi menjadi beberapa berkas.") % MOST_AREAS)
    return features


def _code(feature: Any, number: int) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = properties.get("unit") if isinstance(properties, dict) else None
    if not isinstance(code, str) or not code.strip():
        raise _refused(_("Wilayah ke-%d tidak menyebut kode unit pada properti “unit”.") % number)
    return code.strip()


def _refused(sentence: str) -> InputRefused:
    return InputRefused(sentence, field="file")
