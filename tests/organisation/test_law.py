"""What an instansi sets for itself: inside the law's bounds, from a day on, told in every answer."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from abdi.organisation.law.actions import lift_parameter, set_parameter
from abdi.organisation.law.answers import evaluate
from abdi.organisation.law.selectors import forget_settings, overrides_on
from abdi.platform.audit.models import AuditEntry
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.rules import parameters

PATH = "tenggat/skp_putusan_keberatan"  # at most 21 working days, settable from 1


@pytest.fixture
def today():
    return timezone.localdate()


def length(on):
    about = {"jenis": "skp_putusan_keberatan", "mulai": on.isoformat(), "zona": "Asia/Jakarta"}
    return evaluate("tenggat", on=on, input=about, calendar=working_calendar([on.year, on.year + 1]))


def test_own_value_counts_from_its_day_and_says_so(office, today):
    later = today + timedelta(days=10)
    set_parameter(actor=office.user("sari"), path=PATH, value=10, since=later, reason="Keputusan bupati 1")
    assert length(today).details["lama"] == 21
    answer = length(later)
    assert answer.details["lama"] == 10
    assert answer.parameters[PATH]["set_by"] == "instansi"
    entry = AuditEntry.objects.get(tag="organisation:parameter:set")
    assert (entry.data["value"], entry.data["since"]) == (10, later.isoformat())


def test_given_back_to_the_law(office, today):
    sari, later = office.user("sari"), today + timedelta(days=10)
    set_parameter(actor=sari, path=PATH, value=10, since=today, reason="Percobaan")
    lift_parameter(actor=sari, path=PATH, since=later, reason="Percobaan selesai")
    assert [length(day).details["lama"] for day in (today, later)] == [10, 21]
    with pytest.raises(InputRefused, match="memang mengikuti hukum"):
        lift_parameter(actor=sari, path=PATH, since=later + timedelta(days=1), reason="Lagi")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"value": 30}, "harus antara 1 dan 21"),
        ({"path": "kinerja/predikat", "value": 1}, "tidak boleh diatur sendiri"),
        ({"since": date(2020, 1, 1)}, "sudah lewat|baru berlaku"),
        ({"reason": " "}, "alasan"),
    ],
)
def test_what_the_law_leaves_no_room_for(office, today, change, sentence):
    asked = {"path": PATH, "value": 10, "since": today, "reason": "Keputusan bupati 1"} | change
    with pytest.raises(InputRefused, match=sentence):
        set_parameter(actor=office.user("sari"), **asked)
    assert overrides_on(today) == {}


@pytest.mark.parametrize("who", ["rina", "dewi", "budi"])
def test_only_the_admin_of_the_whole_instansi(office, today, who):
    with pytest.raises(PermissionRefused):
        set_parameter(actor=office.user(who), path=PATH, value=10, since=today, reason="Coba")


def test_a_newer_law_ends_what_was_set_under_the_old(office, today, monkeypatch):
    set_parameter(actor=office.user("sari"), path=PATH, value=10, since=today, reason="Keputusan bupati 1")
    old = parameters.catalogue()[PATH]
    newer = parameters.DatedValue(today + timedelta(days=5), 15, {"title": "PP contoh"}, "primer")
    changed = parameters.Parameter(
        old.path,
        old.description,
        old.unit,
        (*old.values, newer),
        old.verified_until,
        old.settable_by,
        old.bounds,
    )
    monkeypatch.setattr(
        "abdi.organisation.law.selectors.catalogue", lambda: {**parameters.catalogue(), PATH: changed}
    )
    forget_settings()
    assert overrides_on(today + timedelta(days=4)) == {PATH: 10}
    assert overrides_on(today + timedelta(days=5)) == {}


def test_another_instansi_keeps_the_law(office, today):
    set_parameter(actor=office.user("sari"), path=PATH, value=10, since=today, reason="Keputusan bupati 1")
    with instansi_scope(Instansi.objects.create(code="kota-lain", name="Kota Lain")):
        assert overrides_on(today) == {}
    with instansi_scope(None):
        assert overrides_on(today) == {}
