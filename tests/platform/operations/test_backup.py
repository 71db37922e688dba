"""A backup is worth what a restore of it shows; here with real installations on the suite's database."""

import json
import stat
import tarfile

import pytest

pytestmark = pytest.mark.slow  # several whole installations

FILL = """
import io
from abdi.platform.accounts.models import User
from abdi.platform.calendar.actions import set_day
from abdi.platform.accounts.models import system_user
from abdi.platform.files.actions import store_file
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from datetime import date
one = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh")
with instansi_scope(one):
    set_day(actor=system_user(), day=date(2026, 8, 18), kind="libur", name="Hari jadi")
    store_file(actor=system_user(), content=io.BytesIO(b"%PDF-1.7 isi"), name="surat.pdf", purpose="uji")
"""

STATE = """
import json
from abdi.platform.audit.models import AuditEntry
from abdi.platform.audit.trail import verify
from abdi.platform.calendar.models import CalendarDay
from abdi.platform.files.models import StoredFile
files = [one.path.read_text() for one in StoredFile.everywhere.all()]
days = [one.name for one in CalendarDay.everywhere.all()]
tags = list(AuditEntry.objects.order_by("pk").values_list("tag", flat=True))
print(json.dumps({"files": files, "days": days, "tags": tags, "breaks": len(list(verify()))}))
"""


@pytest.fixture
def backed_up(own_installation, tmp_path):
    """The path of a backup of a filled installation."""
    own_installation.python(FILL)
    target = tmp_path / "cadangan.tar.gz"
    done = own_installation.run("backup", str(target), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["members"] >= 2
    return target


def repack(folder, target):
    with tarfile.open(target, "w:gz") as tar:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            tar.add(path, path.relative_to(folder).as_posix())


def refused(done) -> str:
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


def test_what_was_backed_up_is_there_again(own_installation, empty_installation, backed_up):
    assert stat.S_IMODE(backed_up.stat().st_mode) == 0o600
    done = empty_installation.run("restore", str(backed_up), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["files"] == 1
    state = json.loads(empty_installation.python(STATE))
    assert (state["files"], state["days"], state["breaks"]) == (["%PDF-1.7 isi"], ["Hari jadi"], 0)
    assert state["tags"][-2:] == ["operations:installation:backup", "operations:installation:restore"]
    key = "keys/secret_key"
    assert (empty_installation.home / key).read_text() == (own_installation.home / key).read_text()
    assert own_installation.open_to_others() == empty_installation.open_to_others() == []
    leftovers = [path.name for path in empty_installation.home.iterdir() if path.name.startswith(".")]
    assert leftovers == []


def test_what_is_there_is_only_replaced_by_force_and_then_kept(own_installation, backed_up):
    own_installation.python(
        "from abdi.platform.calendar.models import CalendarDay as C; C.everywhere.all().delete()"
    )
    assert "--paksa" in refused(own_installation.run("restore", str(backed_up)))
    assert json.loads(own_installation.python(STATE))["days"] == []
    done = own_installation.run("restore", str(backed_up), "--paksa", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(own_installation.python(STATE))["days"] == ["Hari jadi"]
    (aside,) = (own_installation.home / "sebelum-pulih").iterdir()
    assert str(aside) == json.loads(done.stdout)["aside"]
    assert {"files", "keys"} < {path.name for path in aside.iterdir()}


def test_one_altered_byte_is_named_and_nothing_is_touched(empty_installation, backed_up, tmp_path):
    with tarfile.open(backed_up) as tar:
        tar.extractall(tmp_path / "isi", filter="data")
    (content,) = (path for path in (tmp_path / "isi" / "files").rglob("*") if path.is_file())
    content.write_bytes(content.read_bytes().replace(b"isi", b"ISI"))
    altered = tmp_path / "berubah.tar.gz"
    repack(tmp_path / "isi", altered)
    assert content.name in refused(empty_installation.run("restore", str(altered)))
    assert not (empty_installation.home / "files").exists()


@pytest.mark.parametrize("damage", ["cut", "text", "absent"])
def test_what_is_no_backup_is_refused(empty_installation, backed_up, tmp_path, damage):
    path = tmp_path / "rusak.tar.gz"
    if damage == "cut":
        path.write_bytes(backed_up.read_bytes()[:-2000])
    elif damage == "text":
        path.write_text("bukan cadangan")
    assert "rusak.tar.gz" in refused(empty_installation.run("restore", str(path)))


def test_a_path_out_of_the_home_is_refused(empty_installation, backed_up, tmp_path):
    evil = tmp_path / "jahat.tar.gz"
    with tarfile.open(evil, "w:gz") as tar:
        tar.add(backed_up, "../lolos")
    refused(empty_installation.run("restore", str(evil)))
    assert not (empty_installation.home.parent / "lolos").exists()


def test_a_backup_is_not_overwritten(own_installation, backed_up):
    before = backed_up.read_bytes()
    assert "sudah ada" in refused(own_installation.run("backup", str(backed_up)))
    assert backed_up.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(own_installation, tmp_path):
    refused(own_installation.run("backup", str(tmp_path / "tidak-ada" / "x.tar.gz")))


def test_a_backup_of_the_other_database_is_refused(empty_installation, backed_up, tmp_path):
    with tarfile.open(backed_up) as tar:
        tar.extractall(tmp_path / "isi", filter="data")
    manifest = tmp_path / "isi" / "manifest.json"
    other = json.loads(manifest.read_text()) | {"vendor": "oracle"}
    manifest.write_text(json.dumps(other))
    repack(tmp_path / "isi", tmp_path / "lain.tar.gz")
    assert "oracle" in refused(empty_installation.run("restore", str(tmp_path / "lain.tar.gz")))
