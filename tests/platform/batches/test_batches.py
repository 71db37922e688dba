"""Many documents at once: whose, how far, what survives a worker that dies."""

from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.utils import timezone

from abdi.organisation.models import RoleGrant
from abdi.planning.papers import SKP
from abdi.platform.batches import files, printing
from abdi.platform.batches.actions import order_batch
from abdi.platform.batches.enums import BatchStatus
from abdi.platform.batches.models import Batch
from abdi.platform.batches.permissions import can_fetch
from abdi.platform.batches.selectors import batches_of
from abdi.platform.batches.tasks import tidy
from abdi.platform.errors import InputRefused
from abdi.platform.outbox.delivery import deliver_due
from abdi.platform.outbox.models import Message
from abdi.platform.verification.models import Issued
from tests import cast
from tests.web.crowd import join


@pytest.fixture
def five(office):
    """Five plans: four still without frozen content, which print as drafts, and Rina's agreed one."""
    join(office, 4)
    return cast.agreed_skp(office)


def order(office, who="sari", **narrowed):
    return order_batch(
        actor=office.user(who), paper=SKP, title="SKP 2026", period=office.year.uid, **narrowed
    )


def test_a_batch_is_one_zip_of_what_may_be_seen(office, five):
    batch = order(office)
    deliver_due()
    batch.refresh_from_db()
    assert (batch.status, batch.done, batch.total, batch.passed_over) == (BatchStatus.SELESAI, 5, 5, 0)
    with ZipFile(batch.path) as archive:
        assert archive.testzip() is None
        assert [name[:5] for name in archive.namelist()] == ["00001", "00002", "00003", "00004", "00005"]
        assert all(archive.read(name).startswith(b"%PDF") for name in archive.namelist())
    assert not batch.folder.exists()
    assert Issued.objects.get().subject_uid == five.uid
    assert [can_fetch(office.user(who), batch) for who in ("sari", "dewi")] == [True, False]


@pytest.mark.parametrize(("who", "total"), [("sari", 5), ("dewi", 5), ("rina", 1)])
def test_everybody_orders_what_he_may_see(office, five, who, total):
    assert order(office, who).total == total


def test_one_unit_or_chosen_ones(office, five):
    assert order(office, units={office.unit.pk}).total == 5
    assert order(office, ids=[five.uid]).subjects == [str(five.uid)]
    with pytest.raises(InputRefused, match="Tidak ada dokumen"):
        order(office, units=set())


def test_who_may_see_nothing_is_told_so(office, five):
    with pytest.raises(InputRefused, match="Tidak ada dokumen"):
        order(office, "joko")


def test_a_worker_that_dies_costs_nothing(office, five, monkeypatch):
    monkeypatch.setattr(printing, "PORTION", 2)
    batch, put = order(office), files.put

    def dies(*args):
        if args[1].startswith("00004"):
            raise OSError("power cut")
        put(*args)

    monkeypatch.setattr(files, "put", dies)
    deliver_due()
    batch.refresh_from_db()
    assert (batch.status, batch.done) == (BatchStatus.BERJALAN, 3)
    monkeypatch.setattr(files, "put", put)
    Message.objects.undelivered().update(available_at=timezone.now())
    deliver_due()
    batch.refresh_from_db()
    assert (batch.status, batch.done) == (BatchStatus.SELESAI, 5)
    with ZipFile(batch.path) as archive:
        assert len(archive.namelist()) == 5


def test_permission_is_asked_again_when_it_is_printed(office, five):
    batch = order(office)
    RoleGrant.objects.filter(user=office.user("sari")).update(valid_until=cast.YEAR)
    deliver_due()
    batch.refresh_from_db()
    assert (batch.done, batch.passed_over) == (5, 5)


def test_files_go_after_a_week(office, five, instansi):
    batch = order(office, ids=[five.uid])
    deliver_due()
    Batch.objects.filter(pk=batch.pk).update(finished_at=timezone.now() - timedelta(days=8))
    tidy.func()
    batch.refresh_from_db()
    assert (batch.status, batch.path.exists()) == (BatchStatus.DIHAPUS, False)
    assert list(batches_of(office.user("sari"))) == [batch]
