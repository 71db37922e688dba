"""The demo as it comes out of its own actions: plausible, complete for every role, and the same each time."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from django.utils import timezone

from abdi.demo.cast import CHARACTERS, OPERATOR, PASSWORD
from abdi.demo.region import CODE, OFFICES
from abdi.demo.seeding import seed
from abdi.demo.tour import as_dict, as_lines, tour
from abdi.evaluation.models import Evaluation
from abdi.facts.selectors import count_current, current
from abdi.facts.verification import verify_ledger
from abdi.measurement.selectors import latest
from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import assessors_on
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.trail import verify
from abdi.platform.errors import PolicyRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.services.requests.models import Permohonan
from abdi.voice.complaints.models import Category
from abdi.voice.complaints.selectors import inbox_of
from abdi.voice.surveys.publication.selectors import plan_of, published_periods

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker, tmp_path_factory):
    """Seeded once for this file, in a transaction that is rolled back at its end."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(django_settings, "ABDI_DEMO", True)
        patch.setattr(django_settings, "ABDI_HOME", tmp_path_factory.mktemp("demo"))
        patch.setattr(django_settings, "PASSWORD_HASHERS", ["django.contrib.auth.hashers.MD5PasswordHasher"])
        home = django_settings.ABDI_HOME
        with transaction.atomic():
            steps = []
            result = seed(actor=system_user(), today=TODAY, say=steps.append)
            instansi = Instansi.objects.get()
            with instansi_scope(instansi), timezone.override(instansi.timezone):
                yield result, steps, home
            transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def same_home(request, settings):
    if "seeded" in request.fixturenames:
        settings.ABDI_HOME = request.getfixturevalue("seeded")[2]


pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,  # without the mark nobody makes the test database
    pytest.mark.xdist_group("seeded"),
]


def test_it_is_an_example_of_the_size_promised(seeded):
    result, steps, _home = seeded
    assert Instansi.objects.get().is_example
    assert result.instansi == CODE
    assert result.employees == Employee.objects.count() == 120
    assert 60_000 <= result.facts <= 100_000
    assert len(steps) == 4


def test_nobody_shares_a_name_or_a_number(seeded):
    people = list(Employee.objects.all())
    assert len({one.name for one in people}) == len({one.nip for one in people}) == len(people)
    assert all(one.nip[-3] == "9" for one in people)


def test_everybody_but_the_highest_is_assessed(seeded):
    people = list(Employee.objects.all())
    assert {one.name for one in people if one.pk not in assessors_on(people)} == {"Hadi Perlambang"}


def test_one_login_a_role(seeded):
    for character in CHARACTERS:
        user = User.objects.get(username=character.username)
        assert user.check_password(PASSWORD) == bool(character.shows)
        assert user.has_usable_password() == bool(character.shows)
    assert User.objects.get(username=OPERATOR).is_operator


def test_facts_are_marked_and_lie_in_the_year_before_on_working_days(seeded):
    for source in ("data-contoh/loket", "survei", "pengaduan"):
        assert count_current(sources=[source])
    assert count_current() == seeded[0].facts
    moments = [timezone.localtime(row["occurred_at"]) for row in current(kinds=["queue.wait"], limit=100_000)]
    days = {one.date() for one in moments}
    assert min(days) >= TODAY - timedelta(days=365)
    assert max(days) < TODAY
    assert {day.weekday() for day in days} <= {0, 1, 2, 3, 4}
    assert not days & {date(2025, 12, 25), date(2026, 1, 1), date(2026, 8, 17)}  # holidays anybody knows
    hours = Counter(one.hour for one in moments)
    assert hours[9] > hours[13] > hours[12]


