"""Reports come in once and as they are, what became of them goes out once, and nobody's name goes astray."""

import json
import logging
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from abdi.integrations.lapor import syncing, tasks
from abdi.integrations.lapor.actions import take_in
from abdi.integrations.lapor.models import Exchange, Held
from abdi.integrations.lapor.permissions import can_exchange
from abdi.organisation.actions import grant_role
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import DomainError, PermissionRefused
from abdi.platform.outbox.delivery import deliver_due
from abdi.platform.outbox.models import Message
from abdi.voice.complaints import actions
from abdi.voice.complaints.enums import Channel
from abdi.voice.complaints.models import Complaint, Identity
from tests.cast import YEAR
from tests.integrations.lapor.standin import KEY, report, serving

NAME = "Wawan Rahasia"


@pytest.fixture
def there(settings):
    with serving() as one:
        settings.LAPOR_URL, settings.LAPOR_KEY, settings.LAPOR_TIMEOUT = one.url, KEY, 20
        one.reporters = {f"L-{n}": {"nama": NAME, "kontak": "wawan@example.test"} for n in range(1, 9)}
        yield one


@pytest.fixture
def sync(instansi, system):
    return lambda: syncing.synchronise(actor=system)


def test_reports_come_in_once_as_they_are(there, sync):
    there.reports = [report(f"L-{n}") for n in range(1, 6)]
    assert len(sync().taken) == 5
    assert len(sync().taken) == 0
    one = Complaint.objects.get(source_key="L-1")
    assert (one.channel, one.source, one.kind) == (Channel.LAPOR, "lapor", "pengaduan")
    assert one.received_at.isoformat() == "2026-07-06T02:00:00+00:00"
    assert (one.lat, one.lon, one.address) == (-7.25, 112.75, "Depan pasar")
    assert one.identity.name == NAME
    assert Exchange.objects.get().cursor == "5"


def test_a_page_that_comes_twice_adds_nothing(there, sync):
    there.reports = [report("L-1"), report("L-2")]
    sync()
    there.mood = "again"
    assert sync().taken == []
    assert Complaint.objects.count() == 2


def test_who_is_anonymous_is_not_even_asked_for(there, sync):
    there.reports = [report("L-1", anonim=True, rahasia=True), report("L-2")]
    sync()
    assert "/v1/laporan/L-1/pelapor" not in there.asked
    assert "/v1/laporan/L-2/pelapor" in there.asked
    one = Complaint.objects.get(source_key="L-1")
    assert (one.is_anonymous, one.is_secret) == (True, True)
    assert not Identity.objects.filter(complaint=one).exclude(name="").exists()


BROKEN = {
    "isi": report("L-2", isi=""),
    "anonim": report("L-2", anonim="ya"),
    "jenis": report("L-2", jenis="keluhan"),
    "diterima": report("L-2", diterima="2026-07-06T09:00:00"),
    "lintang": report("L-2", tempat={"lintang": 91, "bujur": 0}),
    "tempat": report("L-2", tempat={"lintang": 9}),
    "judul": report("L-2", judul="x" * 121),
    "kategori": report("L-2", kategori="\ud800"),
    "id": report("\ud800"),
    "laporan": 7,
}


@pytest.mark.parametrize("part", BROKEN)
def test_one_broken_report_keeps_nobody_else_back(there, sync, part):
    there.reports = [report("L-1"), BROKEN[part], report("L-3")]
    outcome = sync()
    assert (len(outcome.taken), len(outcome.held)) == (2, 1)
    assert f"“{part}”" in outcome.held[0].reason


def test_what_stays_held_back_stands_in_the_trail_once_for_each_reason(there, sync):
    there.reports = [report("L-1", isi="")]
    assert [len(sync().held) for _ in range(3)] == [1, 1, 1]
    there.reports = [report("L-1", anonim="ya")]
    sync()
    assert AuditEntry.objects.filter(tag="lapor:report:hold_back").count() == 2
    assert "“anonim”" in Held.objects.get().reason


def test_what_was_held_back_comes_in_when_it_is_mended(there, sync):
    there.reports = [report("L-1", isi=""), report("L-2", diterima="2999-01-01T00:00:00+07:00")]
    assert len(sync().held) == 2
    assert {one.key for one in Held.objects.all()} == {"L-1", "L-2"}
    there.reports = [report("L-1"), report("L-2")]
    assert len(sync().taken) == 2
    assert not Held.objects.exists()


