"""What a router says of a complaint: nothing on few cases, nothing when not sure, and only from the text."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from abdi.organisation import actions as organisation
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import PermissionRefused, PolicyRefused
from abdi.voice.complaints import routing
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint, Disposition
from abdi.voice.complaints.reading import selectors, tasks
from abdi.voice.complaints.reading.actions import learn_router, propose_for
from abdi.voice.complaints.reading.learning import learn
from abdi.voice.complaints.reading.models import LearntRouter, Proposal, Target
from abdi.voice.complaints.reading.router import Router
from tests.cast import YEAR
from tests.voice.complaints.reading.rows import NOON, closed, complaint

pytestmark = pytest.mark.django_db
LAMPS = [f"Lampu jalan mati di gang {number}" for number in range(30)]
REFUSE = [f"Sampah menumpuk di sudut {number}" for number in range(30)]


@pytest.fixture
def units(office):
    def opened(code, name):
        return organisation.create_unit(actor=system_user(), code=code, name=name, valid_from=YEAR)

    return opened("DISHUB", "Dinas Perhubungan Contoh"), opened("DLH", "Dinas Lingkungan Contoh")


@pytest.fixture
def learnt(units):
    for unit, texts in zip(units, (LAMPS, REFUSE), strict=True):
        closed(texts, unit)
    return learn_router(actor=system_user(), target=Target.UNIT)


def test_few_cases_teach_nothing(units):
    closed(LAMPS[:20], units[0])
    closed(REFUSE[:20], units[1])
    with pytest.raises(PolicyRefused, match="50 pengaduan selesai"):
        learn_router(actor=system_user(), target=Target.UNIT)
    assert routing.propose("Lampu mati") == []
    assert tasks.learn.func() == 0


def test_one_unit_alone_teaches_nothing(units):
    closed([*LAMPS, *REFUSE], units[0])
    with pytest.raises(PolicyRefused):
        learn_router(actor=system_user(), target=Target.UNIT)


def test_a_router_says_the_unit_how_sure_it_is_and_why(learnt, units):
    best = routing.propose("Lampu di depan rumah saya mati")[0]
    assert best.label == str(units[0].pk)
    assert 0.5 < best.confidence <= 1
    assert {"lampu", "mati"} <= set(best.words)
    assert (learnt.cases, learnt.tested, learnt.accuracy) == (60, 12, 1.0)
    assert learnt.baseline < 1


def test_it_says_nothing_of_what_it_never_read(learnt):
    assert routing.propose("zxcv qwerty") == []


def test_a_file_that_was_changed_proposes_nothing(learnt, caplog):
    learnt.path.write_bytes(learnt.path.read_bytes()[:-1] + b"!")
    selectors.opened.cache_clear()
    assert routing.propose("Lampu mati") == []
    assert "lost or altered" in caplog.text


def test_what_is_kept_is_data_and_says_the_same(learnt):
    again = Router.from_bytes(learnt.path.read_bytes())
    assert again.guess("Lampu mati")[0].label == routing.propose("Lampu mati")[0].label
    assert b"pickle" not in learnt.path.read_bytes()


def test_a_name_that_stands_in_one_complaint_is_not_learnt(units):
    closed([*LAMPS[:-1], "Lampu mati kata Paramitha"], units[0])
    closed(REFUSE, units[1])
    learn_router(actor=system_user(), target=Target.UNIT)
    kept = selectors.router_of(selectors.latest(Target.UNIT))
    assert not any("paramitha" in one for one in kept.features)


def test_a_complaint_about_a_person_is_neither_learnt_nor_guessed(learnt, units):
    about = complaint("Lampu mati", is_about_person=True)
    usual = complaint("Lampu mati")
    learnt_from = Complaint.objects.filter(status=Status.SELESAI).count()
    closed(["Lampu mati karena petugas"], units[0], is_about_person=True)
    made = propose_for(actor=system_user(), target=Target.UNIT, router=learnt)
    assert [one.complaint for one in made] == [usual]
    assert not about.proposals.exists()
    assert learn_router(actor=system_user(), target=Target.UNIT).cases == learnt_from


def test_what_people_decide_is_measured_against_what_was_proposed(learnt, units):
    for text, unit in [("Lampu mati", units[0]), ("Lampu jalan mati lagi", units[1])]:
        one = complaint(text)
        assert tasks.read.func() == 1
        one.verified_at = NOON + timedelta(hours=1)
        one.save()
        Disposition.objects.create(
            complaint=one, number=1, unit=unit, disposed_by=system_user(), disposed_at=NOON
        )
    assert tasks.read.func() == 0  # each is read once
    found = routing.taken(Target.UNIT, NOON - timedelta(days=999))
    assert (found.decided, found.taken, found.share) == (2, 1, 0.5)
    assert Proposal.objects.count() == 2


def test_only_the_clock_lets_it_learn(office):
    with pytest.raises(PermissionRefused):
        learn_router(actor=office.user("sari"), target=Target.UNIT)


def test_a_router_no_better_than_the_commonest_unit_is_not_heard(office):
    chance = learn(["sama saja"] * 100, ["a", "a", "b", "a"] * 25)
    assert chance is not None
    assert chance.accuracy <= chance.baseline


def test_two_instansi_do_not_share_a_router(learnt, db):
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope

    with instansi_scope(Instansi.objects.create(code="kota-lain", name="Kota Lain", is_example=True)):
        assert selectors.latest(Target.UNIT) is None
        with pytest.raises(ObjectDoesNotExist):
            LearntRouter.objects.get()
