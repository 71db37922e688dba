"""The mark of an issued document, and the table of documents."""

from io import BytesIO

import pytest
from defusedxml import ElementTree
from pypdf import PdfReader

from abdi.planning.papers import SKP
from abdi.planning.printing import skp_pdf
from abdi.platform.documents.papers import all_papers, digest_of, paper_of, register
from abdi.platform.documents.seals import Seal, qr_svg
from abdi.platform.errors import InputRefused
from tests import cast


def test_a_qr_code_is_one_small_drawing():
    drawn = ElementTree.fromstring(qr_svg("https://abdi.contoh.go.id/periksa/7K3M9QXT2A/"))
    assert drawn.tag.endswith("svg")
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}path"))) == 1


def test_every_page_carries_the_mark(office):
    seal = Seal("7K3M9QXT2A", "https://abdi.contoh.go.id/periksa/7K3M9QXT2A/")
    pages = PdfReader(BytesIO(skp_pdf(cast.agreed_skp(office), seal))).pages
    assert len(pages) >= 2
    assert all(seal.address in page.extract_text() and seal.code in page.extract_text() for page in pages)


def test_the_table_knows_its_papers_by_code():
    assert {paper.code for paper in all_papers()} >= {"skp", "evaluasi", "dokumen_evaluasi"}
    assert paper_of("skp") is SKP
    register(SKP)  # once more is no conflict
    with pytest.raises(InputRefused, match="surat"):
        paper_of("surat")


def test_a_digest_names_content_whatever_the_order_of_its_keys():
    assert digest_of({"a": 1, "b": [2.5]}) == digest_of({"b": [2.5], "a": 1})
    assert digest_of({"a": 1}) != digest_of({"a": 2})
    assert digest_of({}) == ""