def test_the_year_tells_stories(seeded):
    """A slow officer, an office that improved, and citizens who notice both."""
    share = {one.scope.label: one.value for one in latest(["service.on_time.share"], scope_kind="petugas")}
    assert share["Joko Seumpama"] < 80 < 95 < share["Rina Misal"]
    kind = {one.scope.label: one.value for one in latest(["skm.perilaku"], scope_kind="petugas")}
    assert kind["Joko Seumpama"] < kind["Rina Misal"]
    office = Unit.objects.get(code="DISDUKCAPIL")
    waits = {
        one.window.start: one.value
        for one in latest(["queue.wait.median"], scope_kind="unit")
        if one.scope.key == str(office.pk) and one.window.end - one.window.start < timedelta(days=31)
    }
    assert waits[date(2026, 10, 1)] < waits[date(2026, 4, 1)] * 0.6


def test_two_offices_told_the_public_what_it_said_and_what_follows(seeded):
    periods = list(published_periods())
    assert {one.unit.code for one in periods} == {"KEC-MAWAR", "KEL-MELATI"}
    for period in periods:
        assert period.last < TODAY
        assert set(period.published[0].content["terendah"]) == {row.unsur for row in plan_of(period)}
        assert {row.progress for row in plan_of(period)} == {"berjalan"}


def test_every_serving_office_is_measured(seeded):
    labels = {one.scope.label for one in latest(["skm.ikm"], scope_kind="unit")}
    assert labels == {office.name for office in OFFICES if office.services}


def test_every_role_finds_something_done_and_something_to_do(seeded):
    assert Skp.objects.filter(status=SkpStatus.DISEPAKATI).count() == 12
    assert set(Evaluation.objects.exclude(predikat="").values_list("predikat", flat=True)) == {
        "sangat_baik",
        "baik",
        "butuh_perbaikan",
    }
    for leader in ("dewi", "budi"):
        waiting = Skp.objects.filter(pejabat_penilai__user__username=leader)
        assert waiting.filter(status=SkpStatus.DIAJUKAN).exists()
        assert Evaluation.objects.filter(skp__in=waiting, predikat="").exists()
    assert Skp.objects.get(employee__user__username="sari").status == SkpStatus.DRAF


def test_the_trail_and_the_ledger_hold(seeded):
    assert list(verify()) == []
    assert not list(verify_ledger())


def test_the_tour_is_ten_lines_about_one_officer(seeded):
    found = tour()
    lines = as_lines(found)
    assert len(lines) == 10
    assert lines[0].startswith("Petugas   Rina Misal")
    assert "PermenPANRB 6/2022" in lines[-1]
    told = as_dict(found)
    assert told["predikat"] == "sangat_baik"
    assert [one["metric"] for one in told["iki"]] == [
        "service.on_time.share",
        "queue.wait.median",
        "skm.perilaku",
        "",
    ]
    facts = current(employees=[found.evaluation.skp.employee_id], kinds=["service.on_time"], limit=100_000)
    quarter = [
        row["value"]
        for row in facts
        if date(2026, 7, 1) <= timezone.localtime(row["occurred_at"]).date() <= date(2026, 9, 30)
    ]
    assert told["iki"][0]["n"] == len(quarter)
    assert told["iki"][0]["value"] == pytest.approx(100 * sum(quarter) / len(quarter))


def test_a_second_time_is_refused(seeded):
    with pytest.raises(PolicyRefused, match="--reset"):
        seed(actor=system_user(), today=TODAY)


def test_the_requests_of_a_kelurahan_are_in_every_state(seeded):
    found = Permohonan.objects.filter(unit__code="KEL-MELATI")
    assert {one.status for one in found} == {"diajukan", "diproses", "dikembalikan", "diserahkan"}
    assert [one for one in found if one.due_at and one.due_at < timezone.now() and one.closed_at is None]


def test_what_is_said_of_a_person_reaches_the_inspectorate_and_never_the_unit(seeded):
    grave = Category.objects.filter(goes_to_pengawas=True)
    assert set(grave.values_list("code", flat=True)) == {"PUNGLI", "PEMBALASAN"}
    seen = {name: inbox_of(User.objects.get(username=name)) for name in ("gatot", "yanto", "dewi")}
    found = {name: rows.filter(is_about_person=True).count() for name, rows in seen.items()}
    assert found == {"gatot": 1, "yanto": 0, "dewi": 0}
