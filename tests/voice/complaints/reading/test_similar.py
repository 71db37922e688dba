"""Reports of the same thing, suggested before it is reported again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.similar import nearby
from tests.voice.complaints.reading.rows import NOON, complaint

pytestmark = pytest.mark.django_db
HERE = {"lat": -6.2, "lon": 106.8}
NORTH = 1 / 111_195  # degrees of latitude in a metre
TEXT = "Lampu jalan mati di depan pasar"


def around(text=TEXT, **more):
    asked = HERE | {"text": text, "at": NOON} | more
    return nearby(Complaint.objects.all(), **asked)


@pytest.mark.parametrize(
    ("metres", "text", "more", "is_found"),
    [
        (0, TEXT, {}, True),
        (100, "Lampu mati, gelap", {}, True),
        (240, TEXT, {}, True),
        (260, TEXT, {}, False),
        (200, "Sampah menumpuk", {}, False),
        (20, "Sampah menumpuk", {}, False),
        (50, TEXT, {"status": Status.SELESAI}, True),
        (50, TEXT, {"status": Status.SELESAI, "received_at": NOON - timedelta(days=61)}, False),
        (50, TEXT, {"received_at": NOON - timedelta(days=300)}, True),
        (50, TEXT, {"status": Status.DICABUT}, False),
    ],
)
def test_a_duplicate_is_near_alike_and_open_or_recent(office, metres, text, more, is_found):
    complaint(text, lat=HERE["lat"] + metres * NORTH, lon=HERE["lon"], **more)
    found = around()
    assert bool(found) == is_found
    assert all(one.is_open == ("status" not in more) and abs(one.metres - metres) <= 1 for one in found)


def test_the_likeliest_comes_first_with_how_many_reported_it(office):
    kind = Category.objects.create(code="lampu", name="Lampu jalan")
    far = complaint(TEXT, lat=HERE["lat"] + 150 * NORTH, lon=HERE["lon"])
    close = complaint(TEXT, **HERE, category=kind)
    complaint(TEXT, **HERE, status=Status.DIGABUNG, duplicate_of=close)
    found = around(category=kind)
    assert [(one.complaint, one.reporters) for one in found] == [(close, 2), (far, 1)]
    assert around(category=kind, excluding=close)[0].complaint == far


def test_without_a_place_words_of_the_same_unit_decide(office):
    here = complaint(TEXT, unit=office.unit)
    complaint("Sampah menumpuk di sudut", unit=office.unit)
    found = nearby(Complaint.objects.all(), unit=office.unit, text=TEXT, at=NOON)
    assert [(one.complaint, one.metres) for one in found] == [(here, None)]
    assert nearby(Complaint.objects.all(), text=TEXT) == []


def test_one_query_however_many_there_are(office):
    for _ in range(6):
        complaint(TEXT, **HERE)
    with CaptureQueriesContext(connection) as asked:
        found = around()
    assert (len(asked), len(found)) == (1, 5)


@pytest.mark.parametrize("lat", [90.0, -90.0])
def test_a_pole_is_a_place_too(office, lat):
    assert around(lat=lat) == []
