"""A citizen without a password: the code, its limits, the name, and being forgotten."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from abdi.platform.accounts.models import User, public_user, system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.citizens import actions
from abdi.platform.citizens.models import Citizen, SignInCode
from abdi.platform.citizens.policies import IN_AN_HOUR, MOST_TRIES
from abdi.platform.citizens.tasks import forget_codes
from abdi.platform.citizens.telling import tell_citizens
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.followers.actions import follow
from abdi.platform.followers.models import Follower
from abdi.platform.outbox.delivery import deliver_due
from abdi.platform.outbox.models import Message
from tests.platform.citizens.conftest import come_in, last_code

pytestmark = pytest.mark.django_db
ANI = "ani@contoh.test"


def ask(email=ANI):
    return actions.ask_code(actor=public_user(), email=email)


def confirm(code, email=ANI):
    return actions.confirm(actor=public_user(), email=email, code=code)


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_one_address_is_one_citizen(citizen):
    SignInCode.objects.all().delete()
    assert come_in(" ANI@contoh.test ") == citizen
    assert citizen.name.startswith("Warga ")
    assert Citizen.objects.count() == 1


def test_the_code_opens_once_and_only_the_last_one(instansi):
    ask()
    first = last_code()
    ask()
    second = last_code()
    with pytest.raises(InputRefused):
        confirm(first if first != second else other_than(second))
    confirm(f" {second[:3]} {second[3:]} ")
    with pytest.raises(InputRefused):
        confirm(second)


def test_wrong_tries_are_kept_although_they_are_refused(instansi):
    ask()
    right = last_code()
    for _ in range(MOST_TRIES):
        with pytest.raises(InputRefused):
            confirm(other_than(right))
    with pytest.raises(InputRefused):
        confirm(right)
    assert SignInCode.objects.get().tries == MOST_TRIES


def test_the_code_expires_and_is_forgotten(instansi):
    ask()
    right = last_code()
    SignInCode.objects.update(expires_at=timezone.now())
    with pytest.raises(InputRefused):
        confirm(right)
    SignInCode.objects.update(asked_at=timezone.now() - timedelta(days=2))
    assert forget_codes.call() == 1


@pytest.mark.parametrize("known", [True, False])
def test_asking_is_answered_alike_and_has_a_limit(instansi, known):
    if known:
        come_in(ANI)
        SignInCode.objects.all().delete()
    for _ in range(IN_AN_HOUR):
        ask()
    with pytest.raises(PolicyRefused, match="Sudah beberapa kode"):
        ask()
    ask("lain@contoh.test")


@pytest.mark.parametrize("email", ["", "ani", "ani@", "x" * 10_000_000, "a@b.c\nBcc: d@e.f", "<script>@x.id"])
def test_what_is_no_address_is_refused(instansi, email):
    with pytest.raises(InputRefused) as refusal:
        ask(email)
    assert refusal.value.field == "email"


def test_the_address_of_staff_opens_no_citizen(person):
    ask(person.email)
    deliver_due()
    assert "akun pegawai" in mail.outbox[-1].body
    for code in ("", "000000"):
        with pytest.raises(InputRefused):
            confirm(code, person.email)
    with pytest.raises(PermissionRefused):
        actions.ask_code(actor=person, email=ANI)


def test_nothing_outside_the_row_says_who_it_is(citizen):
    told = str(list(AuditEntry.objects.values())) + str(list(Message.objects.values()))
    told += str(list(SignInCode.objects.values("email_digest"))) + str(mail.outbox[-1].subject)
    assert not [word for word in ("ani@", "contoh.test", citizen.name) if word in told]
    assert citizen.name not in mail.outbox[-1].body


@pytest.mark.parametrize(
    "name",
    [
        "",
        "ab",
        "<script>alert(1)</script>",
        "a@b.id",
        "Admin Melati",
        "Kabupaten Contoh",
        "Rina\u202e",
        "Ri\u200bna",
        "x" * 41,
        "Rina\x00Misal",
    ],
)
def test_a_name_that_hides_or_speaks_for_the_office_is_refused(citizen, name):
    with pytest.raises(InputRefused) as refusal:
        actions.describe(actor=public_user(), citizen=citizen, name=name, wants_letters=True)
    assert refusal.value.field == "name"


def test_a_name_belongs_to_one(citizen):
    actions.describe(actor=public_user(), citizen=citizen, name="Bunga Rampai", wants_letters=True)
    other = come_in("budi@contoh.test")
    with pytest.raises(InputRefused, match="sudah dipakai"):
        actions.describe(actor=public_user(), citizen=other, name="bunga rampai", wants_letters=True)


def test_erased_is_nobody_and_hears_nothing(citizen):
    follow(actor=public_user(), subject=citizen, email=ANI)
    tell_citizens([citizen], title="Dijawab", body="Baca.", url="/", key="1")
    actions.erase(actor=public_user(), citizen=citizen)
    sent = len(mail.outbox)
    deliver_due()
    assert len(mail.outbox) == sent
    citizen.refresh_from_db()
    assert (citizen.email, citizen.email_digest, citizen.name) == ("", "", "")
    assert not SignInCode.objects.exists()
    assert not Follower.objects.exists()
    assert come_in(ANI) != citizen
    with pytest.raises(PolicyRefused):
        actions.describe(actor=public_user(), citizen=citizen, name="Siapa lagi", wants_letters=True)


def test_a_letter_comes_once_and_only_to_who_wants_it(citizen):
    for _ in range(2):
        tell_citizens([citizen], title="Dijawab", body="Baca.", url="/konsultasi/", key="1")
    deliver_due()
    assert [one.subject for one in mail.outbox[1:]] == ["[Kabupaten Contoh] Dijawab"]
    actions.describe(actor=public_user(), citizen=citizen, name="Bunga", wants_letters=False)
    tell_citizens([citizen], title="Dijawab", body="Baca.", url="/konsultasi/", key="2")
    deliver_due()
    assert len(mail.outbox) == 2


def test_only_the_operator_stops_an_account_here(citizen, person):
    with pytest.raises(PermissionRefused):
        actions.block(actor=person, citizen=citizen, reason="Mengancam warga lain")
    actions.block(actor=system_user(), citizen=citizen, reason="Mengancam warga lain")
    assert Citizen.objects.get().is_blocked
    actions.unblock(actor=system_user(), citizen=citizen)
    assert not Citizen.objects.get().is_blocked
    assert User.objects.filter(username="warga").exists()
