"""Evidence: a file or a link, once on each thing; other uses are told; nobody else opens it."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest

from abdi.activity.evidence import actions
from abdi.activity.evidence.enums import SubjectKind
from abdi.activity.evidence.links import link_digest
from abdi.activity.evidence.models import EvidenceItem
from abdi.activity.evidence.permissions import can_see_evidence
from abdi.activity.evidence.selectors import evidence_counts, evidence_of
from abdi.activity.evidence.subject import Subject
from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from tests import cast

PDF = b"%PDF-1.7 laporan"


def thing(employee, day=date(2026, 7, 8), *, is_open=True):
    return Subject(SubjectKind.PROGRES, uuid4(), employee, day, employee, lambda: is_open)


def attach(office, subject, who="rina", content=PDF):
    return actions.attach_file(
        actor=office.user(who), subject=subject, content=BytesIO(content), name="laporan.pdf"
    )


def test_the_same_content_in_another_month_or_by_another_is_told_not_refused(office):
    july, march, his = thing(office.rina), thing(office.rina, date(2026, 3, 9)), thing(office.joko)
    attach(office, march)
    attach(office, his, "joko")
    item = attach(office, july)
    (line,) = evidence_of(SubjectKind.PROGRES, [july.uid])[july.uid]
    assert (line.item, line.months, line.used_by_others) == (item, (date(2026, 3, 1),), True)
    attach(office, other := thing(office.rina), content=b"%PDF-1.7 lain")
    assert not evidence_of(SubjectKind.PROGRES, [other.uid])[other.uid][0].is_reused
    assert evidence_counts(SubjectKind.PROGRES, [july.uid, uuid4()]) == {july.uid: 1}


def test_twice_on_the_same_thing_is_refused(office):
    subject = thing(office.rina)
    for link in ("https://contoh.test/a?x=1&utm_source=wa", "http://www.contoh.test/a/?x=1#hal"):
        if EvidenceItem.objects.exists():
            with pytest.raises(InputRefused, match="sudah dilampirkan"):
                actions.attach_link(actor=office.user("rina"), subject=subject, link=link)
        else:
            actions.attach_link(actor=office.user("rina"), subject=subject, link=link)
    assert EvidenceItem.objects.get().title.startswith("https://contoh.test/a")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "catatan saya", "", "https://contoh.test:999999/a", "https://"]
)
def test_what_is_no_address_is_refused(office, link):
    with pytest.raises(InputRefused):
        actions.attach_link(actor=office.user("rina"), subject=thing(office.rina), link=link)
    assert not EvidenceItem.objects.exists()


def test_only_the_owner_attaches_and_only_while_it_may_change(office):
    with pytest.raises(PermissionRefused):
        attach(office, thing(office.rina), "dewi")
    with pytest.raises(PolicyRefused, match="terkunci"):
        attach(office, thing(office.rina, is_open=False))
    subject = thing(office.rina)
    item = attach(office, subject)
    with pytest.raises(PermissionRefused):
        actions.remove_evidence(actor=office.user("dewi"), item=item, subject=subject)
    actions.remove_evidence(actor=office.user("rina"), item=item, subject=subject)
    assert not EvidenceItem.objects.exists()


def test_who_may_open_it(office):
    """A pimpinan outside the chain of assessors sees neither the progress nor what supports it."""
    item = attach(office, thing(office.rina))
    organisation.grant_role(
        actor=system_user(), user=office.user("joko"), role=Role.PIMPINAN, valid_from=cast.YEAR
    )
    seen = {who: can_see_evidence(office.user(who), item) for who in ("rina", "dewi", "budi", "sari", "joko")}
    assert seen == {"rina": True, "dewi": True, "budi": True, "sari": True, "joko": False}


@pytest.mark.parametrize(
    "other",
    [
        "http://contoh.test/a/b?x=1&y=2",
        "HTTPS://WWW.Contoh.Test:443/a/b/?y=2&x=1",
        " https://contoh.test/a/b?x=1&y=2&utm_source=wa&fbclid=9#bagian ",
    ],
)
def test_ways_of_writing_one_address_have_one_digest(other):
    assert link_digest(other) == link_digest("https://contoh.test/a/b?x=1&y=2")


@pytest.mark.parametrize(
    "other", ["/a/B?x=1&y=2", "/a/b?x=1", "/a/b?x=1&y=", "/a?x=1&y=2", ":8443/a/b?x=1&y=2"]
)
def test_another_address_has_another_digest(other):
    assert link_digest(f"https://contoh.test{other}") != link_digest("https://contoh.test/a/b?x=1&y=2")
