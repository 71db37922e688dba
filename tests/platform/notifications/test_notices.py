"""Telling people, here and by letter."""

import pytest
from django.core import mail
from django.db import transaction

from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import PermissionRefused
from abdi.platform.notifications.actions import mark_all_read, mark_read
from abdi.platform.notifications.models import Notice
from abdi.platform.notifications.notify import notify
from abdi.platform.notifications.permissions import can_read
from abdi.platform.notifications.selectors import unread_count
from abdi.platform.outbox.delivery import deliver_due
from abdi.platform.outbox.models import Message
from abdi.platform.tenancy.scope import NoInstansi, instansi_scope


def tell(person, **values):
    return notify(recipient=person, **{"kind": "uji", "title": "SKP menunggu", "url": "/kinerja/1/"} | values)


def test_a_notice_and_its_letter(instansi, person):
    instansi.host = "abdi.contoh.example"
    notice = tell(person, body="Dewi Umpama mengajukan SKP.")
    assert unread_count(person) == 1
    assert deliver_due() == 1
    (letter,) = mail.outbox
    assert letter.to == ["rina@example.test"]
    assert letter.subject == "[Kabupaten Contoh] SKP menunggu"
    assert "Dewi Umpama mengajukan SKP." in letter.body
    assert letter.extra_headers["Message-ID"] == f"<{notice.uid}@abdi>"


def test_the_letter_leads_to_the_host_of_the_instansi(instansi, person, settings):
    instansi.host = "abdi.contoh.example"
    instansi.save()
    settings.HTTPS = True
    tell(person)
    deliver_due()
    assert "https://abdi.contoh.example/kinerja/1/" in mail.outbox[0].body


def test_nothing_is_told_of_what_did_not_happen(instansi, person):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell(person)
        _ = 1 / 0
    assert not Notice.objects.exists()
    assert not Message.objects.exists()


def test_no_letter_without_an_address(instansi, person):
    person.email = ""
    tell(person)
    assert unread_count(person) == 1
    assert not Message.objects.exists()


def test_no_letter_to_who_left_meanwhile(instansi, person):
    tell(person)
    person.is_active = False
    person.save()
    assert deliver_due() == 1
    assert not mail.outbox
    assert not Message.objects.undelivered().exists()


def test_nobody_is_told_across_instansi(instansi, neighbour, person):
    with instansi_scope(neighbour), pytest.raises(NoInstansi):
        tell(person)


@pytest.mark.parametrize("url", ["https://jahat.example/", "//jahat.example", "javascript:alert(1)"])
def test_a_notice_never_leads_elsewhere(instansi, person, url):
    with pytest.raises(ValueError, match="within Abdi"):
        tell(person, url=url)


def test_a_title_cannot_add_headers(instansi, person):
    tell(person, title="Halo\nBcc: orang@lain.example")
    deliver_due()
    assert mail.outbox[0].subject == "[Kabupaten Contoh] Halo Bcc: orang@lain.example"


def test_reading(instansi, person, operator):
    first, _ = tell(person), tell(person)
    assert can_read(person, first)
    assert not can_read(operator, first)
    with pytest.raises(PermissionRefused):
        mark_read(actor=operator, notice=first)
    mark_read(actor=person, notice=first)
    first.refresh_from_db()
    read_at = first.read_at
    mark_read(actor=person, notice=first)
    first.refresh_from_db()
    assert first.read_at == read_at
    assert unread_count(person) == 1
    assert mark_all_read(actor=person) == 1
    assert unread_count(person) == 0
    tags = list(AuditEntry.objects.values_list("tag", flat=True))
    assert tags == ["notifications:notice:read"] * 2 + ["notifications:notice:read_all"]


def test_no_notices_outside_an_instansi(operator):
    assert unread_count(operator) == 0
