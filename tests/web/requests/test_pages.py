"""An errand from home to the product in hand, on screens alone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from abdi.platform import moments
from abdi.platform.verification.models import Issued
from abdi.services.requests import actions
from abdi.services.requests.models import CitizenVisit
from tests.services.requests.conftest import PDF

pytestmark = pytest.mark.django_db
LIST = reverse("counter:requests")
QUERIES = 17  # five of every page of somebody signed in; who may see which units is asked three times


def words(response) -> str:
    return response.content.decode()


def file(content=PDF, name="ktp.pdf"):
    return {"file": SimpleUploadedFile(name, content)}


def test_from_home_to_the_product(errand, client, enter):
    """Filed without an account, completed by the officer, taken by the citizen, checked by anybody."""
    address = reverse("public:apply") + f"?layanan={errand.office.layanan.code}"
    assert "KTP-el asli" in words(client.get(address))
    page = client.post(address, {"name": "Bapak Wargawan"}, follow=True)
    visit = CitizenVisit.objects.get()
    one = visit.permohonan.get()
    assert visit.code in words(page)
    assert "Wargawan" not in words(page)
    sent = reverse("public:visit_attach", args=[visit.code, one.number, 1])
    assert "adalah program" in words(client.post(sent, file(b"MZ\x90"), follow=True))
    assert "Berkas diterima" in words(client.post(sent, file(), follow=True))
    rina = enter("rina")
    paper = one.documents.get(number=1)
    rina.post(reverse("counter:request_take", args=[one.uid]))
    preview = rina.get(reverse("counter:request_document", args=[paper.uid]))
    assert b"".join(preview.streaming_content) == PDF
    rina.post(reverse("counter:request_judge", args=[paper.uid]), {"status": "sesuai"})
    rina.post(
        reverse("counter:request_complete", args=[one.uid]), {"product": SimpleUploadedFile("kk.pdf", PDF)}
    )
    handed = reverse("counter:request_hand_over", args=[one.uid])
    page = words(rina.post(handed, {"received_by": "Anaknya"}, follow=True))
    assert "Diserahkan" in page
    assert "Wargawan" in page
    product = reverse("public:visit_product", args=[visit.code, one.number])
    assert product in words(client.get(reverse("public:visit", args=[visit.code])))
    assert Issued.objects.get().file.path.read_bytes() == PDF
    checked = words(client.get(reverse("public:check_code", args=[Issued.objects.get().code])))
    assert "Asli dan masih berlaku" in checked
    assert "Wargawan" not in checked


def test_what_is_missing_is_said_and_given_back(errand, client, enter):
    one = errand.taken()
    errand.do(actions.return_for_completion, permohonan=one, note="Foto KTP buram")
    address = reverse("public:visit", args=[one.visit.code])
    page = words(client.get(address))
    assert "Giliran Anda" in page
    assert "Foto KTP buram" in page
    client.post(reverse("public:visit_attach", args=[one.visit.code, 1, 1]), file())
    client.post(reverse("public:visit_resubmit", args=[one.visit.code, 1]))
    assert "Giliran Anda" not in words(client.get(address))
    client.post(reverse("public:visit_cancel", args=[one.visit.code, 1]))
    assert "Dibatalkan" in words(client.get(address))


@pytest.mark.parametrize("code", ["AAAAAAAAAA", "x" * 500, "aduan"])
def test_a_code_that_does_not_exist_opens_nothing(errand, client, code):
    found = client.get(reverse("public:visit", args=[code]))
    assert found.status_code == 404
    assert "Kode tidak dikenal" in words(found)


def test_a_code_is_found_as_it_is_typed(errand, client):
    visit = errand.file()
    typed = f"{visit.code[:5].lower()} {visit.code[5:]}"
    assert client.get(reverse("public:track"), {"kode": typed}).url == reverse(
        "public:visit", args=[visit.code]
    )
    assert client.get(reverse("public:track"), {"kode": "é"}).status_code == 422


def test_the_list_is_of_ones_own_unit_and_costs_the_same_however_long(
    errand, enter, django_assert_max_num_queries
):
    for _more in range(3):
        errand.file()
    rina = enter("rina")
    with django_assert_max_num_queries(QUERIES):
        page = words(rina.get(LIST))
    assert page.count("Perubahan kartu keluarga") == 3
    assert "Legalisir" not in page
    assert CitizenVisit.objects.first().code not in page
    assert "Kelurahan Melati" in words(enter("dewi").get(LIST + "?bentuk=csv&lihat=bebas"))
    assert enter("joko").get(LIST).status_code == 403


@pytest.mark.parametrize("view", ["milik", "bebas", "dekat", "lewat", "menunggu", "siap", "selesai"])
def test_the_list_is_narrowed(errand, enter, view):
    """Filed, taken, returned and ready at nine; read at nine and at five, when what is open is late."""
    errand.one()
    one = errand.taken()
    errand.do(actions.return_for_completion, permohonan=errand.taken(), note="Lengkapi")
    errand.do(actions.complete, permohonan=errand.ready())
    errand.do(actions.reject, permohonan=one, reason="Bukan warga sini")
    counts = {"milik": 2, "bebas": 1, "dekat": 1, "lewat": 0, "menunggu": 1, "siap": 1, "selesai": 1}
    with moments.replayed_at(errand.at):
        page = words(enter("rina").get(LIST, {"lihat": view}))
    assert page.count('role="rowheader"') == counts[view]


def test_a_visit_is_opened_at_the_desk(errand, enter):
    asked = {
        "layanan": [errand.office.layanan.uid, errand.legalisir.uid],
        "unit": errand.office.unit.uid,
        "name": "Bapak Wargawan",
    }
    rina = enter("rina")
    assert rina.get(reverse("counter:request_new")).status_code == 200
    page = rina.post(reverse("counter:request_new"), asked, follow=True)
    visit = CitizenVisit.objects.get()
    assert visit.permohonan.count() == 2
    assert visit.code in words(page)
    assert rina.post(reverse("counter:request_new"), {**asked, "name": "x" * 10_000}).status_code == 422
