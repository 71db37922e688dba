"""Outlines: what is taken over, what is refused and why, and what lies where."""

import json
from contextlib import suppress
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.organisation.areas.actions import import_outlines
from abdi.organisation.areas.geometry import MOST_POINTS
from abdi.organisation.areas.models import Area
from abdi.organisation.areas.reading import MOST_AREAS, read_outlines
from abdi.organisation.areas.selectors import outlines, unit_at
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import DomainError, InputRefused, PermissionRefused

SINCE, DAY = date(2026, 3, 1), timedelta(days=1)
SQUARE = [[110.0, -7.0], [110.1, -7.0], [110.1, -6.9], [110.0, -6.9], [110.0, -7.0]]


def collection(*rings, code="KEL-MELATI", **more):
    features = [feature(ring, code) for ring in rings or [SQUARE]]
    return {"type": "FeatureCollection", "features": features, **more}


def feature(ring, code="KEL-MELATI", kind="Polygon"):
    return {
        "type": "Feature",
        "properties": {"unit": code},
        "geometry": {"type": kind, "coordinates": [ring]},
    }


def file(content) -> BytesIO:
    return BytesIO(content if isinstance(content, bytes) else json.dumps(content).encode())


def moved(by: float) -> list[list[float]]:
    return [[lon + by, lat] for lon, lat in SQUARE]


def test_an_outline_has_its_days(office):
    sari = office.user("sari")
    import_outlines(actor=sari, content=file(collection()), valid_from=SINCE)
    import_outlines(actor=sari, content=file(collection(moved(0.5))), valid_from=SINCE + DAY)
    import_outlines(actor=sari, content=file(collection(moved(1))), valid_from=SINCE + DAY)
    import_outlines(actor=sari, content=file(collection(moved(2))), valid_from=SINCE - DAY)
    spans = Area.objects.order_by("valid_from").values_list("valid_from", "valid_until")
    assert list(spans) == [(SINCE - DAY, SINCE - DAY), (SINCE, SINCE), (SINCE + DAY, None)]
    at = [unit_at(-6.95, lon, on) for lon, on in [(112.05, SINCE - DAY), (110.05, SINCE), (111.05, None)]]
    assert at == [office.unit] * 3
    assert unit_at(-6.95, 110.05) is None
    assert AuditEntry.objects.filter(tag="areas:area:draw").count() == 4


def test_the_smallest_area_counts_and_a_sliver_belongs_to_the_nearer(office, instansi, system):
    from abdi.organisation.actions import create_unit

    ward = create_unit(
        actor=system, code="RW-1", name="RW 1", parent=office.unit, valid_from=date(2026, 1, 1)
    )
    inner = [[110.02, -6.98], [110.05, -6.98], [110.05, -6.95], [110.02, -6.95], [110.02, -6.98]]
    whole = {
        "type": "FeatureCollection",
        "features": [feature(SQUARE), feature(inner, "RW-1")],
    }
    import_outlines(actor=office.user("sari"), content=file(whole))
    assert [one.unit for one in outlines()] == [office.unit, ward]
    assert unit_at(-6.96, 110.03) == ward
    assert unit_at(-6.92, 110.08) == office.unit
    assert unit_at(-7.00005, 110.05) == office.unit
    assert unit_at(-7.001, 110.05) is None


BOW = [[110.0, -7.0], [110.1, -6.9], [110.1, -7.0], [110.0, -6.9], [110.0, -7.0]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "bukan GeoJSON"),
        (b"\xff\xfe\x00", "bukan GeoJSON"),
        (b"[" * 100_000, "bukan GeoJSON"),
        (b" " * (11 << 20), "lebih besar dari 10 MiB"),
        ({"type": "Feature"}, "bukan GeoJSON"),
        ({"type": "FeatureCollection", "features": []}, "tidak memuat satu pun"),
        ({"type": "FeatureCollection", "features": [1] * (MOST_AREAS + 1)}, "bagi menjadi beberapa"),
        ({"type": "FeatureCollection", "features": ["x"]}, "Wilayah ke-1 tidak menyebut kode unit"),
        (collection(code=7), "tidak menyebut kode unit"),
        (collection(SQUARE, SQUARE), "muncul dua kali"),
        (collection(code="TIDAK-ADA"), "Tidak ada unit kerja berkode TIDAK-ADA"),
        (collection(crs={"properties": {"name": "urn:ogc:def:crs:EPSG::23830"}}), "bukan WGS 84"),
        (collection(BOW), "tidak menutup satu bidang"),
        (collection(SQUARE[:-1]), "tidak kembali ke titik awal"),
        (collection([[lat, lon] for lon, lat in SQUARE]), "tertukar"),
        (collection([[lon + 100, lat] for lon, lat in SQUARE]), "di luar Indonesia"),
        (collection([[430_000.0, 9_230_000.0]] * 4), "di luar Indonesia"),
        (collection([["a", -7.0]] * 4), "bukan pasangan angka"),
        (b'{"type": "FeatureCollection", "features": [{"properties": {"unit": "X"}, "geometry":'
         b' {"type": "Polygon", "coordinates": [[[NaN, 1], [1, 1], [1, 2], [NaN, 1]]]}}]}', "tidak kembali|angka"),
        (collection([[110.0, -7.0]] * (MOST_POINTS + 1)), "paling banyak 20000"),
        ({"type": "FeatureCollection", "features": [feature(SQUARE, kind="LineString")]}, "bukan Polygon"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_whole(office, content, sentence):
    with pytest.raises(InputRefused, match=sentence):
        import_outlines(actor=office.user("sari"), content=file(content))
    assert not Area.objects.exists()


@pytest.mark.parametrize(("who", "may"), [("sari", True), ("dewi", False), ("rina", False)])
def test_only_the_administration_draws(office, who, may):
    if may:
        assert import_outlines(actor=office.user(who), content=file(collection()))
        return
    with pytest.raises(PermissionRefused):
        import_outlines(actor=office.user(who), content=file(collection()))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "coordinates", "unit"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(geometry=JSON, kind=st.sampled_from(["Polygon", "MultiPolygon"]))
def test_any_geometry_is_an_outline_or_a_sentence(geometry, kind):
    one = {"properties": {"unit": "X"}, "geometry": {"type": kind, "coordinates": geometry}}
    with suppress(DomainError):
        assert read_outlines(file({"type": "FeatureCollection", "features": [one]}))
