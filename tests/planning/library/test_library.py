"""Examples to start from: loaded once, searched in Indonesian, each fit to become an indicator."""

import pytest

from abdi.planning import actions as planning
from abdi.planning.enums import Arah
from abdi.planning.library import actions
from abdi.planning.library.models import IkiTemplate
from abdi.planning.library.permissions import can_keep_library
from abdi.planning.library.seeds import seeds
from abdi.planning.library.selectors import prefill, search
from abdi.platform.errors import InputRefused, PermissionRefused

OWN = {
    "jabatan": "Arsiparis",
    "text": "Arsip tertata",
    "target": 12,
    "satuan": "lemari",
    "source": "Daftar arsip",
}


@pytest.fixture
def library(office):
    return actions.load_library(actor=office.user("sari"))


def test_the_thirty_are_loaded_once_and_the_own_ones_stay(office, library):
    assert len(library) == len(seeds()) == 30
    sari = office.user("sari")
    own = actions.add_template(actor=sari, fields=OWN)
    actions.remove_template(actor=sari, template=library[0])
    assert [one.code for one in actions.load_library(actor=sari)] == [library[0].code]
    assert IkiTemplate.objects.count() == 31
    assert search("arsip lemari").exists() is False  # the unit is no word of it
    assert search("arsip tertata").get() == own


def test_every_seed_can_become_an_indicator(office, library):
    dewi = office.user("dewi")
    skp = planning.draft_skp(actor=dewi, employee=office.dewi, period=office.year)
    rhk = planning.add_rhk(actor=dewi, skp=skp, text="Pelayanan lebih baik")
    for template in library:
        iki = planning.add_iki(actor=dewi, rhk=rhk, fields=prefill(template))
        assert iki.arah in Arah.values


@pytest.mark.parametrize(
    ("words", "jenis", "expected"),
    [
        ("tunggu", "", {"kasi-waktu-tunggu", "loket-puskesmas"}),
        ("LURAH aduan", "", {"lurah-tanggapan"}),
        ("siak", "pelaksana", {"siak-dokumen", "siak-salah-cetak"}),
        ("kompetensi", "pelaksana", {"semua-jp"}),
        ("tidak ada", "", set()),
    ],
)
def test_found_by_words_and_kind(library, words, jenis, expected):
    assert {one.code for one in search(words, jenis)} == expected


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"metric": "service.on_tim"}, "service.on_time"),
        ({"source": ""}, "asal angkanya"),
        ({"target_text": "Baik"}, "bukan keduanya"),
        ({"text": ""}, "indikator"),
    ],
)
def test_an_example_that_cannot_be_used_is_refused(office, fields, sentence):
    with pytest.raises(InputRefused, match=sentence):
        actions.add_template(actor=office.user("sari"), fields=OWN | fields)


@pytest.mark.parametrize(("who", "may"), {"rina": False, "dewi": False, "joko": False, "sari": True}.items())
def test_kept_by_the_administration(office, who, may):
    assert can_keep_library(office.user(who)) is may
    if not may:
        with pytest.raises(PermissionRefused, match="pengelola kinerja"):
            actions.load_library(actor=office.user(who))
