"""The administration uploads outlines, sees them on the map, and is told what is wrong with a file."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from abdi.organisation.areas.models import Area
from tests.outlines import RING, outline

PAGE = reverse("staff:areas")


def outlines(ring=RING) -> SimpleUploadedFile:
    return SimpleUploadedFile("batas.geojson", outline(ring), "application/geo+json")


def words(response) -> str:
    return response.content.decode()


def test_uploaded_shown_and_refused_in_words(office, enter):
    sari = enter("sari")
    assert "Belum ada batas wilayah" in words(sari.get(PAGE))
    swapped = sari.post(
        PAGE, {"file": outlines([[lat, lon] for lon, lat in RING]), "valid_from": "2026-01-01"}
    )
    assert (swapped.status_code, "tertukar" in words(swapped)) == (422, True)
    page = words(sari.post(PAGE, {"file": outlines(), "valid_from": "2026-01-01"}, follow=True))
    assert "Batas 1 unit kerja disimpan" in page
    assert "map-area" in page
    assert Area.objects.get().unit == office.unit


def test_only_the_administration(office, enter):
    assert enter("rina").get(PAGE).status_code == 403
    assert enter("rina").post(PAGE, {"file": outlines(), "valid_from": "2026-01-01"}).status_code == 403
