"""Who lets machines in, and that a machine shut out is a stranger."""

from datetime import timedelta

import pytest
from django.utils import timezone

from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.services.devices import actions, selectors
from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.presence import note_presence


def register(office, who="sari", name="Kios pintu depan"):
    return actions.register_device(actor=office.user(who), unit=office.unit, kind=DeviceKind.KIOS, name=name)


def test_a_machine_is_known_by_its_token_until_it_is_withdrawn(office):
    device, token = register(office)
    assert token not in str(vars(device))
    assert token not in str(list(AuditEntry.objects.values_list("data", flat=True)))
    typed = f" {token[:5].lower()}-{token[5:]} "
    assert selectors.device_of(typed, DeviceKind.KIOS) == device
    assert selectors.device_of(token, DeviceKind.SURVEI) is None
    assert selectors.device_of("", DeviceKind.KIOS) is None
    actions.withdraw_device(actor=office.user("sari"), device=device)
    assert selectors.device_of(token, DeviceKind.KIOS) is None
    with pytest.raises(PolicyRefused, match="sudah dicabut"):
        actions.withdraw_device(actor=office.user("sari"), device=device)


def test_only_the_admin_and_each_name_once(office):
    register(office)
    with pytest.raises(PermissionRefused):
        register(office, who="rina", name="Kios lain")
    with pytest.raises(InputRefused, match="sudah dipakai"):
        register(office)
    assert list(selectors.devices_managed(office.user("rina"))) == []
    assert selectors.devices_managed(office.user("sari")).count() == 1


def test_presence_is_noted_at_most_once_a_minute(office):
    device, _token = register(office)
    note_presence(device)
    device.refresh_from_db()
    first = device.last_seen_at
    note_presence(device)
    device.refresh_from_db()
    assert device.last_seen_at == first
    assert timezone.now() - first < timedelta(minutes=1)
