"""A key opens what it was given for until it is withdrawn; it can be read nowhere; and nobody comes too fast."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.keys import actions, pace, selectors, tasks
from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey, Knock
from abdi.platform.keys.usage import note_use
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope


@pytest.fixture
def made(instansi, system):
    return actions.issue_key(actor=system, name="Aplikasi warga", scopes=[KeyScope.OPEN311])


def test_a_key_opens_what_it_was_given_for_until_it_is_withdrawn(made, system):
    key, token = made
    assert selectors.key_of(token, KeyScope.OPEN311) == key
    assert [selectors.key_of(one, KeyScope.OPEN311) for one in ("", token[:-1], token.upper())] == [None] * 3
    assert selectors.key_of(token, KeyScope.ADUAN) is None
    actions.withdraw_key(actor=system, key=key)
    assert selectors.key_of(token, KeyScope.OPEN311) is None
    with pytest.raises(PolicyRefused, match="sudah dicabut"):
        actions.withdraw_key(actor=system, key=key)


def test_it_is_kept_nowhere(made):
    key, token = made
    assert token not in str(vars(key))
    assert token not in str(list(AuditEntry.objects.values_list("data", flat=True)))
    assert token.endswith(key.hint)


def test_it_is_unknown_in_another_instansi(made):
    other = Instansi.objects.create(code="kota-lain", name="Kota Lain", place="Lain", is_example=True)
    with instansi_scope(other):
        assert selectors.key_of(made[1], KeyScope.OPEN311) is None


@pytest.mark.parametrize("scopes", [[], ["semua"], [KeyScope.ADUAN, "x"]])
def test_a_key_that_opens_nothing_or_anything_is_refused(instansi, system, scopes):
    with pytest.raises(InputRefused, match="Pilih sedikitnya satu"):
        actions.issue_key(actor=system, name="Lain", scopes=scopes)


def test_one_valid_key_a_name(made, system):
    with pytest.raises(InputRefused, match="beri nama lain"):
        actions.issue_key(actor=system, name=" Aplikasi warga", scopes=[KeyScope.ADUAN])
    actions.withdraw_key(actor=system, key=made[0])
    again = actions.issue_key(actor=system, name="Aplikasi warga", scopes=[KeyScope.ADUAN])[0]
    assert list(selectors.keys()) == [again, made[0]]


def test_only_whom_a_floor_above_permits(office):
    with pytest.raises(PermissionRefused, match="Kunci API"):
        actions.issue_key(actor=office.user("sari"), name="Lain", scopes=[KeyScope.ADUAN])
    permitted = {"permit": lambda user: None, "name": "Lain", "scopes": [KeyScope.ADUAN]}
    assert actions.issue_key(actor=office.user("sari"), **permitted)[0].issued_by == office.user("sari")


def test_use_is_noted_at_most_once_a_minute(made):
    key = made[0]
    for _ in range(2):
        note_use(key)
    first = ApiKey.objects.get().last_used_at
    note_use(key)
    assert ApiKey.objects.get().last_used_at == first
    assert timezone.now() - first < timedelta(minutes=1)


NOON = datetime(2026, 7, 6, 5, 0, 15, tzinfo=UTC)


def test_whoever_comes_too_fast_is_slowed_in_words_and_nobody_else(instansi, monkeypatch):
    monkeypatch.setattr(pace.timezone, "now", lambda: NOON)
    for _ in range(3):
        pace.check_pace("10.0.0.1", limit=3)
    with pytest.raises(pace.PaceRefused, match="coba lagi 45 detik lagi") as refused:
        pace.check_pace("10.0.0.1", limit=3)
    assert refused.value.wait == 45
    pace.check_pace("10.0.0.2", limit=3)
    monkeypatch.setattr(pace.timezone, "now", lambda: NOON + timedelta(minutes=1))
    pace.check_pace("10.0.0.1", limit=3)


def test_who_knocked_is_not_kept_and_soon_forgotten(instansi):
    pace.check_pace("10.0.0.1", limit=3)
    assert "10.0.0.1" not in str(list(Knock.objects.values()))
    assert tasks.forget_knocks.call() == 0
    Knock.objects.update(minute=timezone.now() - timedelta(hours=2))
    assert tasks.forget_knocks.call() == 1
