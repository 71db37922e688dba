"""The working pages in English, and the paper that stays Indonesian."""

from io import BytesIO

from pypdf import PdfReader

from tests.web.serving import opened_evaluation


def test_the_screen_speaks_english_and_the_form_indonesian(office, enter):
    evaluation, dewi = opened_evaluation(office), enter("dewi")
    dewi.cookies["django_language"] = "en"
    address = f"/kerja/evaluasi/{evaluation.uid}/"
    assert "1. Results by the evidence" in dewi.get(address).content.decode()
    dewi.post(f"{address}rating/", {"hasil": "sesuai", "perilaku": "sesuai", "act": "decide"})
    evaluation.refresh_from_db()
    assert evaluation.snapshot["rating_hasil"] == "Sesuai ekspektasi"
    pages = PdfReader(BytesIO(dewi.get(f"{address}pdf/").content)).pages
    assert "Sesuai ekspektasi" in " ".join(page.extract_text() for page in pages)
