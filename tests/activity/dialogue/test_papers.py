"""Forms B.1.8 and B.1.9 among the official documents: who has them issued, and when a sheet no longer holds."""

from datetime import date

import pytest

from abdi.activity.dialogue import actions
from abdi.activity.dialogue.enums import SessionKind
from abdi.activity.dialogue.papers import B18, B19
from abdi.platform.batches.actions import order_batch
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.verification.actions import issue
from abdi.platform.verification.selectors import standing_of_code
from tests.activity.dialogue.test_coaching import coached, line


@pytest.fixture
def session(office):
    return coached(office, day=date(2026, 10, 5))


@pytest.fixture
def given(office, session):
    return actions.give_session_feedback(actor=office.user("rina"), session=session, scores=[4] * 9)


def assess(office, session, **changes):
    actions.assess_competencies(actor=office.user("dewi"), session=session, lines=[line(**changes)])


def test_b18_is_issued_by_its_two_readers_and_no_other(office, given):
    issued = issue(actor=office.user("rina"), paper=B18, subject=given)
    assert issue(actor=office.user("budi"), paper=B18, subject=given) == issued
    for who in ("dewi", "joko", "sari"):
        with pytest.raises(PermissionRefused):
            issue(actor=office.user(who), paper=B18, subject=given)
    standing = standing_of_code(issued.code)
    assert (str(standing.kind), standing.holds) == ("Umpan balik bimbingan (B.1.8)", True)


def test_b19_holds_until_it_is_assessed_anew(office, session):
    with pytest.raises(PolicyRefused, match="masih draf"):
        issue(actor=office.user("dewi"), paper=B19, subject=session)
    assess(office, session)
    issued = issue(actor=office.user("rina"), paper=B19, subject=session)
    assert standing_of_code(issued.code).holds
    assess(office, session, score=4)
    assert not standing_of_code(issued.code).holds


def test_konseling_is_on_no_paper(office):
    session = coached(office, SessionKind.KONSELING)
    for who in ("rina", "dewi", "budi"):
        with pytest.raises(PolicyRefused, match="bukan konseling"):
            B19.check_can_see(office.user(who), session)


@pytest.mark.parametrize(
    ("paper", "readers"), [(B18, {"rina", "budi"}), (B19, {"rina", "dewi", "budi"})], ids=["b18", "b19"]
)
def test_everybody_orders_what_he_may_see(office, session, given, paper, readers):
    assess(office, session)
    found = set()
    for who in ("rina", "dewi", "budi", "joko", "sari"):
        asked = {"actor": office.user(who), "paper": paper, "title": "Setahun", "period": office.year.uid}
        try:
            found |= {who} if order_batch(**asked).total == 1 else set()
            paper.check_can_see(office.user(who), paper.model.objects.get())
        except InputRefused:
            continue
    assert found == readers


def test_of_one_unit_and_one_period(office, session, given):
    rina = office.user("rina")
    assert list(B18.subjects(rina, office.year.uid, {office.unit.pk})) == [given]
    assert not B18.subjects(rina, office.year.uid, {0}).exists()
    assert not B18.subjects(rina, office.quarter.uid, None).exists()
