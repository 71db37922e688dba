"""Issued documents: the code on the paper, and what a stranger is told by it."""

from dataclasses import asdict
from io import BytesIO

import pytest
from pypdf import PdfReader

from abdi.planning.papers import SKP
from abdi.platform.errors import PermissionRefused, PolicyRefused
from abdi.platform.verification.actions import issue
from abdi.platform.verification.codes import ALPHABET, as_typed
from abdi.platform.verification.models import Issued
from abdi.platform.verification.permissions import can_issue, can_sign
from abdi.platform.verification.selectors import present_version, standing_of_code, standing_of_file
from tests import cast


@pytest.fixture
def skp(office):
    return cast.agreed_skp(office)


def test_a_document_is_issued_once_and_its_bytes_are_kept(office, skp):
    first = issue(actor=office.user("rina"), paper=SKP, subject=skp)
    again = issue(actor=office.user("dewi"), paper=SKP, subject=skp)
    assert first == again == present_version(SKP, skp)
    assert Issued.objects.count() == 1
    assert set(first.code) <= set(ALPHABET)
    printed = PdfReader(BytesIO(first.file.path.read_bytes())).pages[0].extract_text()
    assert f"/periksa/{first.code}/" in printed
    assert "salinan tanpa kode periksa" not in printed


def test_the_address_is_that_of_the_instansi(office, skp, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://abdi.contoh.go.id"]
    issued = issue(actor=office.user("rina"), paper=SKP, subject=skp)
    text = PdfReader(BytesIO(issued.file.path.read_bytes())).pages[0].extract_text()
    assert f"https://abdi.contoh.go.id/periksa/{issued.code}/" in text


def test_a_draft_cannot_be_issued(office):
    with pytest.raises(PolicyRefused, match="masih draf"):
        issue(actor=office.user("rina"), paper=SKP, subject=cast.skp_with_indicators(office))


@pytest.mark.parametrize(
    ("who", "issues", "signs"),
    [
        ("rina", True, False),
        ("dewi", True, True),
        ("budi", True, False),
        ("sari", True, False),
        ("joko", False, False),
    ],
)
def test_who_may_issue_and_who_may_sign(office, skp, who, issues, signs):
    user = office.user(who)
    assert (can_issue(user, SKP, skp), can_sign(user, SKP, skp)) == (issues, signs)
    if not issues:
        with pytest.raises(PermissionRefused):
            issue(actor=user, paper=SKP, subject=skp)


def test_a_stranger_learns_what_it_is_and_nothing_of_whom(office, skp):
    issued = issue(actor=office.user("rina"), paper=SKP, subject=skp)
    standing = standing_of_code(f" {issued.code[:4].lower()}-{issued.code[4:]} ")
    assert standing is not None
    assert standing == standing_of_file(issued.sha256)
    assert (standing.instansi, standing.holds) == ("Kabupaten Contoh", True)
    told = str(asdict(standing))
    assert not [word for word in ("Rina", "Misal", "199003032015012003", "Dewi", "Melati") if word in told]
    assert standing_of_code("TIDAKADA22") is None
    assert standing_of_file("0" * 64) is None


def test_a_plan_that_changed_is_another_version(office, skp):
    content = skp.snapshot
    first = issue(actor=office.user("rina"), paper=SKP, subject=skp)
    skp.snapshot = {}  # reopened
    skp.save()
    assert standing_of_code(first.code).holds is False
    skp.snapshot = {**content, "pendekatan": "kualitatif"}  # and agreed anew
    skp.save()
    second = issue(actor=office.user("rina"), paper=SKP, subject=skp)
    assert second.code != first.code
    assert [standing_of_code(one.code).holds for one in (first, second)] == [False, True]


def test_what_people_type_is_read_kindly():
    assert as_typed(" 7k3m-9qxt 2a ") == "7K3M9QXT2A"
