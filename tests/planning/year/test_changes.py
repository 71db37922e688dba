"""A copy for the next year, and the year that is split when somebody moves."""

from datetime import date

import pytest

from abdi.measurement.catalogue import catalogue
from abdi.organisation import actions as organisation
from abdi.organisation.enums import JenisJabatan
from abdi.organisation.moves import Opening, change_assessor, move_employee
from abdi.planning import actions
from abdi.planning.enums import SkpStatus
from abdi.planning.snapshot import content_of
from abdi.planning.year import copying
from abdi.planning.year.actions import copy_skp, split_at_transfer
from abdi.planning.year.selectors import transfer_day
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from tests import cast

JULY = date(2026, 7, 1)


@pytest.fixture
def full(office):
    """Rina's agreed SKP with something in every part of the form."""
    skp, rina = cast.skp_with_indicators(office), office.user("rina")
    actions.set_ekspektasi(actor=rina, skp=skp, texts={"kolaboratif": "Membantu loket lain"})
    actions.set_annex(actor=rina, skp=skp, lists={"dukungan": ["Pemindai", "Ruang arsip"]})
    actions.submit_skp(actor=rina, skp=skp)
    return actions.agree_skp(actor=office.user("dewi"), skp=skp)


def said(skp):
    """The content without the uids, which are new in a copy."""
    content = content_of(skp)
    for rhk in content["rhk"]:
        del rhk["uid"]
        for iki in rhk["iki"]:
            del iki["uid"]
    return content


def test_a_copy_has_the_words_and_nothing_else(office, next_year, full):
    copied = copy_skp(actor=office.user("rina"), source=full, period=next_year)
    assert said(copied.skp) == said(full)
    assert (copied.skp.status, copied.skp.version, copied.skp.snapshot) == (SkpStatus.DRAF, 1, {})
    assert (copied.skp.start, copied.notes) == (next_year.start, [])
    assert not set(copied.skp.rhk.values_list("uid")) & set(full.rhk.values_list("uid"))


def test_a_copy_serves_no_result_of_last_years_superior(office, next_year, full):
    """The words of last year stay to start from; which RHK of this year's plan above it serves is chosen anew."""
    above = actions.draft_skp(actor=office.user("dewi"), employee=office.dewi, period=office.year)
    served = actions.add_rhk(actor=office.user("dewi"), skp=above, text="Warga puas")
    rhk = full.rhk.get()
    rhk.serve(served)
    rhk.save()
    copied = copy_skp(actor=office.user("rina"), source=full, period=next_year).skp.rhk.get()
    assert (copied.intervened_uid, copied.intervened_text) == (None, "Warga puas")


def test_a_copy_says_what_has_changed_since(office, next_year, full, monkeypatch):
    move_employee(
        actor=office.user("sari"),
        employee=office.rina,
        position=Opening(office.unit, "Pengelola arsip", JenisJabatan.PELAKSANA),
        valid_from=JULY,
    )
    left = {name: metric for name, metric in catalogue().items() if name != "service.on_time.share"}
    monkeypatch.setattr(copying, "catalogue", lambda: left)
    copied = copy_skp(actor=office.user("rina"), source=full, period=next_year)
    assert "Jabatan berubah dari Pengadministrasi kependudukan menjadi Pengelola arsip" in copied.notes[0]
    assert "“Selesai tepat waktu” tidak lagi tersedia" in copied.notes[1]
    assert set(copied.skp.rhk.get().iki.values_list("metric", flat=True)) == {""}


def test_a_copy_is_refused_for_others_and_into_its_own_year(office, next_year, full):
    for period in (next_year, full.period):
        with pytest.raises(PermissionRefused):
            copy_skp(actor=office.user("joko"), source=full, period=period)
    with pytest.raises(InputRefused, match="pilih periode lain"):
        copy_skp(actor=office.user("rina"), source=full, period=full.period)


def test_who_moves_has_two_plans_that_meet(office, full):
    sari = office.user("sari")
    assert transfer_day(full) is None
    with pytest.raises(PolicyRefused, match="catat penempatannya dahulu"):
        split_at_transfer(actor=sari, skp=full, day=JULY)
    kecamatan = organisation.create_unit(actor=sari, code="KEC", name="Kecamatan", valid_from=cast.YEAR)
    move_employee(
        actor=sari,
        employee=office.rina,
        position=Opening(kecamatan, "Pengelola umum", JenisJabatan.PELAKSANA),
        valid_from=JULY,
    )
    change_assessor(actor=sari, employee=office.rina, superior=office.budi, valid_from=JULY)
    assert transfer_day(full) == JULY
    new = split_at_transfer(actor=office.user("rina"), skp=full, day=JULY)
    full.refresh_from_db()
    assert (full.start, full.end, full.status) == (cast.YEAR, date(2026, 6, 30), SkpStatus.DISEPAKATI)
    assert (new.start, new.end, new.pejabat_penilai) == (JULY, date(2026, 12, 31), office.budi)
    assert (new.position.name, new.status) == ("Pengelola umum", SkpStatus.DRAF)
    assert transfer_day(full) is None
    with pytest.raises(InputRefused, match="di dalamnya"):
        split_at_transfer(actor=sari, skp=full, day=JULY)


def test_a_stranger_splits_nothing(office, full):
    with pytest.raises(PermissionRefused):
        split_at_transfer(actor=office.user("joko"), skp=full, day=JULY)
