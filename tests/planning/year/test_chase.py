"""Who is not done, whose turn it is, who may look, and who is told."""

from datetime import date

import pytest

from abdi.organisation.models import ReportingLine
from abdi.planning import actions
from abdi.planning.versions.actions import note_absence
from abdi.planning.versions.enums import AbsenceKind
from abdi.planning.year.actions import remind
from abdi.planning.year.chase import ChaseState, chased, counts, waiting_rows
from abdi.planning.year.permissions import check_can_chase
from abdi.platform.errors import PermissionRefused
from abdi.platform.notifications.models import Notice
from tests import cast
from tests.web.crowd import join

TODAY = date(2026, 2, 10)


def rows(office, who="sari", **asked):
    found = chased(office.user(who), office.year, on=TODAY, **asked)
    return waiting_rows(found, office.year, on=TODAY)


def test_who_waits_for_whom(office):
    cast.agreed_skp(office)
    actions.draft_skp(actor=office.user("joko"), employee=office.joko, period=office.year)
    dewi = actions.draft_skp(actor=office.user("dewi"), employee=office.dewi, period=office.year)
    rhk = actions.add_rhk(actor=office.user("dewi"), skp=dewi, text="Warga puas")
    iki = {"text": "Indeks", "target": "82", "satuan": "indeks", "perspektif": "penerima_layanan"}
    actions.add_iki(actor=office.user("dewi"), rhk=rhk, fields=iki)
    actions.submit_skp(actor=office.user("dewi"), skp=dewi)
    assert [(row.employee.name, row.state, row.on_whom) for row in rows(office)] == [
        ("Budi Andaian", ChaseState.BELUM, None),
        ("Sari Contoh", ChaseState.BELUM, office.sari),
        ("Joko Seumpama", ChaseState.DRAF, office.joko),
        ("Dewi Umpama", ChaseState.DIAJUKAN, office.budi),
    ]
    told = {"belum": 2, "draf": 1, "diajukan": 1, "disepakati": 1}
    assert counts(office.user("sari"), office.year, on=TODAY) == told
    assert [row.employee for row in rows(office, state="draf", words="199104")] == [office.joko]


def test_a_leader_sees_his_unit_and_a_stranger_nothing(office):
    assert len(rows(office, "dewi")) == 5
    for who in ("rina", "joko", "budi"):
        assert rows(office, who) == []
        with pytest.raises(PermissionRefused, match="untuk unitnya"):
            check_can_chase(office.user(who), TODAY)


def test_who_has_no_skp_is_not_chased(office):
    about = {"start": date(2026, 2, 1), "end": None, "dasar": "SK 5/2026"}
    note_absence(actor=office.user("sari"), employee=office.rina, kind=AbsenceKind.CLTN, **about)
    note_absence(actor=office.user("sari"), employee=office.joko, kind=AbsenceKind.TUGAS_BELAJAR, **about)
    names = {row.employee.name for row in rows(office)}
    assert "Rina Misal" not in names
    assert "Joko Seumpama" in names


@pytest.mark.parametrize("people", [2, 40])
def test_more_people_cost_no_more_queries(office, people, django_assert_num_queries):
    for skp in [one.skp.get() for one in join(office, people)]:
        type(skp).objects.filter(pk=skp.pk).update(status="draf", agreed_at=None, agreed_by=None)
    user = office.user("sari")
    with django_assert_num_queries(7):
        assert len(waiting_rows(chased(user, office.year, on=TODAY), office.year, on=TODAY)) == people + 5
        counts(user, office.year, on=TODAY)


def test_each_is_told_once_a_day(office):
    Notice.objects.all().delete()
    for name in ("rina", "joko"):
        skp = actions.draft_skp(actor=office.user(name), employee=getattr(office, name), period=office.year)
        rhk = actions.add_rhk(actor=office.user(name), skp=skp, text="Permohonan selesai")
        actions.add_iki(
            actor=office.user(name), rhk=rhk, fields={"text": "Selesai", "target": 90, "satuan": "%"}
        )
        actions.submit_skp(actor=office.user(name), skp=skp)
    Notice.objects.all().delete()
    people = [office.rina, office.joko, office.sari]
    told = remind(actor=office.user("sari"), period=office.year, employees=people)
    assert (told.told, told.already, told.unreachable) == (2, 0, 0)
    assert dict(Notice.objects.values_list("recipient__username", "title")) == {
        "dewi": "2 SKP Tahun 2026 menunggu kesepakatan Anda",
        "sari": "SKP Anda untuk Tahun 2026 belum disusun",
    }
    again = remind(actor=office.user("sari"), period=office.year, employees=people)
    assert (again.told, again.already) == (0, 2)
    assert Notice.objects.count() == 2


def test_who_has_no_account_is_counted(office):
    people = join(office, 1, with_plans=False)
    told = remind(actor=office.user("sari"), period=office.year, employees=people)
    assert (told.told, told.unreachable) == (0, 1)


def test_nobody_is_reminded_by_a_stranger(office):
    ReportingLine.objects.all().delete()
    with pytest.raises(PermissionRefused):
        remind(actor=office.user("joko"), period=office.year, employees=[office.rina])
