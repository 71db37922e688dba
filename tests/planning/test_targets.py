"""A target as a number, a range or words, and what a plan of each kind must contain."""

import pytest
from django.db import IntegrityError, transaction

from abdi.evaluation import actions as evaluation
from abdi.evaluation.enums import Reading
from abdi.evaluation.results import reading_of
from abdi.planning import actions
from abdi.planning.completeness import Lacking, lacking_in
from abdi.planning.enums import Pendekatan, SkpStatus
from abdi.planning.models import Iki
from abdi.planning.printing import skp_pdf
from abdi.platform.errors import InputRefused, PolicyRefused

WORDS = {"text": "Panduan mudah dipahami warga", "target_text": "Warga menemukan syarat tanpa bertanya"}


def plan(office, who="rina", pendekatan=Pendekatan.KUANTITATIF):
    user = office.user(who)
    skp = actions.draft_skp(
        actor=user, employee=getattr(office, who), period=office.year, pendekatan=pendekatan
    )
    return user, skp, actions.add_rhk(actor=user, skp=skp, text="Hasil")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "IKI"}, "Tulis targetnya"),
        ({"text": "IKI", "target": 2}, "Tulis satuan"),
        ({**WORDS, "target": 2, "satuan": "dokumen"}, "bukan keduanya"),
        ({**WORDS, "arah": "rentang"}, "batas bawah dan batas atas"),
        ({**WORDS, "metric": "service.on_time.share", "satuan": "%"}, "butuh target berupa angka"),
    ],
)
def test_a_target_that_says_nothing_or_two_things_is_refused(office, fields, sentence):
    user, _skp, rhk = plan(office)
    with pytest.raises(InputRefused, match=sentence):
        actions.add_iki(actor=user, rhk=rhk, fields=fields)


def test_the_database_knows_it_too(office):
    user, _skp, rhk = plan(office)
    iki = actions.add_iki(actor=user, rhk=rhk, fields=WORDS)
    with pytest.raises(IntegrityError, match="iki_target_number_or_words"), transaction.atomic():
        Iki.objects.filter(pk=iki.pk).update(target=1)


def test_a_target_in_words_is_read_by_the_leader_and_has_no_percentage(office):
    user, skp, rhk = plan(office)
    iki = actions.add_iki(actor=user, rhk=rhk, fields=WORDS)
    actions.submit_skp(actor=user, skp=skp)
    actions.agree_skp(actor=office.user("dewi"), skp=skp)
    opened = evaluation.open_evaluation(actor=user, skp=skp, period=office.quarter)
    assert reading_of(None, iki) == Reading.BELUM_ADA
    row = evaluation.report_realisation(
        actor=user, evaluation=opened, iki=iki, value=None, evidence="Uji baca dengan 12 warga"
    )
    assert (row.value, row.capaian, reading_of(row, iki)) == (None, None, Reading.DIBACA)
    assert skp_pdf(skp).startswith(b"%PDF")


def test_a_figure_is_still_asked_where_the_target_is_one(office):
    user, skp, rhk = plan(office)
    iki = actions.add_iki(actor=user, rhk=rhk, fields={"text": "Panduan", "target": 2, "satuan": "buku"})
    actions.submit_skp(actor=user, skp=skp)
    actions.agree_skp(actor=office.user("dewi"), skp=skp)
    opened = evaluation.open_evaluation(actor=user, skp=skp, period=office.quarter)
    with pytest.raises(InputRefused, match="sebagai angka"):
        evaluation.report_realisation(actor=user, evaluation=opened, iki=iki, value=None, evidence="Ada")


def test_a_measure_of_success_may_stand_alone(office):
    user, skp, rhk = plan(office, pendekatan=Pendekatan.KUALITATIF)
    actions.add_iki(actor=user, rhk=rhk, fields={"text": "Warga memahami syarat tanpa bertanya", "aspek": ""})
    assert lacking_in(skp) == Lacking([], [])
    assert actions.submit_skp(actor=user, skp=skp).status == SkpStatus.DIAJUKAN


def test_a_missing_quantity_is_said_and_does_not_lock(office):
    user, skp, rhk = plan(office)
    assert lacking_in(skp).hints == []
    fields = {"text": "Rata-rata lama", "target": 3, "satuan": "hari", "aspek": "waktu", "arah": "turun"}
    actions.add_iki(actor=user, rhk=rhk, fields=fields)
    (said,) = lacking_in(skp).hints
    assert "aspek kuantitas (PP 30/2019 Ps 10(3))" in said
    assert lacking_in(skp).missing == []


def test_a_head_chooses_perspectives_and_is_reminded_of_the_budget(office):
    user, skp, rhk = plan(office, "dewi")
    fields = {"text": "Serapan anggaran", "target": 95, "satuan": "%"}
    iki = actions.add_iki(actor=user, rhk=rhk, fields=fields)
    with pytest.raises(PolicyRefused, match="Pilih perspektif"):
        actions.submit_skp(actor=user, skp=skp)
    actions.change_iki(actor=user, iki=iki, fields={"perspektif": "proses_bisnis"})
    assert lacking_in(skp).missing == []
    assert "kinerja anggaran" in lacking_in(skp).hints[0]
    actions.change_iki(actor=user, iki=iki, fields={"perspektif": "anggaran"})
    assert lacking_in(skp).hints == []
