"""A copy for the next year, and the year that is split when somebody moves."""

from datetime import date

import pytest

from abdi.measurement.catalogue import catalogue
from abdi.organisation import actions as organisation
from abdi.organisation.enums import JenisJabatan
from abdi.organisation.moves import Opening, change_assessor, move_employee
from abdi.planning import actions
from abdi.planning.enums import PeriodKind, SkpStatus
from abdi.planning.snapshot import content_of
from abdi.planning.year import copying
from abdi.planning.year.actions import copy_skp, split_at_transfer
from abdi.planning.year.selectors import transfer_day
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from tests import cast

JULY = date(2026, 7, 1)


@pytest.fixture
def next_year(system, office):
    start, end = date(2027, 1, 1), date(2027, 12, 31)
    return actions.open_period(
        actor=system,
        name="Tahun 2027",
        kind=PeriodKind.TAHUNAN,
        start=start,
        end=end,
        filing_deadline=date(2027, 1, 31),
        assessor_deadline=end,
    )


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
    with pytest.raises(PermissionRefused):
        copy_skp(actor=office.user("joko"), source=full, period=next_year)
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
