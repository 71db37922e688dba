"""First steps: computed from what was done; corrections answered by who may; the clinic's reasons."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from abdi.activity.progress.models import Entry
from abdi.adoption.onboarding import actions
from abdi.adoption.onboarding.checklist import steps_of
from abdi.adoption.onboarding.clinic import in_need, uptake
from abdi.adoption.onboarding.enums import ClinicReason, CorrectionAbout, CorrectionStatus, StepCode
from abdi.adoption.onboarding.selectors import corrections_for
from abdi.planning.versions.actions import note_absence
from abdi.planning.versions.enums import AbsenceKind
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests import cast


@pytest.fixture
def today():
    return date(2026, 7, 1)  # in the year of the cast


@pytest.fixture
def ask(office):
    def run(who="rina", **changed):
        options = {"about": CorrectionAbout.PENILAI, "text": "Pejabat penilai saya Budi Andaian"}
        return actions.ask_correction(actor=office.user(who), employee=office.rina, **(options | changed))

    return run


def done(office, name, today):
    return {one.code: one.is_done for one in steps_of(office.user(name), getattr(office, name), today)}


def progress(office, today, days=0):
    skp = office.rina.skp.get()
    Entry(employee=office.rina, skp=skp, day=today - timedelta(days), text="Melayani 12 warga").save()


def test_the_steps_follow_what_was_done(office, today, django_assert_max_num_queries):
    assert done(office, "rina", today) == {
        StepCode.DATA: True,
        StepCode.SKP_DRAFT: False,
        StepCode.SKP_SUBMIT: False,
        StepCode.PROGRESS: False,
        StepCode.NOTICE: False,
    }
    cast.agreed_skp(office)
    progress(office, today)
    Notice.objects.update(read_at=timezone.now())
    assert set(done(office, "rina", today).values()) == {True}
    with django_assert_max_num_queries(4):
        steps_of(office.user("rina"), office.rina, today)


@pytest.mark.parametrize(
    ("who", "more"),
    [
        ("rina", set()),
        ("dewi", {StepCode.TEAM, StepCode.AGREE, StepCode.FEEDBACK}),
        ("sari", {StepCode.UNITS, StepCode.PEOPLE, StepCode.PERIOD}),
    ],
)
def test_each_role_has_its_own_steps(office, today, who, more):
    own = {StepCode.DATA, StepCode.SKP_DRAFT, StepCode.SKP_SUBMIT, StepCode.PROGRESS, StepCode.NOTICE}
    assert set(done(office, who, today)) == own | more


def test_an_operator_without_an_office_is_shown_its_steps(office, system, today):
    assert [one.code for one in steps_of(system, None, today)] == [
        StepCode.UNITS,
        StepCode.PEOPLE,
        StepCode.PERIOD,
    ]


def test_a_list_put_away_stays_away_until_it_is_taken_up_again(office, today):
    rina = office.user("rina")
    started = actions.start_steps(actor=rina).started_at
    actions.dismiss_steps(actor=rina)
    assert steps_of(rina, office.rina, today) == []
    assert actions.start_steps(actor=rina).started_at == started
    assert steps_of(rina, office.rina, today) != []


def test_a_correction_is_told_to_the_administration_and_answered_in_three_days(office, ask, today):
    request = ask()
    assert request.due_at - request.asked_at == timedelta(hours=72)
    assert not done(office, "rina", today)[StepCode.DATA]
    assert list(corrections_for(office.user("sari"))) == [request]
    assert Notice.objects.of(office.user("sari")).get().title == "Rina Misal meminta datanya diperbaiki"
    with pytest.raises(InputRefused, match="masih menunggu"):
        ask()
    actions.resolve_correction(actor=office.user("sari"), request=request)
    assert (request.status, request.answer) == (CorrectionStatus.SELESAI, "Sudah diperbaiki.")
    assert Notice.objects.of(office.user("rina")).count() == 1
    with pytest.raises(PolicyRefused, match="sudah dijawab"):
        actions.refuse_correction(actor=office.user("sari"), request=request, answer="Sudah benar")
    assert done(office, "rina", today)[StepCode.DATA]


def test_a_refusal_says_why(office, ask):
    with pytest.raises(InputRefused, match="mengapa"):
        actions.refuse_correction(actor=office.user("sari"), request=ask(), answer=" ")


@pytest.mark.parametrize("who", ["rina", "dewi", "budi", "joko", "sari"])
def test_who_asks_who_answers_and_who_helps(office, ask, who):
    def allowed(act, **options):
        try:
            act(**options)
        except PermissionRefused:
            return False
        return True

    user = office.user(who)
    assert allowed(ask, who=who) == (who == "rina")
    request = office.rina.correction_requests.first() or ask()
    assert allowed(actions.resolve_correction, actor=user, request=request) == (who == "sari")
    assert allowed(actions.note_clinic, actor=user, employee=office.rina, text="Masuk bersama") == (
        who == "sari"
    )


def test_nobody_answers_his_own_request(office):
    sari = office.user("sari")
    request = actions.ask_correction(
        actor=sari, employee=office.sari, about=CorrectionAbout.UNIT, text="Unit saya Kecamatan"
    )
    with pytest.raises(PermissionRefused):
        actions.resolve_correction(actor=sari, request=request)
    assert list(corrections_for(sari)) == []


def test_the_clinic_names_the_first_thing_in_the_way(office, today, django_assert_num_queries):
    sari, rina = office.user("sari"), office.user("rina")

    def reason():
        return dict(in_need(sari, today).values_list("nip", "reason")).get(office.rina.nip)

    assert reason() == ClinicReason.BELUM_MASUK
    rina.last_login, rina.must_change_password = timezone.now(), True
    rina.save()
    assert reason() == ClinicReason.GANTI_SANDI
    rina.must_change_password = False
    rina.save()
    assert reason() == ClinicReason.TANPA_SKP
    cast.agreed_skp(office)
    progress(office, today, days=14)
    assert reason() == ClinicReason.TANPA_PROGRES
    actions.note_clinic(actor=sari, employee=office.rina, text="Ditunjukkan cara mengisi dari ponsel")
    assert in_need(sari, today).get(pk=office.rina.pk).helped_at is not None
    progress(office, today, days=13)
    assert reason() is None
    counts = uptake(sari, today)
    assert (counts.people, counts.signed_in, counts.planned, counts.active) == (5, 1, 1, 1)
    assert {one.reason for one in in_need(sari, today, ClinicReason.BELUM_MASUK)} == {
        ClinicReason.BELUM_MASUK
    }
    with django_assert_num_queries(2):
        list(in_need(sari, today))


def test_nobody_away_waits_for_a_hand(office, today):
    sari = office.user("sari")
    away = {"kind": AbsenceKind.TUGAS_BELAJAR, "dasar": "SK 5/2026", "start": today}
    note_absence(actor=sari, employee=office.rina, **away)
    for day, is_here in ((today - timedelta(days=1), True), (today, False)):
        assert in_need(sari, day).filter(pk=office.rina.pk).exists() is is_here
        assert uptake(sari, day).people == 4 + is_here


@pytest.mark.parametrize("who", ["rina", "dewi", "joko"])
def test_the_clinic_of_who_helps_nobody_is_empty(office, today, who):
    assert not in_need(office.user(who), today).exists()
