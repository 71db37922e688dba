"""What was agreed is kept: through a reopening, on paper, and beside what came after."""

import pytest

from abdi.planning import actions
from abdi.planning.versions.difference import Change, How, difference
from abdi.planning.versions.enums import Ground
from abdi.planning.versions.selectors import versions_of
from abdi.platform.errors import InputRefused
from tests import cast


@pytest.fixture
def changed(office):
    """Rina's SKP, agreed, reopened and agreed anew with other content."""
    skp = cast.agreed_skp(office)
    rina, dewi = office.user("rina"), office.user("dewi")
    actions.reopen_skp(actor=dewi, skp=skp, ground=Ground.PRIORITAS, reason="Loket kedua ditutup")
    first = skp.rhk.get()
    reported = first.iki.get(metric="")
    actions.remove_iki(actor=rina, iki=reported)
    first.iki.update(target="95")
    rhk = actions.add_rhk(actor=rina, skp=skp, text="Arsip rapi")
    actions.add_iki(actor=rina, rhk=rhk, fields={"text": "Berkas ditata", "target": "12", "satuan": "boks"})
    actions.set_ekspektasi(actor=rina, skp=skp, texts={"kolaboratif": "Membantu loket lain"})
    actions.set_annex(actor=rina, skp=skp, lists={"dukungan": ["Pemindai"]})
    actions.submit_skp(actor=rina, skp=skp)
    return actions.agree_skp(actor=dewi, skp=skp)


def test_both_versions_are_kept_with_the_ground_between_them(office, changed):
    second, first = versions_of(changed)
    assert (first.number, first.ground, first.reason) == (1, Ground.PRIORITAS, "Loket kedua ditutup")
    assert (first.reopened_by, first.agreed_by) == (office.user("dewi"), office.user("dewi"))
    assert (second.number, second.ground, second.content) == (2, "", changed.snapshot)
    assert first.content["skp"]["rhk"][0]["iki"][1]["text"] == "Panduan layanan diperbarui"


def test_the_difference_says_what_was_agreed_otherwise(changed):
    second, first = versions_of(changed)
    assert difference(first.content, second.content) == [
        Change(How.CHANGED, "target", "Selesai tepat waktu", "90 %", "95 %"),
        Change(How.REMOVED, "iki", "", "Panduan layanan diperbarui", ""),
        Change(How.REMOVED, "target", "Panduan layanan diperbarui", "2 dokumen", ""),
        Change(How.ADDED, "rhk", "", "", "Arsip rapi"),
        Change(How.ADDED, "iki", "", "", "Berkas ditata"),
        Change(How.ADDED, "target", "Berkas ditata", "", "12 boks"),
        Change(How.ADDED, "ekspektasi", "Kolaboratif", "", "Membantu loket lain"),
        Change(How.ADDED, "dukungan", "", "", "Pemindai"),
    ]


def test_going_back_is_the_same_way(changed):
    second, first = versions_of(changed)
    turned = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED}
    there = {(c.part, c.how, c.old, c.new) for c in difference(first.content, second.content)}
    back = {(c.part, turned[c.how], c.new, c.old) for c in difference(second.content, first.content)}
    assert there == back
    assert difference(first.content, first.content) == []


@pytest.mark.parametrize(
    ("ground", "reason", "said"),
    [("", "Tiba-tiba", "Pilih alasan"), ("bosan", "Tiba-tiba", "Ps 28"), (Ground.CUTI, " ", "Tulis alasan")],
)
def test_reopening_needs_a_ground_of_the_law_and_words(office, ground, reason, said):
    skp = cast.agreed_skp(office)
    with pytest.raises(InputRefused, match=said):
        actions.reopen_skp(actor=office.user("dewi"), skp=skp, ground=ground, reason=reason)
    assert versions_of(skp).get().reopened_at is None
