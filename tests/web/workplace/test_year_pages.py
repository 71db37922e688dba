"""Pages of the year: who is late, many at once, versions side by side, a copy, a move, an absence."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from abdi.organisation.enums import JenisJabatan
from abdi.organisation.moves import Opening, move_employee
from abdi.planning import actions
from abdi.planning.models import Skp
from abdi.planning.versions.actions import note_absence
from abdi.planning.versions.enums import AbsenceKind
from abdi.planning.versions.models import Absence
from abdi.platform.notifications.models import Notice
from tests import cast
from tests.web.crowd import join

CHASE, MANY = reverse("workplace:year_chase"), reverse("workplace:year_many")


def text(response):
    return response.content.decode().replace("\xa0", " ")


def test_the_list_of_those_who_are_late(office, enter):
    cast.skp_with_indicators(office)
    sari = enter("sari")
    page = text(sari.get(CHASE))
    assert "Rina Misal" in page
    assert "Masih draf" in page
    assert "5 pegawai" in page
    assert "Joko Seumpama" not in text(sari.get(CHASE, {"keadaan": "draf"}))
    table = text(sari.get(CHASE, {"format": "csv", "q": "Rina"})).splitlines()
    assert table[1].startswith("Rina Misal,199003032015012003,")
    assert len(table) == 2
    assert sari.get(CHASE, {"format": "xlsx"}).content[:2] == b"PK"


def test_who_was_ticked_is_reminded(office, enter):
    Notice.objects.all().delete()
    remind = reverse("workplace:year_remind")
    asked = {"periode": office.year.uid}
    assert "Pilih paling sedikit satu" in text(enter("sari").post(remind, asked, follow=True))
    page = enter("sari").post(remind, {**asked, "pilih": [office.joko.uid]}, follow=True)
    assert "1 orang diingatkan" in text(page)
    assert Notice.objects.get().recipient == office.user("joko")
    page = enter("dewi").post(remind, {**asked, "semua": "1"}, follow=True)
    assert "3 orang diingatkan; 1 sudah hari ini" in text(page)


@pytest.mark.parametrize("people", [1, 30])
def test_the_list_asks_as_much_for_thirty_as_for_one(office, enter, people, django_assert_max_num_queries):
    join(office, people, with_plans=False)
    sari = enter("sari")
    sari.get(CHASE)
    with django_assert_max_num_queries(28):
        sari.get(CHASE)


@pytest.mark.parametrize("who", ["rina", "joko"])
def test_it_is_not_for_everybody(enter, who):
    assert enter(who).get(CHASE).status_code == 403


def test_many_are_drafted_in_one_go_and_each_gets_an_answer(office, enter):
    page = text(enter("sari").get(MANY))
    assert "Joko Seumpama" in page
    sent = {"apa": "susun", "periode": office.year.uid, "semua": "1"}
    page = text(enter("sari").post(MANY, sent))
    assert "5 orang dikerjakan" in page
    assert "Budi Andaian belum punya pejabat penilai" in page
    assert Skp.objects.count() == 4
    rina = Skp.objects.get(employee=office.rina)
    rhk = actions.add_rhk(actor=office.user("rina"), skp=rina, text="Permohonan selesai")
    iki = {"text": "Selesai", "target": 90, "satuan": "%"}
    actions.add_iki(actor=office.user("rina"), rhk=rhk, fields=iki)
    actions.submit_skp(actor=office.user("rina"), skp=rina)
    sent = {"apa": "sepakati", "periode": office.year.uid, "pilih": [rina.uid]}
    assert "selesai" in text(enter("dewi").post(MANY, sent))
    assert "Pilih paling sedikit satu" in text(enter("joko").post(MANY, sent))
    rina.refresh_from_db()
    assert rina.status == "disepakati"


def test_versions_stand_side_by_side(office, enter):
    skp, rina, dewi = cast.agreed_skp(office), office.user("rina"), office.user("dewi")
    actions.reopen_skp(actor=dewi, skp=skp, ground="strategi", reason="Anggaran dipotong")
    actions.set_annex(actor=rina, skp=skp, lists={"dukungan": ["Pemindai"]})
    actions.submit_skp(actor=rina, skp=skp)
    actions.agree_skp(actor=dewi, skp=skp)
    address = reverse("workplace:skp_versions", args=[skp.uid])
    page = text(enter("rina").get(address))
    assert "Perubahan strategi, program, kegiatan, atau anggaran" in page
    assert "Pemindai" in page
    assert "Tidak ada beda" in text(enter("rina").get(address, {"dari": "1", "ke": "1"}))
    paper = enter("dewi").get(reverse("workplace:skp_version_paper", args=[skp.uid, 1]))
    assert paper.content[:4] == b"%PDF"
    assert enter("dewi").get(reverse("workplace:skp_version_paper", args=[skp.uid, 3])).status_code == 404


def test_a_plan_is_copied_and_split(office, enter):
    skp = cast.agreed_skp(office)
    ahead = actions.open_period(
        actor=office.user("sari"),
        name="Tahun 2027",
        kind="tahunan",
        start=date(2027, 1, 1),
        end=date(2027, 12, 31),
        filing_deadline=date(2027, 1, 31),
        assessor_deadline=date(2028, 1, 31),
    )
    rina = enter("rina")
    made = rina.post(reverse("workplace:skp_copy", args=[skp.uid]), {"period": ahead.pk})
    assert made.url == reverse("workplace:skp_detail", args=[Skp.objects.get(period=ahead).uid])
    split = reverse("workplace:skp_split", args=[skp.uid])
    assert enter("dewi").get(split).status_code == 403
    refused = rina.post(split, {"day": "2026-07-01"})
    assert (refused.status_code, "catat penempatannya" in text(refused)) == (422, True)
    post = Opening(office.unit, "Pengelola arsip", JenisJabatan.PELAKSANA)
    move_employee(actor=office.user("sari"), employee=office.rina, position=post, valid_from=date(2026, 7, 1))
    assert 'value="2026-07-01"' in text(rina.get(split))
    assert rina.post(split, {"day": "2026-07-01"}).status_code == 302
    assert Skp.objects.filter(employee=office.rina, period=office.year).count() == 2


def test_an_absence_is_noted_and_ended(office, enter):
    address = reverse("workplace:year_absences", args=[office.rina.uid])
    about = {"kind": "tugas_belajar", "start": "2026-02-01", "dasar": "SK 5/2026"}
    assert enter("sari").post(address, about).status_code == 302
    assert "PP 30/2019 Ps 43" in text(enter("sari").get(address))
    end = reverse("workplace:absence_end", args=[Absence.objects.get().uid])
    refused = enter("sari").post(end, {"last_day": "2026-01-01"})
    assert (refused.status_code, "sebelum hari mulainya" in text(refused)) == (422, True)
    assert enter("sari").post(end, {"last_day": "2026-08-31"}).status_code == 302
    assert enter("rina").get(address).status_code == 403


def test_the_plan_says_what_the_year_did_to_it(office, enter):
    skp, sari = cast.agreed_skp(office), office.user("sari")
    post = Opening(office.unit, "Pengelola arsip", JenisJabatan.PELAKSANA)
    move_employee(actor=sari, employee=office.rina, position=post, valid_from=date(2026, 7, 1))
    note_absence(
        actor=sari,
        employee=office.rina,
        kind=AbsenceKind.TUGAS_BELAJAR,
        start=timezone.localdate(),
        dasar="SK 5/2026",
    )
    address = reverse("workplace:skp_detail", args=[skp.uid])
    mine = text(enter("rina").get(address))
    assert "PP 30/2019 Ps 43" in mine
    assert reverse("workplace:skp_split", args=[skp.uid]) in mine
    assert reverse("workplace:skp_copy", args=[skp.uid]) in mine
    theirs = text(enter("dewi").get(address))
    assert reverse("workplace:skp_split", args=[skp.uid]) not in theirs
    assert reverse("workplace:skp_versions", args=[skp.uid]) in theirs
