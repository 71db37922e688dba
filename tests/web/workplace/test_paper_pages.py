"""Documents on screen: ordered, issued, checked by anybody, signed."""

import base64
import hashlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from abdi.evaluation.models import Evaluation
from abdi.platform.batches.models import Batch
from abdi.platform.outbox.delivery import deliver_due
from abdi.platform.verification.models import Issued
from tests import cast
from tests.integrations.esign.standin import NIK, PASSPHRASE, PASSWORD, USER, serving
from tests.web.crowd import join

# the smallest PNG: one grey pixel
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


@pytest.fixture
def skp(office):
    return cast.agreed_skp(office)


def text(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def issued_by(client, skp):
    client.post(f"/kerja/dokumen/skp/{skp.uid}/terbitkan/")
    return Issued.objects.get()


def test_a_document_is_issued_and_fetched_as_it_was(enter, skp):
    rina, address = enter("rina"), f"/kerja/dokumen/skp/{skp.uid}/"
    assert "Belum diterbitkan" in text(rina.get(address))
    issued = issued_by(rina, skp)
    assert issued.code in text(rina.get(address))
    pdf = rina.get(f"{address}pdf/")
    assert hashlib.sha256(pdf.content).hexdigest() == issued.sha256
    assert enter("joko").get(f"{address}pdf/").status_code == 403
    assert rina.get(f"/kerja/dokumen/surat-lain/{skp.uid}/").status_code == 404


def test_anybody_checks_a_code(enter, client, skp):
    issued = issued_by(enter("rina"), skp)
    page = text(client.get(f"/periksa/{issued.code}/"))
    assert "Asli dan masih berlaku" in page
    assert issued.sha256 in page
    assert not [word for word in ("Rina", "Dewi", "199003032015012003", "Melati") if word in page]
    assert (
        client.get("/periksa/", {"kode": f"{issued.code[:5].lower()} {issued.code[5:]}"}).url
        == f"/periksa/{issued.code}/"
    )
    skp.snapshot = {}
    skp.save()
    assert "sekarang sudah diganti" in text(client.get(f"/periksa/{issued.code}/"))
    unknown = client.get("/periksa/TIDAKADA22/")
    assert (unknown.status_code, "Tidak dikenal" in text(unknown)) == (404, True)


def test_a_file_is_compared_and_not_kept(enter, client, skp):
    issued = issued_by(enter("rina"), skp)
    content = issued.file.path.read_bytes()
    for sent, answer in ((content, 200), (content + b" ", 404)):
        file = BytesIO(sent)
        file.name = "skp.pdf"
        led = client.post("/periksa/", {"file": file})
        assert led.url == f"/periksa/sidik/{hashlib.sha256(sent).hexdigest()}/"
        assert client.get(led.url).status_code == answer
    assert client.post("/periksa/", {}).status_code == 422


def test_many_are_ordered_watched_and_fetched(office, enter, skp):
    sari = enter("sari")
    join(office, 2)
    answer = sari.post(
        "/kerja/dokumen/", {"kind": "skp", "period": str(office.year.uid), "unit": str(office.unit.uid)}
    )
    batch = Batch.objects.get()
    assert answer.url == f"/kerja/dokumen/{batch.uid}/"
    waiting = sari.get(answer.url)
    assert "0 dari 3 dokumen" in text(waiting)
    assert 'hx-trigger="every 2s"' in text(waiting)
    assert sari.get(f"{answer.url}berkas/").status_code == 409
    deliver_due()
    part = text(sari.get(answer.url, headers={"HX-Request": "true"}))
    assert "3 dari 3 dokumen" in part
    assert "hx-trigger" not in part
    assert "<html" not in part
    file = sari.get(f"{answer.url}berkas/")
    assert b"".join(file.streaming_content).startswith(b"PK")
    sari.post(f"{answer.url}hapus/")
    assert sari.get(f"{answer.url}berkas/").status_code == 409


def test_an_order_without_anything_says_so(office, enter):
    answer = enter("joko").post(
        "/kerja/dokumen/", {"kind": "skp", "period": str(office.year.uid), "unit": ""}
    )
    assert (answer.status_code, "Tidak ada dokumen" in text(answer)) == (422, True)


def test_the_list_costs_the_same_with_many(office, enter, skp):
    sari, counts = enter("sari"), []
    for more in (1, 20):
        Batch.objects.bulk_create(
            Batch(kind="skp", title=f"SKP {number}", total=1, ordered_by=office.user("sari"))
            for number in range(more)
        )
        sari.get("/kerja/dokumen/")
        with CaptureQueriesContext(connection) as seen:
            sari.get("/kerja/dokumen/")
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 20


def test_the_assessor_signs_on_the_page(office, enter, skp, settings):
    dewi, address = enter("dewi"), f"/kerja/dokumen/skp/{skp.uid}/"
    issued = issued_by(dewi, skp)
    assert "Passphrase" not in text(dewi.get(address))
    with serving() as service:
        settings.ESIGN_URL, settings.ESIGN_USER, settings.ESIGN_PASSWORD = service.url, USER, PASSWORD
        assert "Passphrase" in text(dewi.get(address))
        assert "Passphrase" not in text(enter("rina").get(address))
        refused = dewi.post(f"{address}tanda-tangan/", {"nik": NIK, "passphrase": "frasa-keliru"})
        assert (refused.status_code, "Passphrase anda salah" in text(refused)) == (422, True)
        assert "frasa-keliru" not in text(refused)
        dewi.post(f"{address}tanda-tangan/", {"nik": NIK, "passphrase": PASSPHRASE})
    issued.refresh_from_db()
    assert "Bertanda tangan elektronik" in text(dewi.get(address))
    assert hashlib.sha256(dewi.get(f"{address}pdf/").content).hexdigest() == issued.signed_sha256


def test_an_instansi_brings_its_own_emblem(office, enter, skp):
    sari, one = enter("sari"), Evaluation.objects.create(skp=skp, period=office.quarter)
    address, sheet = "/kerja/dokumen/lambang/", f"/kerja/dokumen/dokumen_evaluasi/{one.uid}/pdf/"
    assert images_in(sari.get(sheet).content) == 0
    assert sari.get(address).status_code == 200
    assert enter("rina").get(address).status_code == 403
    refused = sari.post(address, {"file": SimpleUploadedFile("lambang.png", PIXEL[:40])})
    assert (refused.status_code, "tidak dapat digambar" in text(refused)) == (422, True)
    sari.post(address, {"file": SimpleUploadedFile("lambang.png", PIXEL)})
    assert images_in(sari.get(sheet).content) == 1


def images_in(pdf):
    return sum(len(page.images) for page in PdfReader(BytesIO(pdf)).pages)


def test_an_evaluation_has_its_two_sheets(office, enter, skp):
    one = Evaluation.objects.create(skp=skp, period=office.quarter)
    for kind in ("evaluasi", "dokumen_evaluasi"):
        page = text(enter("rina").get(f"/kerja/dokumen/{kind}/{one.uid}/"))
        assert "Masih draf" in page
