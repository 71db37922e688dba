"""Who may do what: everybody of the town against three kinds of complaint."""

import pytest

from abdi.facts.selectors import current
from abdi.measurement.catalogue import catalogue
from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import User, system_user
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.platform.notifications.models import Notice
from abdi.voice.complaints import permissions
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.recipients import examiners_for
from abdi.voice.complaints.selectors import inbox_of
from tests.cast import YEAR

pytestmark = pytest.mark.django_db
STAFF = ("rina", "nina", "joko", "dewi", "budi", "sari", "gita", "koko", "indra", "lila")
ROLES = (*STAFF, "warga", "sistem", "operator", "pimpinan", "fasilitator")
RIGHTS = ("see", "coordinate", "handle", "approve", "view_identity")

ALLOWED = {
    "biasa": {
        "see": {"rina", "nina", "dewi", "koko", "indra"},
        "coordinate": {"koko"},
        "handle": {"rina", "nina"},
        "approve": {"rina", "nina", "dewi"},
        "view_identity": {"rina", "nina", "koko"},
    },
    "anonim": {
        "see": {"rina", "nina", "dewi", "koko", "indra"},
        "coordinate": {"koko"},
        "handle": {"rina", "nina"},
        "approve": {"rina", "nina", "dewi"},
        "view_identity": {"koko"},
    },
    "tentang petugas": {  # about Rina, naming Dewi, given to Budi
        "see": {"budi", "koko", "indra"},
        "coordinate": {"koko", "indra"},
        "handle": {"budi"},
        "approve": {"koko", "indra"},
        "view_identity": {"koko", "budi"},
    },
    "belum diteruskan": {"see": {"koko", "indra"}, "coordinate": {"koko"}, "view_identity": {"koko"}},
    "di unit lain": {  # reported of Melati, given to Kenanga, whose own coordinator is Lila
        "see": {"gita", "koko", "indra", "lila"},
        "coordinate": {"koko", "lila"},
        "handle": {"gita"},
        "approve": {"gita"},
        "view_identity": {"gita", "koko", "lila"},
    },
}


def brought(town, kind) -> Complaint:
    if kind == "belum diteruskan":
        return town.verified()
    if kind == "di unit lain":
        return town.do("dispose", complaint=town.verified(), unit=town.kenanga)
    if kind == "tentang petugas":
        return given_to_budi(town)
    return town.disposed(is_anonymous=kind == "anonim")


def given_to_budi(town) -> Complaint:
    complaint = town.verified(about_words="Petugas di loket satu")
    town.do("name_officer", complaint=complaint, employee=town.office.rina, others=[town.office.dewi])
    return town.do("dispose", complaint=complaint, unit=town.office.unit, person=town.office.budi)


@pytest.fixture
def people(town):
    more = {"pimpinan": Role.PIMPINAN, "fasilitator": Role.FASILITATOR}
    found = {name: User.objects.create_user(name, instansi=town.office.unit.instansi) for name in more}
    found["operator"] = User.objects.create_superuser("operator")
    found["lila"] = User.objects.create_user("lila", instansi=town.office.unit.instansi)
    for name, role, unit in [
        *((one, more[one], None) for one in more),
        ("lila", Role.PENGADUAN, town.kenanga),
    ]:
        organisation.grant_role(actor=system_user(), user=found[name], role=role, unit=unit, valid_from=YEAR)
    return {name: found.get(name) or town.user(name) for name in ROLES}


@pytest.mark.parametrize("kind", ALLOWED)
def test_the_truth_table(town, people, kind):
    complaint = brought(town, kind)
    for right in RIGHTS:
        allowed = {who for who in ROLES if getattr(permissions, f"can_{right}")(people[who], complaint)}
        assert allowed == ALLOWED[kind].get(right, set()), right
    assert {who for who in ROLES if inbox_of(people[who]).exists()} == ALLOWED[kind]["see"]
    assert {who for who in ROLES if permissions.can_act_as_reporter(people[who])} == {"warga", "sistem"}


REPORTERS = {
    "confirm": {"rating": 5},
    "reopen": {"reason": "Belum."},
    "withdraw": {},
    "escalate": {},
    "complete_file": {"text": "Senin."},
    "add_information": {"text": "Senin."},
}


@pytest.mark.parametrize("verb", REPORTERS)
def test_no_officer_speaks_for_the_reporter(town, verb):
    complaint = town.answered()
    for who in STAFF[:-1]:
        with pytest.raises(PermissionRefused):
            town.do(verb, who, complaint=complaint, **REPORTERS[verb])


@pytest.mark.parametrize(
    ("channel", "allowed"),
    [
        ("web", {"warga", "sistem"}),
        ("open311", {"warga", "sistem"}),
        ("surel", {"sistem"}),
        ("lapor", {"sistem"}),
        ("petugas", {"rina", "nina", "joko", "sari", "gita", "koko", "lila", "sistem"}),
        ("impor", {"koko", "sari", "operator", "sistem"}),
    ],
)
def test_each_channel_has_its_senders(people, channel, allowed):
    assert {who for who in ROLES if permissions.can_file(people[who], channel)} == allowed


def test_a_complaint_about_an_officer_goes_around_him(town):
    Notice.objects.all().delete()
    complaint = town.disposed()
    town.do("take", "rina", complaint=complaint)
    town.do("name_officer", complaint=complaint, employee=town.office.rina, others=[town.office.dewi])
    assert (complaint.status, complaint.unit_assigned, complaint.handler) == ("terverifikasi", None, None)
    assert examiners_for(complaint) == [town.office.budi]
    for person in (None, town.office.rina, town.office.dewi):
        with pytest.raises(InputRefused):
            town.do("dispose", complaint=complaint, unit=town.office.unit, person=person)
    Notice.objects.all().delete()
    town.do("dispose", complaint=complaint, unit=town.office.unit, person=town.office.budi)
    town.do("take", "budi", complaint=complaint)
    with pytest.raises(InputRefused, match="terbukti"):
        town.do("answer", "budi", complaint=complaint, text="Sudah didengar.")
    town.do("answer", "budi", complaint=complaint, text="Sudah didengar.", finding="tidak_terbukti")
    assert {one["employee_id"] for one in current(cases=[str(complaint.uid)])} == {None}
    told = set(Notice.objects.values_list("recipient__username", flat=True))
    assert told == {"budi", "koko"}


def test_how_many_came_in_is_nobodys_score():
    assert not [one.name for one in catalogue().values() if "complaint.received" in one.kinds]


def test_retaliation_is_never_seen_by_the_unit(town):
    category = town.do("create_category", code="BALAS", name="Pembalasan", goes_to_pengawas=True)
    complaint = town.file(category=category)
    assert complaint.is_about_person
    assert {one for one in STAFF[:-1] if permissions.can_see(town.user(one), complaint)} == {"koko", "indra"}


def test_a_coordinator_who_is_named_does_not_see_it(town):
    complaint = town.file(about_words="Koordinatornya sendiri")
    town.do("name_officer", "indra", complaint=complaint, employee=town.koko)
    assert not permissions.can_see(town.user("koko"), complaint)
    assert not inbox_of(town.user("koko")).exists()
    town.do("verify", "indra", complaint=complaint, category=town.category, kelas="berkadar_pengawasan")


def test_about_a_unit_itself_whoever_heads_the_one_above_examines(town):
    below = organisation.create_unit(
        actor=system_user(), code="RW-01", name="RW 01", valid_from=YEAR, parent=town.office.unit
    )
    complaint = town.file(unit=below, about_words="Seluruh kantornya")
    assert examiners_for(complaint) == [town.office.dewi]
