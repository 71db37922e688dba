"""A signature by the contract, verified; and everything that can go wrong with one."""

import logging
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from abdi.planning.papers import SKP
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.verification.actions import issue
from abdi.platform.verification.models import Issued
from abdi.platform.verification.selectors import standing_of_file
from abdi.platform.verification.signing import sign_document
from tests import cast
from tests.integrations.esign.standin import NIK, PASSPHRASE, PASSWORD, USER, serving


@pytest.fixture
def service(settings):
    with serving() as one:
        settings.ESIGN_URL, settings.ESIGN_USER, settings.ESIGN_PASSWORD = one.url, USER, PASSWORD
        settings.ESIGN_TIMEOUT = 20
        yield one


@pytest.fixture
def skp(office):
    return cast.agreed_skp(office)


def sign(office, skp, who="dewi", nik=NIK, passphrase=PASSPHRASE):
    return sign_document(actor=office.user(who), paper=SKP, subject=skp, nik=nik, passphrase=passphrase)


def check_signature(pdf, service):
    """Whole, unchanged since, and by the certificate of the service."""
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    trust = ValidationContext(trust_roots=[service.certificate])
    with ThreadPoolExecutor(
        1
    ) as elsewhere:  # it runs a loop of its own, and a browser test may have left one here
        status = elsewhere.submit(validate_pdf_signature, signature, trust).result()
    assert status.intact
    assert status.valid
    assert status.trusted
    assert status.coverage.name == "ENTIRE_FILE"


@pytest.mark.parametrize("mood", ["", "fetch"])
def test_the_assessor_signs_and_anybody_can_check(office, skp, service, mood):
    service.mood = mood
    issued = sign(office, skp)
    pdf = issued.latest_file.path.read_bytes()
    check_signature(pdf, service)
    assert pdf.startswith(issued.file.path.read_bytes())
    assert (issued.signed_by, issued.signature_id) == (office.user("dewi"), *service.kept)
    assert standing_of_file(issued.signed_sha256).signed_at == issued.signed_at
    with pytest.raises(PolicyRefused, match="sudah ditandatangani"):
        sign(office, skp)
    assert service.asked.count("/api/sign/pdf") == 1


@pytest.mark.parametrize(
    ("mood", "given", "refusal", "sentence"),
    [
        ("", {"passphrase": "frasa-keliru"}, InputRefused, "Passphrase anda salah"),
        ("", {"nik": "3578000000000009"}, InputRefused, "NIK tidak terdaftar"),
        ("away", {}, PolicyRefused, "terganggu .HTTP 503."),
        ("slow", {}, PolicyRefused, "tidak menjawab pada waktunya"),
        ("stranger", {}, PolicyRefused, "bukan dokumen yang dikirim"),
    ],
)
def test_a_failed_signature_loses_nothing(
    office, skp, service, settings, caplog, mood, given, refusal, sentence
):
    issued = issue(actor=office.user("dewi"), paper=SKP, subject=skp)
    before = issued.file.path.read_bytes()
    service.mood, settings.ESIGN_TIMEOUT = mood, 1 if mood == "slow" else 20
    with caplog.at_level(logging.DEBUG), pytest.raises(refusal, match=sentence) as raised:
        sign(office, skp, **given)
    assert raised.value.field in {"", *given}
    issued.refresh_from_db()
    assert (issued.signed_sha256, issued.latest_file.path.read_bytes()) == ("", before)
    secrets = {PASSPHRASE, NIK, PASSWORD, *given.values()}
    trail = str(list(AuditEntry.objects.values_list("data", flat=True)))
    assert not [one for one in secrets if one in caplog.text or one in trail or one in str(raised.value)]
    service.mood, settings.ESIGN_TIMEOUT = "", 20
    assert sign(office, skp).signed_sha256


def test_a_service_nobody_answers_for(office, skp, service, settings):
    service.server_close()
    settings.ESIGN_URL = "http://127.0.0.1:9"
    with pytest.raises(PolicyRefused, match="tidak dapat dihubungi"):
        sign(office, skp)
    assert AuditEntry.objects.filter(tag="verification:document:sign_failed").count() == 1


@pytest.mark.parametrize("who", ["rina", "budi", "sari", "joko"])
def test_only_the_assessor_signs(office, skp, service, who):
    with pytest.raises(PermissionRefused):
        sign(office, skp, who)
    assert (service.asked, Issued.objects.count()) == ([], 0)


def test_no_service_no_signature(office, skp):
    with pytest.raises(PolicyRefused, match="belum diatur"):
        sign(office, skp)
