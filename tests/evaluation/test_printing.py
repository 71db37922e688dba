"""What the papers say, read back from the PDF."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from abdi.evaluation import actions
from abdi.evaluation.enums import Rating
from abdi.evaluation.printing import dokumen_evaluasi_pdf, evaluasi_pdf
from abdi.planning.printing import skp_pdf
from tests import cast
from tests.pdf import text_of


@pytest.fixture
def evaluation(office):
    skp = cast.agreed_skp(office)
    evaluation = actions.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)
    return actions.give_ratings(
        actor=office.user("dewi"), evaluation=evaluation, hasil=Rating.SESUAI, perilaku=Rating.SESUAI
    )


def test_the_skp_has_the_columns_of_the_form(office):
    text = text_of(skp_pdf(cast.agreed_skp(office)))
    for words in [
        "SASARAN KINERJA PEGAWAI",
        "Pegawai yang dinilai",
        "Pejabat penilai kinerja",
        "199003032015012003",
        "Rencana hasil kerja pimpinan yang diintervensi",
        "Permohonan warga selesai sesuai standar",
        "Selesai tepat waktu",
        "≥ 90 %",
        "Berorientasi Pelayanan",
        "Ekspektasi khusus pimpinan",
    ]:
        assert words in text
    assert "DRAF" not in text


def test_a_draft_says_so(office):
    assert "DRAF" in text_of(skp_pdf(cast.skp_with_indicators(office)))


def test_the_evaluation_sheets(office, evaluation):
    assert "DRAF" in text_of(evaluasi_pdf(evaluation))
    actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)
    sheet, summary = text_of(evaluasi_pdf(evaluation)), text_of(dokumen_evaluasi_pdf(evaluation))
    assert "DRAF" not in sheet
    for words in ["Realisasi berdasarkan bukti dukung", "Rating hasil kerja: Sesuai ekspektasi", "Baik"]:
        assert words in sheet
    for words in ["DOKUMEN EVALUASI KINERJA PEGAWAI", "Budi Andaian", "Keberatan", "Diterima tanggal"]:
        assert words in summary


def test_the_same_document_is_the_same_bytes(office, evaluation):
    actions.decide_predikat(actor=office.user("dewi"), evaluation=evaluation)
    assert evaluasi_pdf(evaluation) == evaluasi_pdf(evaluation)


def test_typed_text_never_becomes_layout(office):
    skp = cast.skp_with_indicators(office)
    skp.rhk.update(text='#panic("x") *tebal* $x^2$ <a> @b')
    assert '#panic("x") *tebal* $x^2$ <a> @b' in text_of(skp_pdf(skp))


def test_pdf_is_tagged_for_screen_readers(office):
    catalog = PdfReader(BytesIO(skp_pdf(cast.agreed_skp(office)))).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "id"