@pytest.mark.parametrize(
    ("mood", "said"),
    [
        ("away", "terganggu .HTTP 500."),
        ("slow", "tidak menjawab pada waktunya"),
        ("garbled", "bukan JSON"),
        ("huge", "20 MB"),
        ("elsewhere", "HTTP 302"),
    ],
)
def test_whatever_goes_wrong_is_one_sentence_and_loses_nothing(there, sync, settings, caplog, mood, said):
    there.reports, there.mood = [report("L-1")], mood
    settings.LAPOR_TIMEOUT = 0.5 if mood == "slow" else 20
    with pytest.raises(DomainError, match=said) as refused:
        sync()
    assert NAME not in str(refused.value)
    with caplog.at_level(logging.WARNING):
        assert tasks.exchange.call() == 0
    assert NAME not in caplog.text
    assert KEY not in caplog.text
    there.mood, settings.LAPOR_TIMEOUT = "", 20
    assert len(sync().taken) == 1


def test_a_wrong_key_is_told_without_being_shown(there, sync, settings):
    settings.LAPOR_KEY = "kunci-keliru"
    with pytest.raises(DomainError, match="ABDI_LAPOR_KEY") as refused:
        sync()
    assert "kunci-keliru" not in str(refused.value)


def test_nothing_is_exchanged_until_it_is_connected(instansi, settings, sync):
    settings.LAPOR_URL = ""
    assert tasks.exchange.call() == 0
    with pytest.raises(DomainError, match="belum disambungkan"):
        sync()


def test_what_became_of_it_goes_out_once_in_order(there, sync, office):
    there.reports = [report("L-1")]
    sync()
    deliver_due()
    assert there.updates == {}
    archived(office)
    sync()
    there.mood = "away"
    deliver_due()
    assert there.updates == {}
    there.mood = ""
    Message.objects.update(available_at=timezone.now())
    deliver_due()
    sync()
    deliver_due()
    (told,) = there.told_of("L-1")
    assert (told["status"], told["urutan"]) == ("arsip", 2)
    assert told["isi"] == "Sudah ditangani bulan lalu."
    assert "catatan dalam" not in json.dumps(told)


def test_an_update_that_was_taken_already_counts_as_sent(there, sync, office):
    there.reports = [report("L-1")]
    sync()
    archived(office)
    sync()
    deliver_due()
    Message.objects.filter(topic="lapor.update").update(
        delivered_at=None, attempts=0, available_at=timezone.now()
    )
    deliver_due()
    assert len(there.updates) == 1
    assert Message.objects.get(topic="lapor.update").delivered_at is not None


def archived(office):
    sari = office.user("sari")
    grant_role(actor=system_user(), user=sari, role=Role.PENGADUAN, valid_from=YEAR)
    actions.reject(
        actor=sari,
        complaint=Complaint.objects.get(source_key="L-1"),
        reason="duplikat",
        note="Sudah ditangani bulan lalu.",
    )


def test_no_name_in_trail_or_outbox(there, sync):
    there.reports = [report("L-1", isi=f"Nama saya {NAME}, lampu mati.", anonim=True), report("L-2")]
    sync()
    kept = [
        *AuditEntry.objects.values_list("data", flat=True),
        *Message.objects.values_list("payload", flat=True),
    ]
    assert NAME not in str(kept)


def test_only_the_clock_and_the_console(there, office, system):
    assert can_exchange(system)
    assert not can_exchange(office.user("sari"))
    with pytest.raises(PermissionRefused):
        take_in(actor=office.user("sari"), report=None, reporter=None)


def test_the_command_tells_what_it_did(there, instansi):
    there.reports = [report("L-1"), report("L-2", isi="")]
    out = StringIO()
    call_command("lapor", "sync", "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert (told["taken"], [one["report"] for one in told["held"]]) == (1, ["L-2"])
    there.mood = "away"
    with pytest.raises(SystemExit) as end:
        call_command("lapor", "sync", stderr=StringIO())
    assert end.value.code == 2
