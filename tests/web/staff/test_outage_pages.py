"""The administration notes that the service was down, and the period says what that did."""

from datetime import date

from django.urls import reverse

from abdi.platform.outages.models import Outage


def test_noted_ended_and_told_beside_the_deadline(office, enter):
    sari = enter("sari")
    type(office.year).objects.filter(pk=office.year.pk).update(filing_deadline=date(2026, 1, 31))
    about = {"start": "2026-01-30T08:00", "what": "Abdi tidak dapat dibuka", "source": "Laporan 7/2026"}
    assert sari.post(reverse("staff:outage_new"), about).status_code == 302
    assert "masih berlangsung" in sari.get(reverse("staff:outages")).content.decode()
    end = reverse("staff:outage_end", args=[Outage.objects.get().uid])
    refused = sari.post(end, {"end": "2026-01-29T08:00"})
    assert (refused.status_code, "sesudah mulainya" in refused.content.decode()) == (422, True)
    assert sari.post(end, {"end": "2026-01-31T12:00"}).status_code == 302
    page = sari.get(reverse("staff:periods")).content.decode().replace("\xa0", " ")
    assert "diperpanjang 1 hari karena gangguan 30 Januari–31 Januari 2026" in page


def test_only_the_administration(enter):
    assert enter("rina").get(reverse("staff:outages")).status_code == 403
