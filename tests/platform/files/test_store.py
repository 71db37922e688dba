"""Keeping files and giving them out again."""

import hashlib
import io
import stat

import pytest
from django.db import transaction

from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import PDF, PNG
from abdi.platform.files.models import StoredFile
from abdi.platform.files.selectors import open_file, served_file
from abdi.platform.tenancy.scope import instansi_scope

CONTENT = b"%PDF-1.7\n" + b"isi surat " * 100


@pytest.fixture
def keep(instansi, person):
    def keep(content=CONTENT, name="surat.pdf", **values):
        file = {"content": io.BytesIO(content), "name": name, "purpose": "uji"}
        return store_file(actor=person, **file | values)

    return keep


def anybody(stored):
    pass


def test_a_file_is_kept_as_it_came(keep, person):
    stored = keep()
    assert stored.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (stored.size, stored.content_type, stored.owner) == (len(CONTENT), "application/pdf", person)
    with open_file(stored, permit=anybody) as file:
        assert file.read() == CONTENT
    assert stat.S_IMODE(stored.path.stat().st_mode) == 0o600
    entry = AuditEntry.objects.get()
    assert (entry.tag, entry.data["sha256"]) == ("files:file:store", stored.sha256)
    assert "surat" not in str(entry.data)


def test_the_same_content_is_one_file_on_disk(keep, home):
    first, second = keep(), keep(name="salinan.pdf")
    assert first.path == second.path
    assert [path for path in (home / "files").rglob("*") if path.is_file()] == [first.path]
    assert StoredFile.objects.count() == 2


def test_instansi_share_nothing(keep, neighbour):
    first = keep()
    with instansi_scope(neighbour):
        assert keep().path != first.path


def test_no_row_no_reader(keep):
    """Rolled back, the content may stay; without a row nobody reaches it."""
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        keep()
        _ = 1 / 0
    assert not StoredFile.objects.exists()


def test_what_is_too_large_is_refused_before_it_is_written(keep, settings, home):
    settings.UPLOAD_MAX_BYTES = len(CONTENT)
    keep()
    settings.UPLOAD_MAX_BYTES = 1 << 20
    with pytest.raises(InputRefused, match="lebih besar dari 1 MiB"):
        keep(b"%PDF-1.7\n" + bytes(1 << 20))
    assert len(list((home / "files").rglob("*.*"))) == 0
    assert StoredFile.objects.count() == 1


def test_an_empty_file_is_refused(keep):
    with pytest.raises(InputRefused, match="kosong"):
        keep(b"")


def test_only_accepted_kinds(keep):
    assert keep(accept=[PDF])
    with pytest.raises(InputRefused, match="yang diterima: PNG"):
        keep(accept=[PNG])


def test_serving(keep):
    shown = served_file(keep(), permit=anybody)
    assert (shown.inline, shown.name, shown.size) == (True, "surat.pdf", len(CONTENT))
    text = served_file(keep(b"<script>alert(1)</script>", "catatan.txt"), permit=anybody)
    assert (text.inline, text.content_type) == (False, "text/plain")


def test_nothing_is_served_without_permission(keep):
    def nobody(stored):
        raise PermissionRefused("Berkas ini bukan untuk Anda.")

    stored = keep()
    with pytest.raises(PermissionRefused):
        served_file(stored, permit=nobody)
    with pytest.raises(PermissionRefused):
        open_file(stored, permit=nobody)


def test_a_lost_content_is_said(keep):
    stored = keep()
    stored.path.unlink()
    with pytest.raises(PolicyRefused, match="cadangan"):
        open_file(stored, permit=anybody)
