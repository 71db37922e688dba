"""Every sheet beside the list of its official form: each field present, in its order, from where the list says."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from abdi.evaluation import actions
from abdi.evaluation.enums import Rating
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.objection.selectors import boxes_of
from abdi.evaluation.pattern import counts_around
from abdi.evaluation.printing import dokumen_evaluasi_pdf, evaluasi_pdf
from abdi.evaluation.snapshot import judgement_of
from abdi.planning import actions as planning
from abdi.planning.enums import RhkKind
from abdi.planning.printing import skp_pdf
from abdi.planning.snapshot import document_of
from tests import cast
from tests.web.crowd import join

FORMS = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text())["forms"]
PRINTERS = {"evaluasi": evaluasi_pdf, "dokumen_evaluasi": dokumen_evaluasi_pdf}
OBJECTION = {"teks": "Sepuluh permohonan belum terhitung.", "oleh": "Rina Misal", "tanggal": "2026-10-05"}


def text_of(pdf):
    pages = (
        page.extract_text().split("salinan tanpa kode periksa")[0] for page in PdfReader(BytesIO(pdf)).pages
    )
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())


def fields_of(form):
    """Fields, and groups of fields that several forms share, as one list."""
    for one in form["fields"]:
        yield from one if isinstance(one, list) else [one]


def within(content, path):
    for part in path.split("."):
        assert part in content, f"{path} is not in the frozen content"
        content = content[part]


@pytest.fixture
def evaluation(office):
    """Rina's third quarter with every part of the forms filled in, decided."""
    rina, dewi = office.user("rina"), office.user("dewi")
    skp = cast.skp_with_indicators(office)
    extra = planning.add_rhk(
        actor=rina, skp=skp, text="Pendataan warga", kind=RhkKind.TAMBAHAN, assigned_by="Kecamatan Mawar"
    )
    planning.add_iki(actor=rina, rhk=extra, fields={"text": "Data lengkap", "target": "5", "satuan": "RW"})
    planning.set_ekspektasi(actor=rina, skp=skp, texts={"kompeten": "Mengajari rekan satu loket"})
    planning.set_annex(actor=rina, skp=skp, lists={"dukungan": ["Loket dengan mesin antrean"]})
    planning.submit_skp(actor=rina, skp=skp)
    planning.agree_skp(actor=dewi, skp=skp)
    one = actions.open_evaluation(actor=dewi, skp=skp, period=office.quarter)
    actions.give_feedback(actor=dewi, evaluation=one, results={}, perilaku={"loyal": "Menjaga rahasia warga"})
    actions.give_ratings(actor=dewi, evaluation=one, hasil=Rating.SESUAI, perilaku=Rating.SESUAI)
    return actions.decide_predikat(actor=dewi, evaluation=one)


@pytest.mark.parametrize(
    "form", FORMS, ids=lambda form: f"{form['sheet']}-{form['pimpinan']}-{form['pendekatan']}"
)
def test_the_sheet_has_every_field_of_its_form_in_order(evaluation, form):
    skp = evaluation.skp
    kind = {"is_head": form["pimpinan"], "pendekatan": form["pendekatan"]}
    skp.snapshot |= kind
    counts = {"kurang": 1, "butuh_perbaikan": 2, "baik": 6, "sangat_baik": 3}
    evaluation.snapshot |= {**kind, "distribusi": counts, "keberatan": OBJECTION}
    pdf = skp_pdf(skp) if form["sheet"] == "skp" else PRINTERS[form["sheet"]](evaluation)
    content = skp.snapshot if form["sheet"] == "skp" else evaluation.snapshot
    text, place = text_of(pdf), 0
    for field in fields_of(form):
        found = text.find(field["label"], place)
        assert found >= 0, f"“{field['label']}” is not after: …{text[max(0, place - 80) : place + 300]}"
        place = found + len(field["label"])
        if field["dari"] not in {"judul", "penjelasan_keberatan", "keputusan_keberatan"}:
            within(content, field["dari"])


def test_a_target_in_words_is_printed_in_words(office):
    skp = cast.agreed_skp(office)
    skp.snapshot["skp"]["rhk"][0]["iki"][0] |= {"target": None, "target_text": "tanpa keluhan berulang"}
    text = text_of(skp_pdf(skp))
    assert "tanpa keluhan berulang" in text
    assert "≥ 90" not in text


def test_papers_are_dated_by_the_calendar_of_the_office(evaluation):
    """Six in the morning in Jakarta is still the day before in UTC."""
    at = datetime(2026, 10, 1, 23, tzinfo=UTC)
    evaluation.decided_at = at
    assert judgement_of(evaluation)["ditetapkan"].startswith("2026-10-02")
    keberatan = Keberatan(evaluation=evaluation, reasons="Belum terhitung.", filed_at=at)
    assert boxes_of(keberatan)["keberatan"]["tanggal"].startswith("2026-10-02")
    skp = evaluation.skp
    skp.agreed_at = at
    assert document_of(skp)["disepakati"].startswith("2026-10-02")


def test_few_judged_draw_no_pattern(office, evaluation):
    """A count of one or two in a small office is somebody's predikat."""
    assert evaluation.snapshot["distribusi"] is None
    assert "terlalu sedikit" in text_of(evaluasi_pdf(evaluation))


def test_the_pattern_counts_the_unit_in_one_query(office, evaluation, django_assert_num_queries):
    for employee in join(office, 4):
        skp = employee.skp.get()
        skp.position = evaluation.skp.position
        skp.save()
        one = actions.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)
        actions.give_ratings(
            actor=office.user("dewi"), evaluation=one, hasil=Rating.SESUAI, perilaku=Rating.SESUAI
        )
        actions.decide_predikat(actor=office.user("dewi"), evaluation=one)
    with django_assert_num_queries(1):
        assert counts_around(evaluation) == {"baik": 5}
    assert one.snapshot["distribusi"] == {"baik": 5}
