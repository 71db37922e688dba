"""What everybody may read: nothing that says who reported, nothing that is secret, however one asks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from abdi.platform.followers.models import Follower
from abdi.platform.outbox.models import Message
from abdi.voice.complaints import actions
from abdi.voice.complaints.models import Complaint
from tests.web.public.complaints.conftest import IN_MELATI, photograph, words

PLANTED = ("Wirasentosa", "081298765432", "Gang Rahasia")
TELLING = {
    "text": f"Nama saya {PLANTED[0]}, {PLANTED[1]}. Rumah saya di {PLANTED[2]} 9. Lampu jalan mati.",
    "address": f"{PLANTED[2]} 9",
    "name": PLANTED[0],
    "home": f"{PLANTED[2]} 9",
    "contact": PLANTED[1],
    "is_at_home": "on",
    "diperiksa": "1",
    "lat": "-5.183417",
    "lon": "110.827136",
}
LIST = reverse("public:complaints")


def public(one: Complaint) -> str:
    return reverse("public:complaint_public", args=[one.number])


@pytest.mark.parametrize("visibility", ["anonim", "terbuka"])
def test_nothing_public_says_who_reported(desk, visibility):
    one = desk.answered(desk.filed(**TELLING, visibility=visibility, photos=[photograph()]))
    asked = [
        LIST,
        f"{LIST}?format=csv",
        f"{LIST}?q=lampu",
        public(one),
        reverse("public:complaint_statistics"),
    ]
    told = {address: words(desk.client.get(address)) for address in asked}
    assert all(one.number in told[address] for address in asked[:4])
    for address, page in told.items():
        found = [
            word for word in (*PLANTED, one.code, "5.183", "5,183", "110.827", "110,827") if word in page
        ]
        assert found == [], address
    for word in PLANTED:
        assert "Tidak ada laporan" in words(desk.client.get(LIST, {"q": word}))
    photo = reverse("public:complaint_public_photo", args=[one.number, 1])
    assert desk.client.get(photo).status_code == 404


@pytest.mark.parametrize(
    ("more", "is_verified"),
    [
        ({"visibility": "rahasia"}, True),
        ({"visibility": "anonim_rahasia"}, True),
        ({"visibility": "terbuka"}, False),
        ({"visibility": "anonim", "about_words": "Petugas loket dua"}, True),
    ],
    ids=["secret", "anonymous and secret", "not verified", "about an officer"],
)
def test_what_is_not_for_all_is_nowhere(desk, more, is_verified):
    one = desk.filed(**more, **IN_MELATI)
    if is_verified:
        desk.verified(one)
    assert desk.client.get(public(one)).status_code == 404
    assert one.number not in words(desk.client.get(LIST)) + words(desk.client.get(f"{LIST}?format=csv"))


def test_a_stranger_who_follows_never_gets_the_code(desk):
    one = desk.verified(desk.filed(**IN_MELATI))
    page = words(desk.client.get(public(one)))
    subject = page.split('name="subject" value="')[1].split('"')[0]
    desk.client.post(reverse("public:follow"), {"subject": subject, "email": "tetangga@example.test"})
    assert Follower.objects.count() == 1
    before = set(Message.objects.values_list("pk", flat=True))
    actions.dispose(actor=desk.office.user("sari"), complaint=one, unit=desk.office.unit, note="")
    actions.take(actor=desk.office.user("joko"), complaint=one)
    actions.answer(actor=desk.office.user("joko"), complaint=one, text="Sudah diganti.")
    sent = Message.objects.exclude(pk__in=before)
    assert any(f"/aduan/publik/{one.number}/" in str(message.payload) for message in sent)
    assert not [message for message in sent if one.code in str(message.payload)]


def test_filters_and_a_map_that_leads_to_each(desk):
    one, other = (desk.verified(desk.filed(**IN_MELATI, submission=s, diperiksa="1")) for s in "ab")
    elsewhere = desk.verified(desk.filed(submission="c", text="Air keran keruh.", diperiksa="1"))
    assert "2 laporan" in words(desk.client.get(LIST, {"q": "lampu"}))
    page = words(desk.client.get(LIST))
    assert 'aria-label="2 laporan"' in page
    assert all(three.number in page for three in (one, other, elsewhere))
    assert "1 laporan" in words(desk.client.get(LIST, {"q": "keran"}))
    assert "Tidak ada laporan" in words(desk.client.get(LIST, {"status": "selesai"}))
    assert desk.client.get(LIST, {"status": "x", "unit": "y", "page": "z"}).status_code == 200


def test_a_formula_is_no_formula_in_the_export(desk):
    desk.verified(desk.filed(text='=HYPERLINK("http://jahat.test")', diperiksa="1"))
    assert "'=HYPERLINK" in words(desk.client.get(f"{LIST}?format=csv"))


def test_many_reports_ask_no_more_than_few(desk):
    desk.verified(desk.filed(**IN_MELATI, submission="0", diperiksa="1"))
    asked = []
    for rounds in (1, 6):
        for number in range(rounds):
            desk.verified(desk.filed(**IN_MELATI, submission=f"{rounds}-{number}", diperiksa="1"))
        with CaptureQueriesContext(connection) as queries:
            desk.client.get(LIST)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_numbers_below_five_are_not_told(desk):
    page = reverse("public:complaint_statistics")
    for number in range(4):
        desk.verified(desk.filed(submission=str(number), unit=desk.office.unit.uid, diperiksa="1"))
    few = words(desk.client.get(f"{page}?format=csv"))
    assert few.splitlines()[1] == "Kelurahan Melati,,,,,,,"
    desk.answered(desk.filed(submission="4", unit=desk.office.unit.uid, diperiksa="1"))
    enough = words(desk.client.get(f"{page}?format=csv"))
    assert enough.splitlines()[1].startswith("Kelurahan Melati,5,,,")
    assert "Kelurahan Melati" in words(desk.client.get(page))
    assert desk.client.get(page, {"since": "2026-02-01", "until": "2026-01-01"}).status_code == 422
